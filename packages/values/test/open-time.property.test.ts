import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Calendar,
  type Instant,
  instantOf,
  isBefore,
  localDate,
  MINUTE_MS,
  millisOf,
  type Opening,
  openingsOn,
  openTimeFrom,
  plusDays,
  plusMs,
  plusOpenMs,
  startOfDay,
} from '../src/index.ts';
import { anyCalendar } from './calendars.ts';
import { anyDate, anyInstant } from './zones.ts';

/** Any minute, and often one of a day on which the clocks of Europe or America are changed. */
const changeDays = ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'].map((day) => `${day}T00:00:00.000Z`);
const anyMinute = fc
  .oneof(
    anyInstant.map(millisOf),
    fc.tuple(fc.constantFrom(...changeDays), fc.integer({ min: 0, max: 1440 })).map(([day, minute]) => {
      return Date.parse(day) + minute * MINUTE_MS;
    }),
  )
  .map((ms) => instantOf(ms - (ms % MINUTE_MS)));
const anyMinutes = fc.integer({ min: 1, max: 600 });

/** The same answer the slow way: minute after minute, is the door open? Nobody waits longer than 14 closed days. */
function walked(calendar: Calendar, at: Instant, minutes: number): Instant | undefined {
  const openingsOfDay = new Map<string, Opening[]>();
  let missing = minutes;
  let lastDay = plusDays(localDate(at, calendar.zone), 14);
  for (let moment = at; ; moment = plusMs(moment, MINUTE_MS)) {
    const day = localDate(moment, calendar.zone);
    if (day > lastDay) return undefined;
    const openings = openingsOfDay.get(day) ?? openingsOn(calendar, day);
    openingsOfDay.set(day, openings);
    if (!openings.some(({ from, to }) => !isBefore(moment, from) && isBefore(moment, to))) continue;
    missing -= 1;
    lastDay = plusDays(day, 14);
    if (missing === 0) return plusMs(moment, MINUTE_MS);
  }
}

const reached = (calendar: Calendar, at: Instant, minutes: number) =>
  plusOpenMs(openTimeFrom(calendar, at, minutes * MINUTE_MS), at, minutes * MINUTE_MS);

test('open minutes end when a walk along the clock, minute by minute, says they do', () => {
  fc.assert(
    fc.property(anyCalendar, anyMinute, anyMinutes, (calendar, at, minutes) => {
      expect(reached(calendar, at, minutes)).toBe(walked(calendar, at, minutes));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('an office with open time in every week always comes to an end', () => {
  fc.assert(
    fc.property(anyCalendar, anyMinute, anyMinutes, (calendar, at, minutes) => {
      const opens = Object.values(calendar.weekly).some((ranges) => ranges.length > 0);
      const undisturbed = { ...calendar, exceptions: [], holidays: () => undefined };
      // Hours that the clock skips vanish, so a week may lack its only ones; two weeks in a row never do.
      expect(reached(undisturbed, at, minutes) !== undefined).toBe(opens);
    }),
  );
});

test('open time is in order, apart, in the hours of its day, and no longer than was asked for', () => {
  fc.assert(
    fc.property(anyCalendar, anyDate, anyMinutes, (calendar, day, minutes) => {
      const at = startOfDay(day, calendar.zone);
      let last = at;
      let ms = 0;
      for (const { from, to } of openTimeFrom(calendar, at, minutes * MINUTE_MS)) {
        expect(isBefore(from, last)).toBe(false);
        const openings = openingsOn(calendar, localDate(from, calendar.zone));
        expect(openings.some((each) => !isBefore(from, each.from) && !isBefore(each.to, to))).toBe(true);
        ms += millisOf(to) - millisOf(from);
        last = to;
      }
      expect(ms).toBeLessThanOrEqual(minutes * MINUTE_MS);
    }),
  );
});
