import { instantAt, wallClock } from '../times.ts';

const DAY_MS = 86_400_000;

/** From one moment until another. */
interface Span {
  readonly from: string;
  readonly until: string;
}

/** One absence as its day shows it: the times at which it begins and ends, where it does so within the day. */
export interface AwayOn<A> {
  readonly absence: A;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** A day, or days in a row on which the same people are away. */
export interface DaysAway<A> {
  readonly first: string;
  readonly last: string;
  readonly away: readonly AwayOn<A>[];
}

/** The days of a month, by the calendar on the office's wall, on which somebody is away. */
export function daysAway<A extends Span>(absences: readonly A[], month: string, zone: string): DaysAway<A>[] {
  const runs: DaysAway<A>[] = [];
  const inOrder = absences.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  for (let date = `${month}-01`; date.startsWith(month); date = dayAfter(date)) {
    const away = awayOn(inOrder, date, zone);
    const before = runs.at(-1);
    if (away.length === 0) continue;
    if (before && dayAfter(before.last) === date && isSame(before.away, away))
      runs[runs.length - 1] = { ...before, last: date };
    else runs.push({ first: date, last: date, away });
  }
  return runs;
}

function awayOn<A extends Span>(absences: readonly A[], date: string, zone: string): AwayOn<A>[] {
  const begins = Date.parse(instantAt(date, '00:00', zone));
  const ends = Date.parse(instantAt(dayAfter(date), '00:00', zone));
  return absences.flatMap((absence) => {
    const [from, until] = [Date.parse(absence.from), Date.parse(absence.until)];
    if (from >= ends || until <= begins) return [];
    return {
      absence,
      from: from > begins ? wallClock(from, zone).time : undefined,
      until: until < ends ? wallClock(until, zone).time : undefined,
    };
  });
}

/** Who begins or ends within a day has that day alone. */
const isSame = <A>(before: readonly AwayOn<A>[], after: readonly AwayOn<A>[]): boolean =>
  before.length === after.length &&
  before.every((each, at) => each.absence === after[at]?.absence && isWhole(each) && isWhole(after[at]));

const isWhole = ({ from, until }: AwayOn<unknown>): boolean => from === undefined && until === undefined;

export const dayAfter = (date: string): string => shifted(date, 1);
export const dayBefore = (date: string): string => shifted(date, -1);

const shifted = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY_MS);
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length);

export const monthOf = (date: string): string => date.slice(0, 'YYYY-MM'.length);

/** The month so many after this one; before it, when they are less than none. */
export function monthsOn(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(dateOf(Date.UTC(year, number - 1 + count)));
}

/** The months by UTC, by which the server knows absences, that these months on the office's wall touch. */
export function monthsAsked(months: readonly string[], zone: string): string[] {
  const touched = months.flatMap((month) => [
    monthOf(instantAt(`${month}-01`, '00:00', zone)),
    month,
    monthOf(new Date(Date.parse(instantAt(`${monthsOn(month, 1)}-01`, '00:00', zone)) - 1).toISOString()),
  ]);
  return [...new Set(touched)].sort();
}
