import { byId, byKey, known, type Read, through, together } from '@front-office/kernel';
import { type Calendar, closingTime, type Instant, MINUTE_MS, type Opening, openTimeFrom } from '@front-office/values';
import { publicHolidayOn } from './holidays.ts';
import { completeOffice } from './migrate.ts';
import { dayExceptions, offices, SELF, sites } from './records.ts';
import type { DayException, Office, Site, SiteId } from './schema.ts';

/** When an office is open. Of two exceptions for one date the first counts; a site may have hours of its own. */
export const calendarOf = (office: Office, exceptions: readonly DayException[], site?: Site): Calendar => ({
  zone: office.zone,
  weekly: site?.hours ?? office.hours,
  exceptions,
  holidays: (date) => publicHolidayOn(office, date, office.language),
});

/** The office with its calendar; the calendar knows the exceptions of the local day of one instant. */
export interface OpenOffice {
  readonly office: Office;
  readonly calendar: Calendar;
}

/**
 * The office as it is on the local day of `at`, with the hours of `site` where that is given. Two or three lookups, so it
 * is loaded with a case in one round trip. Of two exceptions for one date the one entered later counts.
 *
 * @throws when the office has no `office` record: whoever sets it up creates that first.
 */
export function officeAt(at: Instant, site?: SiteId): Read<OpenOffice> {
  const reads = together({
    own: byKey(offices, SELF),
    exceptions: byKey(dayExceptions, utcDateOf(at)),
    site: site === undefined ? known(undefined) : byId(sites, site),
  });
  return through(reads, ({ own, exceptions, site: found }) => {
    const [stored] = own;
    if (stored === undefined) throw new Error('This office has no "office" record yet: create it first.');
    const office = completeOffice(stored.data);
    const newestFirst = [...exceptions].sort((one, other) => (one.id < other.id ? 1 : -1)); // ids rise with time
    return {
      office,
      calendar: calendarOf(
        office,
        newestFirst.map(({ data }) => data),
        found?.data,
      ),
    };
  });
}

/** The hours that other packages may ask for. */
export const officeHours = {
  /** When what is left open at `at` is closed: the last closing of that local day, or its end once that has passed. */
  closingTime: (at: Instant): Read<Instant> => through(officeAt(at), ({ calendar }) => closingTime(calendar, at)),

  /**
   * The next `minutes` of open time from `at` on, in order; less when the office then stays closed for two weeks. What
   * is loaded are the exceptions of the day of `at` and of those beside it: later days count as the week and the law say.
   */
  openTime: (at: Instant, minutes: number): Read<readonly Opening[]> =>
    through(officeAt(at), ({ calendar }) => openTimeFrom(calendar, at, minutes * MINUTE_MS)),
};

/** An instant is written in UTC. No zone is a whole day ahead or behind, so the local date is this one or one beside it. */
const utcDateOf = (at: Instant) => at.slice(0, 'YYYY-MM-DD'.length);
