import type { Language } from '@front-office/kernel';
import { HOUR_MS, LocalDate, plusDays } from '@front-office/values';
import Holidays from 'date-holidays';

/** Where a law of holidays holds: country, state, and in few states a region. Codes as in the `office` record. */
export interface HolidayPlace {
  readonly country: string;
  readonly state?: string | undefined;
  readonly region?: string | undefined;
}

/**
 * The name of the public holiday on `date` in `place`, or undefined when it is none. Law data of the `date-holidays`
 * library, looked up by date and never copied, so that a new law is a new version of the library.
 *
 * - Only `public` days count, and only whole ones: Christmas Eve in Germany, or the afternoon of Good Friday in
 *   Kentucky, close no office by law. An office that closes then says so with an exception.
 * - A day kept instead of another (3 July 2026 in the US) is a holiday, and the other one stays one.
 * - A name that the library lacks in `language` comes in the language of the country.
 */
export function publicHolidayOn(place: HolidayPlace, date: LocalDate, language: Language): string | undefined {
  return holidaysOfYear(place, Number(date.slice(0, 4)), language).get(date);
}

/** Whether the library knows this country and, where given, this state of it and this region of the state. */
export function isHolidayPlace({ country, state, region }: HolidayPlace): boolean {
  const has = (codes: Record<string, string> | undefined, code: string) =>
    codes !== undefined && Object.hasOwn(codes, code);
  if (!has(everywhere.getCountries(), country)) return false;
  if (state === undefined) return region === undefined;
  return (
    has(everywhere.getStates(country), state) &&
    (region === undefined || has(everywhere.getRegions(country, state), region))
  );
}

const everywhere = new Holidays();

/** A year costs about a millisecond to work out, and every command of a visit asks for one day of it. */
const years = new Map<string, ReadonlyMap<LocalDate, string>>();

/** Far more than the offices of one process need; a bound, because callers choose the dates. */
const MOST_YEARS_KEPT = 500;

function holidaysOfYear(place: HolidayPlace, year: number, language: Language): ReadonlyMap<LocalDate, string> {
  const key = [place.country, place.state, place.region, year, language].join('/');
  const kept = years.get(key);
  if (kept) return kept;
  if (years.size >= MOST_YEARS_KEPT) years.clear();
  const names = namesByDate(place, year, language);
  years.set(key, names);
  return names;
}

function namesByDate(
  { country, state, region }: HolidayPlace,
  year: number,
  language: Language,
): ReadonlyMap<LocalDate, string> {
  const law = new Holidays(codesOf(country, state, region), { types: ['public'] });
  const names = new Map<LocalDate, string>();
  for (const { date, start, end, name } of law.getHolidays(year, language)) {
    const [first, time] = date.split(' '); // local to the place: `2026-10-03 00:00:00`
    if (time !== '00:00:00') continue;
    for (let day = 0; day < wholeDays(start, end); day += 1) {
      const on = plusDays(LocalDate.parse(first), day);
      if (!names.has(on)) names.set(on, name);
    }
  }
  return names;
}

/** The library reads a key that is there as given, even when it is undefined. */
const codesOf = (country: string, state: string | undefined, region: string | undefined) => ({
  country,
  ...(state !== undefined && { state }),
  ...(region !== undefined && { region }),
});

/** Rounded, since a day on which the clock is changed has 23 or 25 hours. */
const wholeDays = (start: Date, end: Date) => Math.round((end.getTime() - start.getTime()) / (24 * HOUR_MS));
