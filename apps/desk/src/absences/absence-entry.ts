import { instantAt, wallClock } from '../times.ts';
import type { AbsenceField } from '../words/absences.ts';
import { dayAfter, dayBefore } from './days-away.ts';

/** What was typed, as date and time entries hold it; of people the ids, or nothing. */
export type AbsenceTyped = Readonly<Record<AbsenceField, string>>;

/** From one moment until another, as the server takes it. */
interface Span {
  readonly from: string;
  readonly until: string;
}

const MIDNIGHT = '00:00';

/** An empty form: somebody is away today. */
export function emptyAbsence(now: number, zone: string): AbsenceTyped {
  const { date } = wallClock(now, zone);
  return { person: '', fromDate: date, fromTime: '', untilDate: date, untilTime: '', deputy: '' };
}

/** An absence as it would have been typed. What begins or ends with a day has no time. */
export function typedOf(
  { staff, deputy, from, until }: Span & { readonly staff: string; readonly deputy: string | null },
  zone: string,
): AbsenceTyped {
  const begins = wallClock(Date.parse(from), zone);
  const ends = wallClock(Date.parse(until), zone);
  const endsWithDay = ends.time === MIDNIGHT;
  return {
    person: staff,
    deputy: deputy ?? '',
    fromDate: begins.date,
    fromTime: begins.time === MIDNIGHT ? '' : begins.time,
    untilDate: endsWithDay ? dayBefore(ends.date) : ends.date,
    untilTime: endsWithDay ? '' : ends.time,
  };
}

/** When the clock on the office's wall shows what was typed: from the beginning of the first day until the end of the last. */
export function spanOf({ fromDate, fromTime, untilDate, untilTime }: AbsenceTyped, zone: string): Span {
  return {
    from: instantAt(fromDate, fromTime || MIDNIGHT, zone),
    until: untilTime ? instantAt(untilDate, untilTime, zone) : instantAt(dayAfter(untilDate), MIDNIGHT, zone),
  };
}

export type AbsenceError = 'person' | 'fromDate' | 'untilDate' | 'order';

/** What has to be put right before anything can be sent; whether it may be is for the server to say. */
export function errorsIn(typed: AbsenceTyped, zone: string): AbsenceError[] {
  const missing = (['person', 'fromDate', 'untilDate'] as const).filter((field) => typed[field] === '');
  if (missing.length > 0) return missing;
  const { from, until } = spanOf(typed, zone);
  return Date.parse(from) < Date.parse(until) ? [] : ['order'];
}
