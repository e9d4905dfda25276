import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';
import { instantOf, millisOf } from './instant-arithmetic.ts';
import type { TimeZone } from './time-zone.ts';
import type { EndTime, LocalDate, LocalTime } from './wall-clock.ts';
import { WEEKDAYS, type Weekday } from './weekday.ts';

/** The date in `zone` at `instant`. */
export const localDate = (instant: Instant, zone: TimeZone): LocalDate => dateOf(zoned(instant, zone).toPlainDate());

/** The time of day in `zone` at `instant`; seconds are cut off. */
export const localTime = (instant: Instant, zone: TimeZone): LocalTime =>
  // A cast, since a plain time written to the minute is `HH:mm` by construction.
  zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' }) as LocalTime;

/**
 * When the clock in `zone` shows `time` on `date`. Where the clock is changed:
 * - a time that is skipped counts on through the gap (in Berlin in March, 02:30 is the instant that shows 03:30);
 * - a time that comes twice is the first of the two.
 *
 * The rule is `compatible` of Temporal and of RFC 5545, so other calendars agree. `24:00` is the end of `date`.
 */
export const atLocal = (date: LocalDate, time: EndTime, zone: TimeZone): Instant =>
  time === '24:00'
    ? endOfDay(date, zone)
    : instantAt(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' }));

/**
 * The first instant of `date` in `zone`: midnight, or later where midnight is skipped. For a date that a zone left out
 * (Pacific/Apia has no 2011-12-30) it is the start of the next date.
 */
export const startOfDay = (date: LocalDate, zone: TimeZone): Instant =>
  instantAt(Temporal.PlainDate.from(date).toZonedDateTime(zone));

/**
 * The start of the next date, so that days follow each other without holes or overlaps. Until 2010 four zones, among them
 * America/St_Johns, put the clock back across midnight: there the hour that came again lies after the end of its date.
 */
export const endOfDay = (date: LocalDate, zone: TimeZone): Instant => startOfDay(plusDays(date, 1), zone);

/** The date `days` later, or earlier when negative. Throws a RangeError outside the years 0000–9999. */
export const plusDays = (date: LocalDate, days: number): LocalDate =>
  dateOf(Temporal.PlainDate.from(date).add({ days }));

/** The day of the week of `date`. */
export const weekdayOf = (date: LocalDate): Weekday => {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1];
  if (!weekday) throw new Error(`${date} has no day of the week`);
  return weekday;
};

const zoned = (instant: Instant, zone: TimeZone) =>
  Temporal.Instant.fromEpochMilliseconds(millisOf(instant)).toZonedDateTimeISO(zone);

const instantAt = (moment: Temporal.ZonedDateTime): Instant => instantOf(moment.epochMilliseconds);

const dateOf = (date: Temporal.PlainDate): LocalDate => {
  if (date.year < 0 || date.year > 9999) throw new RangeError(`${date} is outside the years 0000–9999`);
  // A cast, since a plain date of these years is written `YYYY-MM-DD`.
  return date.toString() as LocalDate;
};
