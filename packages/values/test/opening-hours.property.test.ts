import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  closingTime,
  endOfDay,
  isBefore,
  isOpen,
  localDate,
  millisOf,
  nextOpening,
  openingsOn,
  startOfDay,
} from '../src/index.ts';
import { anyCalendar } from './calendars.ts';
import { anyDate, anyInstant } from './zones.ts';

test('openings are in order, apart from each other and within their day', () => {
  fc.assert(
    fc.property(anyCalendar, anyDate, (calendar, day) => {
      let last = startOfDay(day, calendar.zone);
      for (const [index, { from, to }] of openingsOn(calendar, day).entries()) {
        expect(index === 0 ? !isBefore(from, last) : isBefore(last, from)).toBe(true);
        expect(isBefore(from, to)).toBe(true);
        last = to;
      }
      expect(isBefore(endOfDay(day, calendar.zone), last)).toBe(false);
    }),
  );
});

test('open is what lies in an opening of the local day, and nothing else', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, (calendar, at) => {
      const ms = millisOf(at);
      const openings = openingsOn(calendar, localDate(at, calendar.zone));
      const within = openings.filter(({ from, to }) => millisOf(from) <= ms && ms < millisOf(to));
      expect(isOpen(calendar, at)).toBe(within.length === 1);
      for (const { from, to } of openings) {
        expect(isOpen(calendar, from)).toBe(true);
        // At midnight the hours of the next day may go on.
        const endsAtMidnight = to === endOfDay(localDate(from, calendar.zone), calendar.zone);
        if (!endsAtMidnight) expect(isOpen(calendar, to)).toBe(false);
      }
    }),
  );
});

test('closing time is always ahead and never after the end of the local day', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, (calendar, at) => {
      const closing = closingTime(calendar, at);
      expect(isBefore(at, closing)).toBe(true);
      expect(isBefore(endOfDay(localDate(at, calendar.zone), calendar.zone), closing)).toBe(false);
    }),
  );
});

test('at the next opening the office is open, and none began in between', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, (calendar, at) => {
      const next = nextOpening(calendar, at);
      if (!next) return;
      expect(isBefore(at, next)).toBe(true);
      expect(isOpen(calendar, next)).toBe(true);
      const today = openingsOn(calendar, localDate(at, calendar.zone));
      expect(today.filter(({ from }) => isBefore(at, from) && isBefore(from, next))).toEqual([]);
    }),
  );
});
