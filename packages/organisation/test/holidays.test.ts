import { execFileSync } from 'node:child_process';
import { LocalDate, plusDays } from '@front-office/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHolidayPlace, publicHolidayOn } from '../src/index.ts';

const day = (date: string) => LocalDate.parse(date);
const holidayIn = (country: string, state?: string, region?: string) => (date: string) =>
  publicHolidayOn({ country, state, region }, day(date), 'en');

describe('in Germany', () => {
  const berlin = holidayIn('DE', 'BE');
  const bavaria = holidayIn('DE', 'BY');

  test.each([
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-14', 'Ascension Day'],
    ['2026-05-25', 'Whit Monday'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2027-05-06', 'Ascension Day'],
    ['2027-05-17', 'Whit Monday'],
  ])('%s follows Easter: %s', (date, name) => {
    expect(berlin(date)).toBe(name);
    expect(bavaria(date)).toBe(name);
  });

  test('3 October is a holiday in every Land, and in no more than one language at a time', () => {
    const states = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ');
    const names = states.map((state) => publicHolidayOn({ country: 'DE', state }, day('2026-10-03'), 'de'));
    expect(new Set(names)).toEqual(new Set(['Tag der Deutschen Einheit']));
    expect(berlin('2026-10-03')).not.toBe('Tag der Deutschen Einheit');
  });

  test('8 March is a holiday in Berlin since 2019, and not in Bavaria', () => {
    expect(berlin('2026-03-08')).toBe("International Women's Day");
    expect(berlin('2018-03-08')).toBeUndefined();
    expect(bavaria('2026-03-08')).toBeUndefined();
  });

  test('a day decreed for one year is a holiday in that year alone', () => {
    expect(berlin('2025-05-08')).toBeDefined();
    expect(berlin('2026-05-08')).toBeUndefined();
  });

  test('15 August is a holiday where most Bavarians of the municipality are Catholic, 8 August in Augsburg', () => {
    const assumption = (region?: string) => holidayIn('DE', 'BY', region)('2026-08-15');
    expect(assumption('KATH')).toBe('Assumption');
    expect([assumption('EVANG'), assumption()]).toEqual([undefined, undefined]);
    expect(holidayIn('DE', 'BY', 'A')('2026-08-08')).toBe('Augsburg Peace Festival');
    expect(bavaria('2026-08-08')).toBeUndefined();
  });

  test('Christmas Eve, New Year’s Eve and Carnival Monday are working days by law', () => {
    const cologne = holidayIn('DE', 'NW');
    expect(['2026-12-24', '2026-12-31', '2026-02-16'].map(cologne)).toEqual([undefined, undefined, undefined]);
  });

  test('Easter Sunday is a holiday of its own in Brandenburg alone', () => {
    expect(holidayIn('DE', 'BB')('2026-04-05')).toBeDefined();
    expect(holidayIn('DE', 'HE')('2026-04-05')).toBeUndefined();
  });
});

describe('in the United States', () => {
  const anywhere = holidayIn('US');

  test('a holiday on a Saturday is kept on the Friday before, and stays one', () => {
    expect(anywhere('2026-07-03')).toBe('Independence Day (substitute day)');
    expect(anywhere('2026-07-04')).toBe('Independence Day');
    expect(anywhere('2026-07-06')).toBeUndefined();
  });

  test('New Year’s Day on a Saturday is kept in the old year', () => {
    expect(anywhere('2027-12-31')).toBe("New Year's Day (substitute day)");
    expect(anywhere('2026-12-31')).toBeUndefined();
  });

  test('Thanksgiving is the fourth Thursday of November; the day after it is a holiday in Texas', () => {
    expect(anywhere('2026-11-26')).toBe('Thanksgiving Day');
    expect(anywhere('2026-11-19')).toBeUndefined();
    expect(holidayIn('US', 'TX')('2026-11-27')).toBeDefined();
    expect(holidayIn('US', 'NY')('2026-11-27')).toBeUndefined();
  });

  test('a state adds days to those of the country', () => {
    expect(holidayIn('US', 'NY')('2026-02-12')).toBe("Lincoln's Birthday");
    expect(anywhere('2026-02-12')).toBeUndefined();
  });

  test('a state without days of its own keeps just those of the country', () => {
    const year = Array.from({ length: 365 }, (_, days) => plusDays(day('2026-01-01'), days));
    const wyoming = holidayIn('US', 'WY');
    expect(year.filter(wyoming)).toEqual(year.filter(anywhere));
  });

  test('half a day closes no office: Good Friday afternoon in Kentucky', () => {
    expect(holidayIn('US', 'KY')('2026-04-03')).toBeUndefined();
  });
});

test('half a day from noon closes none either: Labour Day in Valais', () => {
  expect(holidayIn('CH', 'VS')('2026-05-01')).toBeUndefined();
});

test('a holiday that lasts several days is one on each of them', () => {
  const armenia = holidayIn('AM');
  const days = ['2026-01-03', '2026-01-04', '2026-01-05'].map(armenia);
  expect(days).toEqual(Array(3).fill('Pre-Christmas holidays'));
});

test('a name is in the language asked for, and in one of the country’s where there is none', () => {
  const name = (language: 'de' | 'en') => publicHolidayOn({ country: 'DE', state: 'BE' }, day('2026-12-25'), language);
  expect([name('de'), name('en')]).toEqual(['1. Weihnachtstag', 'Christmas Day']);
  expect(publicHolidayOn({ country: 'US' }, day('2026-11-11'), 'de')).toBe('Veterans Day');
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('the day is the same when the server stands in %s', (zone) => {
  // The zone of a running process cannot be trusted to change, so another one is asked.
  const asked = `
    import { publicHolidayOn } from '@front-office/organisation';
    const on = (place, dates) => dates.map((date) => publicHolidayOn(place, date, 'en') ?? null);
    console.log(JSON.stringify([
      on({ country: 'DE', state: 'SL' }, ['2026-10-02', '2026-10-03', '2026-10-04']),
      on({ country: 'US', state: 'HI' }, ['2026-12-24', '2026-12-25', '2026-12-26']),
    ]));`;
  const answer = execFileSync(
    process.execPath,
    ['--conditions=@front-office/source', '--input-type=module', '--eval', asked],
    { cwd: import.meta.dirname, env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  expect(JSON.parse(answer)).toEqual([
    [null, 'National Holiday', null],
    [null, 'Christmas Day', null],
  ]);
});

test('the year has as many holidays as ever, however often and in whatever order one asks', () => {
  const dates = fc.integer({ min: 0, max: 9_000 }).map((days) => plusDays(day('2020-01-01'), days));
  const places = fc.constantFrom({ country: 'DE', state: 'BY' }, { country: 'DE', state: 'BE' }, { country: 'US' });
  fc.assert(
    fc.property(fc.array(fc.tuple(places, dates), { maxLength: 20 }), (asked) => {
      const first = asked.map(([place, date]) => publicHolidayOn(place, date, 'de'));
      const again = asked.toReversed().map(([place, date]) => publicHolidayOn(place, date, 'de'));
      expect(again.toReversed()).toEqual(first);
    }),
  );
});

test('asking for hundreds of years answers still', () => {
  const years = Array.from({ length: 600 }, (_, years) => `${2000 + years}-10-03`);
  expect(years.map(holidayIn('DE', 'HH')).every((name) => name === 'National Holiday')).toBe(true);
});

test('a place is known by country, state and region, in capitals', () => {
  const known = (country: string, state?: string, region?: string) => isHolidayPlace({ country, state, region });
  expect([known('DE'), known('DE', 'BY'), known('DE', 'BY', 'KATH'), known('US', 'NY')]).not.toContain(false);
  const unknown = [
    known('XX'),
    known('de', 'by'),
    known('DE', 'ZZ'),
    known('DE', 'BE', 'KATH'),
    known('DE', undefined, 'KATH'),
    known('constructor'),
  ];
  expect(unknown).not.toContain(true);
});
