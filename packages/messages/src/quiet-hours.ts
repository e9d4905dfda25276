import { atLocal, type Instant, isBefore, LocalTime, localDate, plusDays, type TimeZone } from '@front-office/values';
import * as z from 'zod';

/** From one time of day until another, `until` not included; over midnight when `until` is the earlier of the two. */
export const QuietHours = z
  .strictObject({ from: LocalTime, until: LocalTime })
  .refine(({ from, until }) => from !== until, { path: ['until'], error: 'Must differ from from' });
export type QuietHours = z.output<typeof QuietHours>;

/** Quiet hours that began today, yesterday or, where a zone left out a whole date, the day before. */
const DAYS_BACK = [0, -1, -2];

/**
 * When the quiet hours around `at` end, or undefined when `at` lies in none. Never itself in quiet hours.
 *
 * Both ends are what the clock in `zone` shows, so a night over a change of the clock is an hour shorter or longer. A time
 * that is skipped counts on through the gap, and one that comes twice is the first of the two, as in `atLocal`.
 */
export function endOfQuietHours({ from, until }: QuietHours, zone: TimeZone, at: Instant): Instant | undefined {
  const today = localDate(at, zone);
  for (const days of DAYS_BACK) {
    const first = plusDays(today, days);
    const last = from < until ? first : plusDays(first, 1);
    const end = atLocal(last, until, zone);
    const isQuiet = !isBefore(at, atLocal(first, from, zone)) && isBefore(at, end);
    // An end that a gap has moved may lie in the quiet hours of the next day.
    if (isQuiet) return endOfQuietHours({ from, until }, zone, end) ?? end;
  }
  return undefined;
}
