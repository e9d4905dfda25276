import type { Instant } from './instant.ts';
import { isBefore } from './instant-arithmetic.ts';
import { atLocal, endOfDay, localDate, plusDays, weekdayOf } from './local-time.ts';
import type { TimeZone } from './time-zone.ts';
import type { LocalDate } from './wall-clock.ts';
import type { DayException, DayHours, WeeklyHours } from './weekly-hours.ts';

/** When an office is open. On each date the first of these that speaks: an exception, a holiday (closed), the week. */
export interface Calendar {
  readonly zone: TimeZone;
  readonly weekly: WeeklyHours;
  /** Of two exceptions for one date the first counts. */
  readonly exceptions: readonly DayException[];
  /** The name of the holiday on `date`, when there is one. */
  readonly holidays: (date: LocalDate) => string | undefined;
}

/** One stretch of open time, `to` not included. */
export interface Opening {
  readonly from: Instant;
  readonly to: Instant;
}

/** The hours of `date` as the sign on the door shows them. */
export const hoursOn = (calendar: Calendar, date: LocalDate): DayHours => {
  const exception = calendar.exceptions.find((each) => each.date === date);
  if (exception) return exception.ranges;
  return calendar.holidays(date) ? [] : calendar.weekly[weekdayOf(date)];
};

/**
 * The same hours as instants, in order and apart from each other, all within the local day. Hours that meet are one
 * opening; hours that fall into a skipped stretch of the clock vanish.
 */
export const openingsOn = (calendar: Calendar, date: LocalDate): Opening[] => {
  const openings: Opening[] = [];
  for (const { from, to } of hoursOn(calendar, date)) {
    const opening = {
      from: atLocal(date, from, calendar.zone),
      // Counting on through a gap that crosses midnight would lead into the next day, even on a date that was left out.
      to: earlierOf(atLocal(date, to, calendar.zone), endOfDay(date, calendar.zone)),
    };
    if (!isBefore(opening.from, opening.to)) continue;
    const before = openings.at(-1);
    // A skipped time counts on through the gap, so `to 02:30` may end after `from 03:00` begins.
    if (before && !isBefore(before.to, opening.from))
      openings.splice(-1, 1, { from: before.from, to: laterOf(before.to, opening.to) });
    else openings.push(opening);
  }
  return openings;
};

/** Whether the office is open at `at`; it is at the instant it opens, and no longer at the one it closes. */
export const isOpen = (calendar: Calendar, at: Instant): boolean =>
  openingsOn(calendar, localDate(at, calendar.zone)).some(({ from, to }) => !isBefore(at, from) && isBefore(at, to));

/**
 * When what was left open at `at` is closed: the last closing of the local day if it is still ahead, else the end of
 * that day. Always later than `at`.
 */
export const closingTime = (calendar: Calendar, at: Instant): Instant => {
  const today = localDate(at, calendar.zone);
  const closing = openingsOn(calendar, today).at(-1)?.to;
  if (closing && isBefore(at, closing)) return closing;
  const midnight = endOfDay(today, calendar.zone);
  // Where the clock was put back across midnight (America/St_Johns until 2010), an hour of today returns after it.
  return isBefore(at, midnight) ? midnight : endOfDay(plusDays(today, 1), calendar.zone);
};

const LONGEST_SEARCH_DAYS = 366;

/**
 * The first time after `at` that an opening begins, or undefined when none does on that day or the 366 that follow.
 * Openings are those of single days: an office that never closes opens each midnight.
 */
export const nextOpening = (calendar: Calendar, at: Instant): Instant | undefined => {
  const today = localDate(at, calendar.zone);
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days += 1) {
    const next = openingsOn(calendar, plusDays(today, days)).find(({ from }) => isBefore(at, from));
    if (next) return next.from;
  }
  return undefined;
};

const earlierOf = (a: Instant, b: Instant): Instant => (isBefore(a, b) ? a : b);

const laterOf = (a: Instant, b: Instant): Instant => (isBefore(a, b) ? b : a);
