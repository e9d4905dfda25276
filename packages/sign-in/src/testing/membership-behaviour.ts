import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import { minute, sampleAccount, sampleMembership, sampleSession } from './samples.ts';

/** What a directory promises of the offices that an account is a member of. */
export function describeMemberships(directory: () => Directory): void {
  const anAccount = async () => {
    const account = sampleAccount();
    await directory().addAccount(account);
    return account;
  };

  describe('memberships', () => {
    test('are found by account, and by office and staff member', async () => {
      const account = await anAccount();
      const [here, elsewhere] = [sampleMembership(account), sampleMembership(account)];
      for (const membership of [here, elsewhere]) expect(await directory().addMembership(membership)).toBe(true);
      expect(new Set(await directory().membershipsOf(account.id))).toEqual(new Set([here, elsewhere]));
      expect(await directory().membership(here.office, here.staff)).toEqual(here);
      expect(await directory().membership(here.office, elsewhere.staff)).toBeUndefined();
      expect(await directory().membership(newId(), here.staff)).toBeUndefined();
    });

    test('an account is one staff member of an office, and a staff member one account', async () => {
      const [account, other] = [await anAccount(), await anAccount()];
      const membership = sampleMembership(account);
      const { office, staff } = membership;
      await directory().addMembership(membership);
      expect(await directory().addMembership(sampleMembership(account, { office }))).toBe(false);
      expect(await directory().addMembership(sampleMembership(other, { office, staff }))).toBe(false);
      expect(await directory().addMembership(sampleMembership(other, { office }))).toBe(true);
    });

    test('of ten accounts that become one staff member at once exactly one does', async () => {
      const [office, staff] = [newId(), newId()];
      const accounts = await Promise.all(Array.from({ length: 10 }, anAccount));
      const join = (account: (typeof accounts)[number]) =>
        directory().addMembership(sampleMembership(account, { office, staff }));
      expect((await Promise.all(accounts.map(join))).filter(Boolean)).toHaveLength(1);
    });

    test('a PIN is kept with the membership', async () => {
      const membership = sampleMembership(await anAccount());
      await directory().addMembership(membership);
      await directory().changeMembership({ ...membership, pin: '$argon2id$…' });
      expect(await directory().membership(membership.office, membership.staff)).toEqual({
        ...membership,
        pin: '$argon2id$…',
      });
    });

    test('whoever leaves loses the sessions of that office at once, and no others', async () => {
      const account = await anAccount();
      const [left, stays] = [sampleMembership(account), sampleMembership(account)];
      const colleague = sampleMembership(await anAccount(), { office: left.office });
      for (const membership of [left, stays, colleague]) await directory().addMembership(membership);
      const there = sampleSession(account, { office: left.office });
      const kept = [
        sampleSession(account, { office: stays.office }),
        sampleSession(account),
        sampleSession({ ...account, id: colleague.account }, { office: left.office }),
      ];
      for (const session of [there, ...kept]) await directory().addSession(session);

      await directory().endMembership(left.office, left.staff, minute(9));

      expect(await directory().session(there.hash)).toBeUndefined();
      for (const { hash } of kept) expect(await directory().session(hash)).toBeDefined();
      expect(await directory().membershipsOf(account.id)).toEqual([stays]);
      expect(await directory().membership(left.office, left.staff)).toBeUndefined();
      expect(await directory().account(account.id)).toEqual(account);
    });

    test('whoever left may come again', async () => {
      const membership = sampleMembership(await anAccount());
      await directory().addMembership(membership);
      await directory().endMembership(membership.office, membership.staff, minute(9));
      const again = { ...membership, since: minute(20) };
      expect(await directory().addMembership(again)).toBe(true);
      expect(await directory().membership(membership.office, membership.staff)).toEqual(again);
    });

    test('ending what is not there is no error', async () => {
      await directory().endMembership(newId(), newId(), minute(9));
    });
  });
}
