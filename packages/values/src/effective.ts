import type { LocalDate } from './wall-clock.ts';

/**
 * Something the law says, from the day it does: `[{ from: '2026-01-01', value: 19 }]`, in order of days. Each value holds
 * until the day before the next begins, so a time without any is a value too, such as null.
 */
export type EffectiveTable<Value> = readonly { readonly from: LocalDate; readonly value: Value }[];

/**
 * What holds on `date`; undefined before the first day of the table. Law and tax are looked up by the date of what they
 * apply to, never copied into a case.
 *
 * @throws a RangeError for a table whose days are not in order, or that says two things of one day.
 */
export const effectiveOn = <Value>(table: EffectiveTable<Value>, date: LocalDate): Value | undefined => {
  let found: Value | undefined;
  for (const [index, { from, value }] of table.entries()) {
    const before = table[index - 1];
    if (before && before.from >= from) throw new RangeError(`${from} does not come after ${before.from}`);
    if (from <= date) found = value;
  }
  return found;
};
