import { type Instant, newId, plusMs } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import { anyHash, minute, sampleToken } from './samples.ts';

/** What a directory promises of the tokens of devices and programs. */
export function describeTokens(directory: () => Directory): void {
  describe('tokens', () => {
    test('are found by their hash and by their subject', async () => {
      const token = sampleToken({ kind: 'service', until: minute(90) });
      await directory().addToken(token);
      expect(await directory().token(token.hash)).toEqual(token);
      expect(await directory().tokensOf(token.office, token.subject)).toEqual([token]);
      expect(await directory().token(anyHash())).toBeUndefined();
      expect(await directory().tokensOf(newId(), token.subject)).toEqual([]);
    });

    test('no scopes is something else than all scopes', async () => {
      const [none, all] = [sampleToken({ scopes: [] }), sampleToken({ scopes: null })];
      for (const token of [none, all]) await directory().addToken(token);
      expect((await directory().token(none.hash))?.scopes).toEqual([]);
      expect((await directory().token(all.hash))?.scopes).toBeNull();
    });

    test('all of a subject end together, and keep the instant at which they first ended', async () => {
      const first = sampleToken();
      const second = sampleToken({ office: first.office, subject: first.subject });
      const other = sampleToken({ office: first.office });
      for (const token of [first, second, other]) await directory().addToken(token);
      await directory().endTokens(first.office, first.subject, minute(4));
      await directory().endTokens(first.office, first.subject, minute(7));
      for (const { hash } of [first, second]) expect((await directory().token(hash))?.endedAt).toBe(minute(4));
      expect((await directory().token(other.hash))?.endedAt).toBeNull();
    });

    test('the last use is noted once a minute', async () => {
      const token = sampleToken();
      await directory().addToken(token);
      const seen = async (at: Instant) => {
        await directory().seenToken(token.hash, at);
        return (await directory().token(token.hash))?.lastSeenAt;
      };
      expect(await seen(minute(1))).toBe(minute(1));
      expect(await seen(plusMs(minute(1), 59_999))).toBe(minute(1));
      expect(await seen(minute(2))).toBe(minute(2));
      await directory().seenToken(anyHash(), minute(2));
    });

    test('an office knows when each subject was last seen, with whichever of its tokens', async () => {
      const first = sampleToken();
      const second = sampleToken({ office: first.office, subject: first.subject });
      const never = sampleToken({ office: first.office });
      for (const token of [first, second, never, sampleToken()]) await directory().addToken(token);
      await directory().seenToken(second.hash, minute(5));
      await directory().seenToken(first.hash, minute(3));
      expect([...(await directory().lastSeen(first.office))]).toEqual([[first.subject, minute(5)]]);
      expect(await directory().lastSeen(newId())).toEqual(new Map());
    });
  });
}
