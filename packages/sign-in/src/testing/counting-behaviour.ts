import { HOUR_MS, MINUTE_MS, newId, plusMs } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import { minute, sampleAccount, sampleSession, sampleTicket, sampleToken } from './samples.ts';

/** What a directory promises of limits, and of what it drops. */
export function describeCounting(directory: () => Directory): void {
  const count = (key: string, at = minute(0)) => directory().count(key, HOUR_MS, at);

  describe('counting', () => {
    test('goes up by one, each key by itself', async () => {
      const [key, another] = [newId(), newId()];
      expect([await count(key), await count(key), await count(another), await count(key)]).toEqual([1, 2, 1, 3]);
    });

    test('fifty at once are fifty, and each of them knows its place', async () => {
      const key = newId();
      const places = await Promise.all(Array.from({ length: 50 }, () => count(key)));
      expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    test('begins anew with the next window', async () => {
      const key = newId();
      const end = minute(60);
      expect([await count(key), await count(key, plusMs(end, -1)), await count(key, end)]).toEqual([1, 2, 1]);
    });

    test('one is taken back, and never below nothing', async () => {
      const key = newId();
      await directory().uncount(key, HOUR_MS, minute(0));
      expect(await count(key)).toBe(1);
      expect(await count(key)).toBe(2);
      await directory().uncount(key, HOUR_MS, minute(5));
      expect(await count(key)).toBe(2);
      await directory().uncount(key, HOUR_MS, minute(60));
      expect(await count(key, minute(60))).toBe(1);
    });

    test('is forgotten on request', async () => {
      const [key, another] = [newId(), newId()];
      for (const one of [key, key, another]) await count(one);
      await directory().forget(key);
      await directory().forget(newId());
      expect([await count(key), await count(another)]).toEqual([1, 2]);
    });
  });

  test('tidying leaves alone what is still good', async () => {
    const key = newId();
    const account = sampleAccount();
    await directory().addAccount(account);
    const [session, ticket, token] = [sampleSession(account), sampleTicket(), sampleToken()];
    await Promise.all([directory().addSession(session), directory().addTicket(ticket), directory().addToken(token)]);
    await count(key);
    await directory().tidy(minute(30));
    expect(await count(key, minute(59))).toBe(2);
    expect((await directory().session(session.hash))?.session).toEqual(session);
    expect(await directory().ticket(ticket.kind, ticket.hash, minute(30))).toEqual(ticket);
    expect(await directory().token(token.hash)).toEqual(token);
    expect(await directory().account(account.id)).toEqual(account);
  });

  test('tidying drops sessions that were over 30 days ago, and not those of yesterday', async () => {
    const account = sampleAccount();
    await directory().addAccount(account);
    const days = (many: number) => minute(-many * 24 * 60);
    const at = (until: ReturnType<typeof minute>) => sampleSession(account, { createdAt: until, until });
    const [old, young] = [at(days(31)), at(days(1))];
    for (const session of [old, young]) await directory().addSession(session);
    await directory().tidy(plusMs(minute(0), MINUTE_MS));
    expect((await directory().sessionsOf(account.id)).map(({ id }) => id)).toEqual([young.id]);
  });
}
