import * as z from 'zod';

/** `Date` writes a sign and six digits for years outside 0000–9999, which would break the order of the strings. */
const hasFourDigitYear = (text: string) => /^\d{4}-/.test(new Date(text).toISOString());

/**
 * A point in time, in one canonical form: UTC with milliseconds, `2026-06-30T05:45:00.000Z`.
 * Reads an ISO 8601 date and time with seconds and an offset (`Z` or `+02:00`) and gives the canonical form; finer
 * fractions than milliseconds are cut off. Refuses a time without an offset, a leap second, an impossible date and
 * what leaves the years 0000–9999 in UTC.
 */
export const Instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(hasFourDigitYear, { error: 'Outside the years 0000–9999', abort: true })
  .overwrite((text) => new Date(text).toISOString())
  .brand<'Instant'>();
export type Instant = z.output<typeof Instant>;
