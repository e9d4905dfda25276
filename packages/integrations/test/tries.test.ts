import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseMs } from '../src/delivery/tries.ts';

const DAY_MS = 86_400_000;

it('ten tries take between three days and four, whatever the event', () => {
  fc.assert(
    fc.property(fc.string(), (event) => {
      const pauses = Array.from({ length: 10 }, (_, index) => pauseMs(index + 1, event, null));
      expect(pauses.at(-1)).toBeUndefined();
      const wholeMs = pauses.slice(0, -1).reduce<number>((sum, pause) => sum + (pause ?? 0), 0);
      expect(wholeMs).toBeGreaterThan(3 * DAY_MS);
      expect(wholeMs).toBeLessThan(4 * DAY_MS);
    }),
  );
});

it('a receiver is asked no sooner than it wants, and a day later at the latest', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10 * DAY_MS }), fc.integer({ min: 1, max: 9 }), (retryAfterMs, tries) => {
      const pause = pauseMs(tries, 'evt', retryAfterMs) ?? 0;
      expect(pause).toBeGreaterThanOrEqual(Math.min(retryAfterMs, DAY_MS));
      expect(pause).toBeLessThanOrEqual(Math.max(DAY_MS * 1.2, DAY_MS));
      expect(pause).toBeGreaterThanOrEqual(pauseMs(tries, 'evt', null) ?? 0);
    }),
  );
});

it('what failed together does not come again together', () => {
  const pauses = Array.from({ length: 50 }, (_, index) => pauseMs(5, `evt_${index}`, null));
  expect(new Set(pauses).size).toBeGreaterThan(45);
});
