import type { Instant } from './instant.ts';
import { isBefore, msBetween, plusMs } from './instant-arithmetic.ts';
import { localDate, plusDays } from './local-time.ts';
import { type Calendar, type Opening, openingsOn } from './opening-hours.ts';

/** An office that has not opened for so many days on end is closed for good: no one looks further ahead. */
const LONGEST_CLOSED_DAYS = 14;

/**
 * The next `ms` of open time from `at` on, as openings in order: the first begins at `at` or later, the last is cut when
 * the time is full. It holds less, or nothing, when the office then stays closed for more than 14 days.
 */
export const openTimeFrom = (calendar: Calendar, at: Instant, ms: number): Opening[] => {
  const openTime: Opening[] = [];
  let missingMs = ms;
  let date = localDate(at, calendar.zone);
  for (let closedDays = 0; missingMs > 0 && closedDays <= LONGEST_CLOSED_DAYS; closedDays += 1) {
    for (const opening of openingsOn(calendar, date)) {
      const from = isBefore(opening.from, at) ? at : opening.from;
      const openMs = Math.min(msBetween(from, opening.to), missingMs);
      if (openMs <= 0) continue;
      openTime.push({ from, to: plusMs(from, openMs) });
      missingMs -= openMs;
      closedDays = 0;
    }
    date = plusDays(date, 1);
  }
  return openTime;
};

/**
 * When `ms` of open time have passed since `at`: the closing itself when they end with it, `at` when there is nothing to
 * wait for. Undefined when `openTime`, as `openTimeFrom` gives it, does not reach so far.
 */
export const plusOpenMs = (openTime: readonly Opening[], at: Instant, ms: number): Instant | undefined => {
  if (ms <= 0) return at;
  let missingMs = ms;
  for (const opening of openTime) {
    const from = isBefore(opening.from, at) ? at : opening.from;
    const openMs = msBetween(from, opening.to);
    if (openMs >= missingMs) return plusMs(from, missingMs);
    missingMs -= Math.max(0, openMs);
  }
  return undefined;
};
