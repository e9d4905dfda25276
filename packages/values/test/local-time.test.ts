import { describe, expect, test } from 'vitest';
import {
  atLocal,
  EndTime,
  endOfDay,
  HOUR_MS,
  LocalDate,
  LocalTime,
  localDate,
  localTime,
  msBetween,
  plusDays,
  startOfDay,
  TimeZone,
  weekdayOf,
} from '../src/index.ts';
import { at, date, time, zone } from './zones.ts';

const berlin = zone('Europe/Berlin');
const hoursOf = (day: string, name: string) =>
  msBetween(startOfDay(date(day), zone(name)), endOfDay(date(day), zone(name))) / HOUR_MS;

describe('what may be written', () => {
  test.each(['Europe/Berlin', 'Asia/Calcutta', 'Asia/Kolkata', 'Europe/Kiev', 'Europe/Kyiv', 'UTC'])(
    '%s is a zone and stays as written',
    (name) => expect(TimeZone.parse(name)).toBe(name),
  );
  test.each(['', 'Berlin', 'Europe/Musterstadt', '+01:00', '2026-06-30T00:00Z', '<b>'])('%j is no zone', (name) => {
    expect(TimeZone.safeParse(name).success).toBe(false);
  });
  test('a date exists in the calendar', () => {
    expect(LocalDate.safeParse('2028-02-29').success).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '30.06.2026', '2026-6-30']) {
      expect(LocalDate.safeParse(text).success, text).toBe(false);
    }
  });
  test('24:00 ends something and begins nothing', () => {
    expect(LocalTime.safeParse('24:00').success).toBe(false);
    expect(EndTime.parse('24:00')).toBe('24:00');
    for (const text of ['24:01', '7:45', '07:60', '07:45:00']) {
      expect(EndTime.safeParse(text).success, text).toBe(false);
      expect(LocalTime.safeParse(text).success, text).toBe(false);
    }
  });
});

describe('on an ordinary day', () => {
  test('the clock on the wall and the instant say the same', () => {
    expect(atLocal(date('2026-06-30'), time('07:45'), berlin)).toBe('2026-06-30T05:45:00.000Z');
    expect(localTime(at('2026-06-30T05:45:59.999Z'), berlin)).toBe('07:45');
    expect(localDate(at('2026-06-30T22:00:00Z'), berlin)).toBe('2026-07-01');
    expect(atLocal(date('2026-06-30'), '24:00', berlin)).toBe('2026-06-30T22:00:00.000Z');
  });
  test('Kathmandu is five hours and three quarters ahead', () => {
    expect(localTime(at('2026-06-30T00:00:00Z'), zone('Asia/Kathmandu'))).toBe('05:45');
  });
  test.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
  ])('%s is %s by an older name', (older, newer) => {
    const noon = [date('2026-06-30'), time('12:00')] as const;
    expect(atLocal(...noon, zone(older))).toBe(atLocal(...noon, zone(newer)));
  });
  test('dates are counted over the ends of months and years', () => {
    expect(plusDays(date('2026-12-31'), 1)).toBe('2027-01-01');
    expect(plusDays(date('2028-03-01'), -1)).toBe('2028-02-29');
    expect(() => plusDays(date('9999-12-31'), 1)).toThrow(RangeError);
    expect(weekdayOf(date('2026-06-29'))).toBe('mon');
    expect(weekdayOf(date('2026-07-05'))).toBe('sun');
  });
});

describe('when the clock is changed', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '03:30'],
    ['America/New_York', '2026-03-08', '02:15', '03:15'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10', '02:40'],
    ['America/Sao_Paulo', '2018-11-04', '00:00', '01:00'],
    ['Africa/Casablanca', '2026-03-22', '02:59', '03:59'],
    ['Europe/Dublin', '2026-03-29', '01:30', '02:30'],
  ])('%s, %s: %s is skipped, so it is the instant that shows %s', (name, day, skipped, shown) => {
    const instant = atLocal(date(day), time(skipped), zone(name));
    expect(localTime(instant, zone(name))).toBe(shown);
    expect(localDate(instant, zone(name))).toBe(day);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
    ['Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15T01:30:00.000Z'],
    ['Europe/Dublin', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ])('%s, %s: %s comes twice, and the first is meant', (name, day, twice, first) => {
    expect(atLocal(date(day), time(twice), zone(name))).toBe(first);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-06-30', 24],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('%s has on %s a day of %d hours', (name, day, hours) => {
    expect(hoursOf(day, name)).toBe(hours);
  });

  test('a date that Apia left out is passed over', () => {
    const apia = zone('Pacific/Apia');
    expect(localDate(startOfDay(date('2011-12-30'), apia), apia)).toBe('2011-12-31');
    expect(endOfDay(date('2011-12-29'), apia)).toBe(startOfDay(date('2011-12-31'), apia));
  });
});
