import type { Language } from './language.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const QUARTER_MS = 15 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Intl's formats are dear to make and cheap to use. */
function format(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${Object.values(options).join()}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

const locale = (language: Language) => (language === 'de' ? 'de-DE' : 'en-GB');

/** The time of day in the office's zone: `14:05`. */
export const timeOfDay = (instant: string | number, zone: string, language: Language): string =>
  format(locale(language), zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

/** The time of day, and the date before it when it is not the day of `now`. */
export function timeSeen(instant: string, now: number, zone: string, language: Language): string {
  const time = timeOfDay(instant, zone, language);
  if (wallClock(Date.parse(instant), zone).date === wallClock(now, zone).date) return time;
  const date = format(locale(language), zone, { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${date.format(new Date(instant))}, ${time}`;
}

/** A day of the calendar, or the first and the last of several: `Mo., 3. – Fr., 7. August`. Dates have no zone. */
export const daysSeen = (first: string, last: string, language: Language): string =>
  format(locale(language), 'UTC', { weekday: 'short', day: 'numeric', month: 'long' }).formatRange(
    Date.parse(first),
    Date.parse(last),
  );

/** A month of the calendar: `August 2026`. */
export const monthSeen = (month: string, language: Language): string =>
  format(locale(language), 'UTC', { month: 'long', year: 'numeric' }).format(Date.parse(`${month}-01`));

/** From one moment until another in the office's zone; a day on which both are is named once. */
export const spanSeen = (from: string, until: string, zone: string, language: Language): string =>
  format(locale(language), zone, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(
    Date.parse(from),
    Date.parse(until),
  );

/** Whole minutes from `instant` to `now`, never less than none. */
export const minutesSince = (instant: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / MINUTE_MS));

/** What a wall clock and a calendar in `zone` show at `at`, as date and time inputs hold it. */
export function wallClock(at: number, zone: string): { date: string; time: string } {
  const [date = '', time = ''] = new Date(at + offsetAt(at, zone)).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** The next quarter of an hour that is not yet begun. */
export const nextQuarter = (now: number): number => Math.ceil((now + 1) / QUARTER_MS) * QUARTER_MS;

/**
 * When the clock in `zone` shows this. A time that is skipped counts on through the gap, one that comes twice is the
 * first: the rule of RFC 5545, which the server's own arithmetic follows too.
 */
export function instantAt(date: string, time: string, zone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const before = wanted - offsetAt(wanted - DAY_MS, zone);
  const after = wanted - offsetAt(wanted + DAY_MS, zone);
  const shows = (at: number) => at + offsetAt(at, zone) === wanted;
  return new Date(!shows(before) && shows(after) ? after : before).toISOString();
}

/** How far the clock in `zone` is ahead of UTC at `at`, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = format('en-US', zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(shown) - Math.floor(at / 1000) * 1000;
}
