import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS, Instant, instantOf, isBefore, MINUTE_MS, millisOf, msBetween, plusMs } from '../src/index.ts';

const firstMs = Date.parse('0000-01-01T00:00:00Z');
const lastMs = Date.parse('9999-12-31T23:59:59.999Z');
const anyMs = fc.integer({ min: firstMs, max: lastMs });

describe('reading', () => {
  test.each([
    ['2026-06-30T07:45:00+02:00', '2026-06-30T05:45:00.000Z'],
    ['2026-06-30T05:45:00Z', '2026-06-30T05:45:00.000Z'],
    ['2026-06-30T05:45:00.1239Z', '2026-06-30T05:45:00.123Z'],
    ['2026-01-01T00:00:00+05:45', '2025-12-31T18:15:00.000Z'],
  ])('%s is %s', (wire, canonical) => {
    expect(Instant.parse(wire)).toBe(canonical);
  });

  test.each([
    ['without an offset', '2026-06-30T07:45:00'],
    ['a date alone', '2026-06-30'],
    ['an impossible date', '2026-02-29T07:45:00Z'],
    ['an impossible hour', '2026-06-30T24:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['after the last year', '9999-12-31T23:59:00-01:00'],
    ['before the first year', '0000-01-01T00:00:00+01:00'],
    ['no time at all', 'soon'],
  ])('%s is refused', (_reason, text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  test('what was read once is read again unchanged', () => {
    fc.assert(fc.property(anyMs, (ms) => Instant.parse(instantOf(ms)) === instantOf(ms)));
  });
});

describe('reckoning', () => {
  test('milliseconds and instants are two ways to write the same', () => {
    fc.assert(fc.property(anyMs, (ms) => millisOf(instantOf(ms)) === ms));
    expect(instantOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });

  test('the order of the strings is the order of time', () => {
    fc.assert(fc.property(anyMs, anyMs, (a, b) => isBefore(instantOf(a), instantOf(b)) === a < b));
  });

  test('moving by the distance leads from one to the other', () => {
    fc.assert(
      fc.property(anyMs, anyMs, (a, b) => {
        const [from, to] = [instantOf(a), instantOf(b)];
        expect(plusMs(from, msBetween(from, to))).toBe(to);
      }),
    );
    expect(plusMs(instantOf(0), -90 * MINUTE_MS)).toBe('1969-12-31T22:30:00.000Z');
    expect(plusMs(instantOf(0), 25 * HOUR_MS)).toBe('1970-01-02T01:00:00.000Z');
  });

  test.each([firstMs - 1, lastMs + 1, Number.NaN])('%d is outside what an instant can say', (ms) => {
    expect(() => instantOf(ms)).toThrow(RangeError);
  });
});
