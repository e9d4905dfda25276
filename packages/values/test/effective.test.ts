import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EffectiveTable, effectiveOn } from '../src/index.ts';
import { anyDate, date } from './zones.ts';

/** The general rate of German VAT (section 12 UStG, and section 28 for the second half of 2020). */
const vatPercent: EffectiveTable<number> = [
  { from: date('2007-01-01'), value: 19 },
  { from: date('2020-07-01'), value: 16 },
  { from: date('2021-01-01'), value: 19 },
];

test.each([
  ['2006-12-31', undefined],
  ['2007-01-01', 19],
  ['2020-06-30', 19],
  ['2020-07-01', 16],
  ['2020-12-31', 16],
  ['2021-01-01', 19],
  ['2999-12-31', 19],
])('on %s the tax is %s percent', (day, percent) => {
  expect(effectiveOn(vatPercent, date(day))).toBe(percent);
});

test('a table says nothing of any day before it, an empty one of none', () => {
  expect(effectiveOn([], date('2026-06-30'))).toBeUndefined();
});

test.each([
  ['out of order', ['2021-01-01', '2020-07-01']],
  ['twice on one day', ['2020-07-01', '2020-07-01']],
])('a table that is %s is refused on every date, also on one it would answer', (_what, days) => {
  const table = days.map((from, value) => ({ from: date(from), value }));
  for (const on of ['1999-12-31', '2026-06-30']) expect(() => effectiveOn(table, date(on))).toThrow(RangeError);
});

test('what holds is the last value that has begun', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyDate, { maxLength: 8 }), anyDate, (days, on) => {
      const table = days.toSorted().map((from) => ({ from, value: from }));
      expect(effectiveOn(table, on)).toBe(
        days
          .filter((from) => from <= on)
          .toSorted()
          .at(-1),
      );
    }),
  );
});
