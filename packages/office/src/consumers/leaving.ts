import { byId, type Consumer, type Kernel } from '@front-office/kernel';
import { staffMembers } from '@front-office/organisation';
import type { SignIn } from '@front-office/sign-in';

const BATCH = 200;

/**
 * Whoever no longer works here is signed out everywhere, and links on their way are void. They lost every right with the
 * commit itself; this tidies up after it. Rows may come twice: who has come back meanwhile stays.
 */
export const leaving = (signIn: SignIn, kernel: () => Pick<Kernel, 'read' | 'store'>): Consumer => ({
  name: 'leaving',
  batch: BATCH,
  async handle(rows, cursor, to) {
    const { read, store } = kernel();
    for (const { office, case: staff, workflow, command } of rows) {
      if (workflow !== staffMembers.name || command !== 'change') continue;
      const found = await read(office, byId(staffMembers, staff));
      if (found?.data.active === false) await signIn.leaveOffice({ office, staff });
    }
    return store.feed.advance(cursor, to);
  },
});
