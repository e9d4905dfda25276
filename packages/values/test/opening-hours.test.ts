import { describe, expect, test } from 'vitest';
import {
  atLocal,
  type Calendar,
  closingTime,
  DayException,
  HOUR_MS,
  hoursOn,
  isOpen,
  msBetween,
  nextOpening,
  openingsOn,
  plusMs,
  WeeklyHours,
} from '../src/index.ts';
import { date, time, zone } from './zones.ts';

const weekday = [
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '17:30' },
];
const practice: Calendar = {
  zone: zone('Europe/Berlin'),
  weekly: WeeklyHours.parse({
    mon: weekday,
    tue: weekday,
    wed: [{ from: '08:00', to: '12:00' }],
    thu: weekday,
    fri: weekday,
    sat: [],
    sun: [],
  }),
  exceptions: [
    DayException.parse({ date: '2026-07-02', ranges: [], reason: 'Betriebsausflug' }),
    DayException.parse({ date: '2026-12-25', ranges: [{ from: '10:00', to: '11:00' }], reason: 'Notdienst' }),
  ],
  holidays: (day) => (day.endsWith('-12-25') ? '1. Weihnachtstag' : undefined),
};
const berlin = (day: string, clock: string) => atLocal(date(day), time(clock), practice.zone);
const roundTheClock = (name: string): Calendar => {
  const day = [{ from: '00:00', to: '24:00' }];
  const weekly = WeeklyHours.parse({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
  return { zone: zone(name), weekly, exceptions: [], holidays: () => undefined };
};

describe('an ordinary Tuesday', () => {
  test.each([
    ['07:59', false],
    ['08:00', true],
    ['11:59', true],
    ['12:00', false],
    ['13:00', false],
    ['17:29', true],
    ['17:30', false],
  ])('at %s open is %s', (clock, open) => {
    expect(isOpen(practice, berlin('2026-06-30', clock))).toBe(open);
  });

  test('a visitor forgotten before or in the lunch break stays until the last closing', () => {
    expect(closingTime(practice, berlin('2026-06-30', '07:00'))).toBe(berlin('2026-06-30', '17:30'));
    expect(closingTime(practice, berlin('2026-06-30', '12:30'))).toBe(berlin('2026-06-30', '17:30'));
  });
  test('who comes when the office has closed stays until the end of the day', () => {
    expect(closingTime(practice, berlin('2026-06-30', '17:30'))).toBe(berlin('2026-07-01', '00:00'));
    expect(closingTime(practice, berlin('2026-07-04', '10:00'))).toBe(berlin('2026-07-05', '00:00'));
  });
  test('the next opening is after lunch, the next day or after the weekend', () => {
    expect(nextOpening(practice, berlin('2026-06-30', '08:00'))).toBe(berlin('2026-06-30', '14:00'));
    expect(nextOpening(practice, berlin('2026-06-30', '20:00'))).toBe(berlin('2026-07-01', '08:00'));
    expect(nextOpening(practice, berlin('2026-07-03', '18:00'))).toBe(berlin('2026-07-06', '08:00'));
  });
});

describe('special days', () => {
  test('a closing day of its own closes an ordinary Thursday', () => {
    expect(openingsOn(practice, date('2026-07-02'))).toEqual([]);
    expect(nextOpening(practice, berlin('2026-07-01', '12:00'))).toBe(berlin('2026-07-03', '08:00'));
  });
  test('a holiday closes, unless the office says otherwise for this date', () => {
    expect(hoursOn(practice, date('2025-12-25'))).toEqual([]);
    expect(hoursOn(practice, date('2026-12-25'))).toEqual([{ from: '10:00', to: '11:00' }]);
  });
  test('an office that never opens has no next opening', () => {
    const closed = { ...practice, holidays: () => 'Umbau', exceptions: [] };
    expect(nextOpening(closed, berlin('2026-06-30', '08:00'))).toBeUndefined();
  });
  test('the search looks a year ahead, no further', () => {
    const only = (day: string) => ({
      ...practice,
      holidays: (each: string) => (each === day ? undefined : 'Umbau'),
      exceptions: [],
    });
    const start = berlin('2026-06-30', '08:00');
    expect(nextOpening(only('2027-07-01'), start)).toBe(berlin('2027-07-01', '08:00'));
    expect(nextOpening(only('2027-07-02'), start)).toBeUndefined();
  });
});

describe('when the clock is changed', () => {
  test.each([
    ['2026-03-29', 23],
    ['2026-06-30', 24],
    ['2026-10-25', 25],
  ])('a desk open round the clock is open on %s for %d hours in Berlin', (day, hours) => {
    const lengths = openingsOn(roundTheClock('Europe/Berlin'), date(day)).map(({ from, to }) => msBetween(from, to));
    expect(lengths).toEqual([hours * HOUR_MS]);
  });

  const night = (ranges: { from: string; to: string }[]): Calendar => ({
    ...practice,
    exceptions: [DayException.parse({ date: '2026-03-29', ranges })],
  });
  test('hours that lie in the skipped hour vanish', () => {
    expect(openingsOn(night([{ from: '02:30', to: '03:00' }]), date('2026-03-29'))).toEqual([]);
  });
  test('hours that end in the skipped hour count on and join those that follow', () => {
    const calendar = night([
      { from: '01:00', to: '02:30' },
      { from: '03:00', to: '04:00' },
    ]);
    expect(openingsOn(calendar, date('2026-03-29'))).toEqual([
      { from: '2026-03-29T00:00:00.000Z', to: '2026-03-29T02:00:00.000Z' },
    ]);
  });
  test('a date that Apia left out has no openings', () => {
    expect(openingsOn(roundTheClock('Pacific/Apia'), date('2011-12-30'))).toEqual([]);
    const daytime = { ...practice, zone: zone('Pacific/Apia') };
    expect(openingsOn(daytime, date('2011-12-30'))).toEqual([]);
  });
  test('where an hour of yesterday came again after midnight, closing is still ahead', () => {
    // On 2010-11-07 at 00:01 the clocks of St. John's were put back to 23:01 of the day before.
    const calendar = roundTheClock('America/St_Johns');
    const again = atLocal(date('2010-11-07'), time('00:00'), calendar.zone);
    const yesterdayAgain = plusMs(again, HOUR_MS / 2);
    expect(closingTime(calendar, yesterdayAgain)).toBe(atLocal(date('2010-11-08'), time('00:00'), calendar.zone));
  });
});

describe('what may be written', () => {
  const mondayOf = (mon: unknown) => WeeklyHours.safeParse({ ...practice.weekly, mon });
  test.each([
    [
      'hours that overlap',
      [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ],
    ],
    [
      'hours out of order',
      [
        { from: '14:00', to: '17:00' },
        { from: '08:00', to: '12:00' },
      ],
    ],
    ['hours that run backwards', [{ from: '18:00', to: '08:00' }]],
    ['hours of no length', [{ from: '08:00', to: '08:00' }]],
    ['hours that begin at 24:00', [{ from: '24:00', to: '24:00' }]],
    ['a field nobody knows', [{ from: '08:00', to: '12:00', until: '12:00' }]],
    ['no list at all', undefined],
  ])('%s are refused', (_what, ranges) => {
    expect(mondayOf(ranges).success).toBe(false);
  });
  test('hours may meet, and may run until midnight', () => {
    expect(
      mondayOf([
        { from: '08:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ]).success,
    ).toBe(true);
  });
  test('the refusal names each place', () => {
    const paths = mondayOf([
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '10:00' },
    ]).error?.issues.map((issue) => issue.path);
    expect(paths).toEqual([
      ['mon', 1, 'to'],
      ['mon', 1, 'from'],
    ]);
  });
});
