import { expect, test } from 'vitest';
import { type Calendar, DayHours, MINUTE_MS, openTimeFrom, plusOpenMs, WeeklyHours } from '../src/index.ts';
import { at, date, zone } from './zones.ts';

const longDay = DayHours.parse([
  { from: '08:00', to: '12:00' },
  { from: '15:00', to: '18:00' },
]);
const night = DayHours.parse([{ from: '00:00', to: '06:00' }]);
const week = { mon: longDay, tue: longDay, wed: [], thu: longDay, fri: longDay, sat: [], sun: night };

const practice = (differences: Partial<Calendar> = {}): Calendar => ({
  zone: zone('Europe/Berlin'),
  weekly: WeeklyHours.parse(week),
  exceptions: [],
  holidays: () => undefined,
  ...differences,
});

const afterOpenMinutes = (calendar: Calendar, moment: string, minutes: number) => {
  const ms = minutes * MINUTE_MS;
  return plusOpenMs(openTimeFrom(calendar, at(moment), ms), at(moment), ms);
};

test.each([
  ['in the middle of the morning', '2026-06-30T09:00:00+02:00', 2, '2026-06-30T09:02:00+02:00'],
  ['until the very minute the lunch break begins', '2026-06-30T11:58:00+02:00', 2, '2026-06-30T12:00:00+02:00'],
  ['one minute before the lunch break', '2026-06-30T11:59:00+02:00', 2, '2026-06-30T15:01:00+02:00'],
  ['in the lunch break', '2026-06-30T12:30:00+02:00', 2, '2026-06-30T15:02:00+02:00'],
  ['in the evening before a closed day', '2026-06-30T17:59:30+02:00', 2, '2026-07-02T08:01:30+02:00'],
  ['on the closed day', '2026-07-01T09:00:00+02:00', 1, '2026-07-02T08:01:00+02:00'],
])('minutes count while the office is open: %s', (_when, moment, minutes, expected) => {
  expect(afterOpenMinutes(practice(), moment, minutes)).toBe(at(expected));
});

test('a day off and a holiday are passed over', () => {
  const outing = practice({ exceptions: [{ date: date('2026-07-02'), ranges: [] }] });
  expect(afterOpenMinutes(outing, '2026-06-30T18:00:00+02:00', 5)).toBe(at('2026-07-03T08:05:00+02:00'));
  const holiday = practice({ holidays: (day) => (day === '2026-07-02' ? 'Feiertag' : undefined) });
  expect(afterOpenMinutes(holiday, '2026-06-30T18:00:00+02:00', 5)).toBe(at('2026-07-03T08:05:00+02:00'));
});

test.each([
  ['skips an hour', '2026-03-29T01:59:00+01:00', '2026-03-29T03:01:00+02:00'],
  ['shows an hour twice, which both count', '2026-10-25T02:59:00+02:00', '2026-10-25T02:01:00+01:00'],
])('on the day on which the clock %s, what counts is time that passes', (_what, moment, expected) => {
  expect(afterOpenMinutes(practice(), moment, 2)).toBe(at(expected));
});

test('an office that never opens comes to no end, and two weeks off are the most that is waited for', () => {
  const never = practice({ weekly: WeeklyHours.parse({ ...week, mon: [], tue: [], thu: [], fri: [], sun: [] }) });
  expect(afterOpenMinutes(never, '2026-06-30T09:00:00+02:00', 1)).toBeUndefined();
  const closedUntil = (last: string) => practice({ holidays: (day) => (day <= last ? 'Betriebsferien' : undefined) });
  expect(afterOpenMinutes(closedUntil('2026-07-13'), '2026-06-30T09:00:00+02:00', 1)).toBe(
    at('2026-07-14T08:01:00+02:00'),
  );
  expect(afterOpenMinutes(closedUntil('2026-07-14'), '2026-06-30T09:00:00+02:00', 1)).toBeUndefined();
});

test('two weeks off are counted anew after each open day, however long the wait', () => {
  const weekly = WeeklyHours.parse({ ...week, mon: [], tue: [], thu: [], fri: [], sun: night });
  const sundays = practice({ weekly });
  expect(afterOpenMinutes(sundays, '2026-06-30T09:00:00+02:00', 10 * 6 * 60)).toBe(at('2026-09-06T06:00:00+02:00'));
});

test('no time to wait ends at once, open or not', () => {
  expect(afterOpenMinutes(practice(), '2026-07-01T09:00:00+02:00', 0)).toBe(at('2026-07-01T09:00:00+02:00'));
});

test('open time that was asked for earlier still tells of a later moment', () => {
  const openTime = openTimeFrom(practice(), at('2026-06-30T11:00:00+02:00'), 120 * MINUTE_MS);
  expect(openTime.map(({ to }) => to)).toEqual([at('2026-06-30T12:00:00+02:00'), at('2026-06-30T16:00:00+02:00')]);
  expect(plusOpenMs(openTime, at('2026-06-30T12:30:00+02:00'), 60 * MINUTE_MS)).toBe(at('2026-06-30T16:00:00+02:00'));
  expect(plusOpenMs(openTime, at('2026-06-30T12:30:00+02:00'), 61 * MINUTE_MS)).toBeUndefined();
});
