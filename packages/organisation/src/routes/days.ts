import { byPrefix, commandRoute, defineRoute, startRoute, through, together, viewRoute } from '@front-office/kernel';
import { idSchema, type LocalDate, localDate } from '@front-office/values';
import * as z from 'zod';
import { officeAt } from '../calendar.ts';
import { dayExceptions } from '../records.ts';
import { DayException } from '../schema.ts';

const DayExceptionId = idSchema('DayExceptionId');

/** More than two exceptions for each date of a year. */
const MOST_IN_A_YEAR = 1_000;

/** The exceptions from a date until the end of the year after it, in order; of two for one date the later one counts. */
const exceptionsFrom = (from: LocalDate) => {
  const year = Number(from.slice(0, 'YYYY'.length));
  const inYear = (number: number) => byPrefix(dayExceptions, `${number}-`, MOST_IN_A_YEAR);
  return through(together({ first: inYear(year), second: inYear(year + 1) }), ({ first, second }) => {
    // Found also by the days beside its date: New Year's Eve in both years, and the New Year's Day after them.
    const end = `${year + 2}-01-01`;
    const found = new Map([...first, ...second].map(({ id, data }) => [id, { ...data, id: DayExceptionId.parse(id) }]));
    return [...found.values()]
      .filter(({ date }) => date >= from && date < end)
      .sort((one, other) => (`${one.date}${one.id}` < `${other.date}${other.id}` ? -1 : 1));
  });
};

/** The dates on which the office keeps other hours. */
export const dayRoutes = [
  defineRoute({
    method: 'GET',
    path: '/day-exceptions',
    summary: 'Days with other hours, by date: from today, or from `from`, until the end of the year after it',
    needs: 'office.read',
    input: z.strictObject({ from: DayException.shape.date.optional() }),
    output: z.object({ dayExceptions: z.array(DayException.extend({ id: DayExceptionId })) }),
    async run({ kernel, office, actor }, { from }) {
      const today = async () => {
        const { calendar } = await kernel.read(office, officeAt(kernel.now()), actor);
        return localDate(kernel.now(), calendar.zone);
      };
      return { dayExceptions: await kernel.read(office, exceptionsFrom(from ?? (await today())), actor) };
    },
  }),
  startRoute(dayExceptions, 'create', {
    path: '/day-exceptions',
    summary: 'Set other hours for one date; no hours mean closed',
    refusals: [],
  }),
  viewRoute(dayExceptions, {
    path: '/day-exceptions/{dayException}',
    summary: 'One day with other hours, with its log',
    context: DayException,
  }),
  commandRoute(dayExceptions, 'change', {
    path: '/day-exceptions/{dayException}/change',
    summary: 'Change the hours of such a day, or withdraw it',
    refusals: [],
  }),
] as const;
