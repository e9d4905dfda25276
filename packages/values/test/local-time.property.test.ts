import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  atLocal,
  endOfDay,
  HOUR_MS,
  isBefore,
  localDate,
  localTime,
  MINUTE_MS,
  msBetween,
  plusDays,
  plusMs,
  startOfDay,
  WEEKDAYS,
  weekdayOf,
} from '../src/index.ts';
import { anyDate, anyInstant, anyTime, anyZone } from './zones.ts';

const wallOf = (...[instant, zone]: Parameters<typeof localDate>) =>
  `${localDate(instant, zone)}T${localTime(instant, zone)}`;

test('the wall time comes back, unless it was skipped: then the clock shows a later one just after the gap', () => {
  fc.assert(
    fc.property(anyDate, anyTime, anyZone, (day, time, zone) => {
      const instant = atLocal(day, time, zone);
      const shown = wallOf(instant, zone);
      if (shown === `${day}T${time}`) return;
      const lost = Date.parse(`${shown}Z`) - Date.parse(`${day}T${time}Z`);
      expect(lost).toBeGreaterThan(0);
      // The gap lies where the clock moves on by more than time passes.
      const earlier = plusMs(instant, -lost);
      const moved = Date.parse(`${shown}Z`) - Date.parse(`${wallOf(earlier, zone)}Z`);
      expect(moved).toBe(2 * lost);
    }),
    { numRuns: 400 },
  );
});

test('of two instants that show the same time the first is meant', () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (instant, zone) => {
      const toTheMinute = plusMs(instant, -(Date.parse(instant) % MINUTE_MS));
      const meant = atLocal(localDate(toTheMinute, zone), localTime(toTheMinute, zone), zone);
      expect(isBefore(toTheMinute, meant)).toBe(false);
      expect(wallOf(meant, zone)).toBe(wallOf(toTheMinute, zone));
    }),
  );
});

test('each instant lies in the day that the clock shows', () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (instant, zone) => {
      const day = localDate(instant, zone);
      expect(isBefore(instant, startOfDay(day, zone))).toBe(false);
      expect(isBefore(instant, endOfDay(day, zone))).toBe(true);
    }),
  );
});

test('days follow each other: each starts where the last one ends, and on its own date', () => {
  fc.assert(
    fc.property(anyDate, anyZone, (day, zone) => {
      expect(endOfDay(day, zone)).toBe(startOfDay(plusDays(day, 1), zone));
      const hours = msBetween(startOfDay(day, zone), endOfDay(day, zone)) / HOUR_MS;
      if (hours === 0) return; // Left out, as in Apia.
      expect(localDate(startOfDay(day, zone), zone)).toBe(day);
      expect(localDate(plusMs(endOfDay(day, zone), -1), zone)).toBe(day);
    }),
  );
});

test('weekdays go round', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (day, days) => {
      const [from, to] = [weekdayOf(day), weekdayOf(plusDays(day, days))].map((each) => WEEKDAYS.indexOf(each));
      expect((((Number(from) + days) % 7) + 7) % 7).toBe(to);
      expect(plusDays(plusDays(day, days), -days)).toBe(day);
    }),
  );
});
