import { atLocal, LocalDate, LocalTime, TimeZone } from '@front-office/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, minutesSince, nextQuarter, timeOfDay, timeSeen, wallClock } from '../src/times.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
];
const at = (text: string) => Date.parse(text);

test('a time is that of the office, wherever the desk stands', () => {
  expect(timeOfDay('2026-06-30T07:05:00.000Z', 'Europe/Berlin', 'de')).toBe('09:05');
  expect(timeOfDay('2026-06-30T07:05:00.000Z', 'America/New_York', 'en')).toBe('03:05');
  expect(timeOfDay('2026-06-29T22:30:00.000Z', 'Europe/Berlin', 'en')).toBe('00:30');
});

test('the date is said when it is not the day of now in the office', () => {
  const now = at('2026-06-30T22:30:00Z'); // already 1 July in Berlin
  expect(timeSeen('2026-06-30T22:10:00.000Z', now, 'Europe/Berlin', 'de')).toBe('00:10');
  expect(timeSeen('2026-06-30T21:10:00.000Z', now, 'Europe/Berlin', 'de')).toBe('30.06.2026, 23:10');
  expect(timeSeen('2026-06-30T21:10:00.000Z', now, 'Europe/Berlin', 'en')).toBe('30/06/2026, 23:10');
});

test('waiting counts whole minutes, and never less than none when the clocks differ', () => {
  expect(minutesSince('2026-06-30T08:00:00.000Z', at('2026-06-30T08:02:59Z'))).toBe(2);
  expect(minutesSince('2026-06-30T08:00:00.000Z', at('2026-06-30T07:59:00Z'))).toBe(0);
});

test('a form begins with the next quarter of an hour on the wall of the office, past midnight too', () => {
  expect(wallClock(nextQuarter(at('2026-06-30T08:20:00Z')), 'Europe/Berlin')).toEqual({
    date: '2026-06-30',
    time: '10:30',
  });
  expect(nextQuarter(at('2026-06-30T08:15:00Z'))).toBe(at('2026-06-30T08:30:00Z'));
  expect(wallClock(nextQuarter(at('2026-06-30T21:50:00Z')), 'Europe/Berlin')).toEqual({
    date: '2026-07-01',
    time: '00:00',
  });
});

test('a date and a time are the same instant here and on the server, whatever the zone and its clock changes', () => {
  const minutes = fc.integer({ min: at('2000-01-01T00:00:00Z') / 60_000, max: at('2037-12-31T00:00:00Z') / 60_000 });
  const changes = fc.constantFrom(
    '2026-03-29T02:30', // skipped in Berlin
    '2026-10-25T02:30', // twice in Berlin
    '2026-03-08T02:15',
    '2026-11-01T01:45',
    '2026-10-04T02:10', // half an hour skipped on Lord Howe
    '2026-04-05T01:40',
  );
  const anyTime = minutes.map((minute) => new Date(minute * 60_000).toISOString().slice(0, 16));
  fc.assert(
    fc.property(fc.oneof(anyTime, changes), fc.constantFrom(...zones), (shown, zone) => {
      const [date = '', time = ''] = shown.split('T');
      const expected = atLocal(LocalDate.parse(date), LocalTime.parse(time), TimeZone.parse(zone));
      expect(instantAt(date, time, zone)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
