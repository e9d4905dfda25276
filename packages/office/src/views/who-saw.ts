import { ActorRef, defineRoute } from '@front-office/kernel';
import { staffMembers } from '@front-office/organisation';
import { displayName, Instant } from '@front-office/values';
import * as z from 'zod';
import { byIds } from './by-ids.ts';

/** Who saw a record: asked by whoever answers for the office, or looks into it for a time. */
export const whoSaw = defineRoute({
  method: 'GET',
  path: '/who-saw/{case}',
  summary: 'Who looked at a record, the latest first',
  needs: 'audit.read',
  input: z.strictObject({ case: z.uuid() }),
  output: z.object({
    seen: z.array(z.object({ by: ActorRef, name: z.string().nullable(), at: Instant })),
    /** Whether there were more than are told; the log has all. */
    more: z.boolean(),
  }),
  async run({ kernel, office, actor }, { case: of }) {
    const answer = await kernel.whoSaw({ office, actor, of });
    if (answer.refused) return answer;
    const staff = answer.seen.flatMap(({ by }) => (by.kind === 'staff' ? [by.id] : []));
    const people = await kernel.read(office, byIds(staffMembers, staff));
    const nameOf = (id: string) => {
      const person = people.get(id);
      return person ? displayName(person.name) : null;
    };
    return { seen: answer.seen.map(({ by, at }) => ({ by, at, name: nameOf(by.id) })), more: answer.more };
  },
});
