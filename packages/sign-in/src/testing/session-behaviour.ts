import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import type { Session } from '../schema.ts';
import { anyHash, minute, sampleAccount, sampleMembership, sampleSession } from './samples.ts';

/** What a directory promises of sessions. */
export function describeSessions(directory: () => Directory): void {
  const anAccount = async () => {
    const account = sampleAccount();
    await directory().addAccount(account);
    return account;
  };
  const ids = (sessions: readonly Session[]) => new Set(sessions.map(({ id }) => id));

  describe('sessions', () => {
    test('are found by the hash of their secret, with the account and the membership', async () => {
      const account = await anAccount();
      const membership = sampleMembership(account);
      await directory().addMembership(membership);
      const session = sampleSession(account, { office: membership.office, lockedAt: minute(2), owesSecond: true });
      await directory().addSession(session);
      expect(await directory().session(session.hash)).toEqual({ session, account, membership });
      expect(await directory().session(anyHash())).toBeUndefined();
    });

    test('without an office, and in one where the person is no member, there is no membership', async () => {
      const account = await anAccount();
      await directory().addMembership(sampleMembership(account));
      for (const office of [null, newId()]) {
        const session = sampleSession(account, { office });
        await directory().addSession(session);
        expect(await directory().session(session.hash)).toEqual({ session, account, membership: undefined });
      }
    });

    test('a new secret puts the old one out of use', async () => {
      const session = sampleSession(await anAccount());
      await directory().addSession(session);
      const renewed = { ...session, hash: anyHash(), lastSeenAt: minute(5), provenBy: ['passkey' as const] };
      expect(await directory().changeSession(renewed)).toBe(true);
      expect(await directory().session(session.hash)).toBeUndefined();
      expect((await directory().session(renewed.hash))?.session).toEqual({ ...renewed, revision: 1 });
    });

    test('of ten changes at once exactly one is taken', async () => {
      const session = sampleSession(await anAccount());
      await directory().addSession(session);
      const change = () => directory().changeSession({ ...session, hash: anyHash() });
      expect((await Promise.all(Array.from({ length: 10 }, change))).filter(Boolean)).toHaveLength(1);
    });

    test('an ended one is not found, and nothing changes it any more', async () => {
      const session = sampleSession(await anAccount());
      await directory().addSession(session);
      await directory().endSession(session.id, minute(4));
      expect(await directory().session(session.hash)).toBeUndefined();
      expect(await directory().changeSession({ ...session, lastSeenAt: minute(5) })).toBe(false);
      await directory().endSession(session.id, minute(6));
      await directory().endSession(newId(), minute(6));
    });

    test('are listed by account and by browser, ended ones left out', async () => {
      const [account, other] = [await anAccount(), await anAccount()];
      const browserHash = anyHash();
      const [first, second, ended] = [
        sampleSession(account, { browserHash }),
        sampleSession(account),
        sampleSession(account, { browserHash }),
      ];
      const others = sampleSession(other, { browserHash });
      for (const session of [first, second, ended, others]) await directory().addSession(session);
      await directory().endSession(ended.id, minute(4));
      expect(ids(await directory().sessionsOf(account.id))).toEqual(ids([first, second]));
      const there = await directory().sessionsOfBrowser(browserHash);
      expect(ids(there.map(({ session }) => session))).toEqual(ids([first, others]));
      expect(there.find(({ session }) => session.id === others.id)?.account).toEqual(other);
      expect(await directory().sessionsOfBrowser(anyHash())).toEqual([]);
    });

    test('all of an account end but one, and nobody else’s', async () => {
      const [account, other] = [await anAccount(), await anAccount()];
      const [present, second, third] = [sampleSession(account), sampleSession(account), sampleSession(account)];
      const others = sampleSession(other);
      for (const session of [present, second, third, others]) await directory().addSession(session);
      expect(await directory().endSessions(account.id, minute(4), present.id)).toBe(2);
      expect(ids(await directory().sessionsOf(account.id))).toEqual(ids([present]));
      expect(await directory().endSessions(account.id, minute(4))).toBe(1);
      expect(await directory().endSessions(account.id, minute(4))).toBe(0);
      expect(ids(await directory().sessionsOf(other.id))).toEqual(ids([others]));
    });
  });
}
