import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorsIn, spanOf, typedOf } from '../src/absences/absence-entry.ts';
import { dayAfter, daysAway, monthsAsked, monthsOn } from '../src/absences/days-away.ts';
import { instantAt } from '../src/times.ts';

const BERLIN = 'Europe/Berlin';
const at = (date: string, time = '00:00') => instantAt(date, time, BERLIN);
const away = (who: string, from: string, until: string) => ({ who, from, until });
const seen = (absences: ReturnType<typeof away>[], month: string) =>
  daysAway(absences, month, BERLIN).map(({ first, last, away }) => [
    first === last ? first : `${first}/${last}`,
    ...away.map(({ absence, from, until }) => [absence.who, from, until].filter(Boolean).join(' ')),
  ]);

test('days in a row with the same people are one entry, and a day on which somebody else is away is its own', () => {
  const holiday = away('Lena', at('2026-08-03'), at('2026-08-08'));
  const dentist = away('Zoë', at('2026-08-05', '09:00'), at('2026-08-05', '11:30'));
  expect(seen([dentist, holiday], '2026-08')).toEqual([
    ['2026-08-03/2026-08-04', 'Lena'],
    ['2026-08-05', 'Lena', 'Zoë 09:00 11:30'],
    ['2026-08-06/2026-08-07', 'Lena'],
  ]);
});

test('the day on which somebody goes or comes back says when', () => {
  const trip = away('Anna', at('2026-08-03', '14:00'), at('2026-08-06', '12:00'));
  expect(daysAway([trip], '2026-08', BERLIN).map(({ away }) => [away[0]?.from, away[0]?.until])).toEqual([
    ['14:00', undefined],
    [undefined, undefined],
    [undefined, '12:00'],
  ]);
});

test('a month has its own days alone, by the clock on the wall and not by UTC', () => {
  const overNewYear = away('Sabine', at('2026-12-31'), at('2027-01-02'));
  expect(seen([overNewYear], '2026-12')).toEqual([['2026-12-31', 'Sabine']]);
  expect(seen([overNewYear], '2027-01')).toEqual([['2027-01-01', 'Sabine']]);
  expect(monthsAsked(['2026-12', '2027-01'], BERLIN)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect([monthsOn('2026-12', 1), monthsOn('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

test('a day on which the clock changes is one whole day', () => {
  const summerTimeEnds = away('Paweł', at('2026-10-25'), at('2026-10-26'));
  expect(seen([summerTimeEnds], '2026-10')).toEqual([['2026-10-25', 'Paweł']]);
});

test('without times the whole of the first and of the last day counts, and what ends at once is to be put right', () => {
  const typed = {
    person: 'a',
    fromDate: '2026-08-03',
    fromTime: '',
    untilDate: '2026-08-03',
    untilTime: '',
    deputy: '',
  };
  expect(spanOf(typed, BERLIN)).toEqual({ from: at('2026-08-03'), until: at('2026-08-04') });
  expect(errorsIn(typed, BERLIN)).toEqual([]);
  expect(errorsIn({ ...typed, untilDate: '2026-08-02' }, BERLIN)).toEqual(['order']);
  expect(errorsIn({ ...typed, fromTime: '09:00', untilTime: '09:00' }, BERLIN)).toEqual(['order']);
  expect(errorsIn({ ...typed, person: '', fromDate: '' }, BERLIN)).toEqual(['person', 'fromDate']);
});

test('what was entered is found again as it was typed', () => {
  const date = fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
  // Not in the hours that a change of the clock skips or repeats: there the wall shows one time for two.
  const time = fc.constantFrom('', '04:15', '08:00', '12:30', '23:59');
  const zone = fc.constantFrom(BERLIN, 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
  fc.assert(
    fc.property(date, time, date, time, zone, (fromDate, fromTime, untilDate, untilTime, zone) => {
      const typed = { person: 'a', fromDate, fromTime, untilDate, untilTime, deputy: 'b' };
      const said = { staff: 'a', deputy: 'b', ...spanOf(typed, zone) };
      expect(typedOf(said, zone)).toEqual(typed);
    }),
  );
});

test('a day is followed by the next, over the end of a month and a leap day', () => {
  expect(['2028-02-28', '2028-02-29', '2026-12-31'].map(dayAfter)).toEqual(['2028-02-29', '2028-03-01', '2027-01-01']);
});
