import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from '../src/after-commit/backoff.ts';

it('five seconds after the first failure, and twice as long after each further one', () => {
  const ratio = (tries: number) => backoffMs(tries, 'a letter') / backoffMs(1, 'a letter');
  for (const tries of [1, 2, 3, 7, 9, 10]) expect(ratio(tries)).toBeCloseTo(2 ** (tries - 1), 1);
});

it('between the plain pause and a fifth more, an hour before that at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.string(), (tries, key) => {
      const plainMs = Math.min(5_000 * 2 ** (tries - 1), 3_600_000);
      const pauseMs = backoffMs(tries, key);
      expect(pauseMs).toBeGreaterThanOrEqual(plainMs);
      expect(pauseMs).toBeLessThanOrEqual(plainMs * 1.2);
      expect(Number.isInteger(pauseMs)).toBe(true);
    }),
  );
});

it('spread out over keys, and always the same for one', () => {
  const pauses = Array.from({ length: 1_000 }, (_, n) => backoffMs(1, `letter ${n}`));
  expect(new Set(pauses).size).toBeGreaterThan(500);
  expect(Math.min(...pauses)).toBeLessThan(5_010);
  expect(Math.max(...pauses)).toBeGreaterThan(5_990);
  expect(backoffMs(1, 'letter 1')).toBe(pauses[1]);
});
