import * as z from 'zod';

/** What the calendar on the wall shows: `2026-06-30`, a date that exists in the Gregorian calendar, no zone. */
export const LocalDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.output<typeof LocalDate>;

/** What the clock on the wall shows, to the minute: `00:00` to `23:59`. Later is the greater string. */
export const LocalTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'Not a time such as 07:45' })
  .brand<'LocalTime'>();
export type LocalTime = z.output<typeof LocalTime>;

/** A time at which something ends: a `LocalTime`, or `24:00` for the end of the day. */
export const EndTime = z.union([LocalTime, z.literal('24:00')], { error: 'Not a time such as 07:45, nor 24:00' });
export type EndTime = z.output<typeof EndTime>;
