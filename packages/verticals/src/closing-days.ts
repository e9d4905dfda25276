import type { InputOf } from '@front-office/kernel';
import type { dayExceptions } from '@front-office/organisation';
import { LocalDate, plusDays } from '@front-office/values';
import type { Vertical } from './vertical.ts';

type DayExceptionInput = InputOf<typeof dayExceptions, 'create'>;

/** The closing days of `year`, in order, each as the exception that the organisation keeps. */
export function closingDaysOf({ organisation }: Vertical, year: number): DayExceptionInput[] {
  return organisation.closingDays.flatMap(({ from, to, reason }) => {
    const last = LocalDate.parse(`${year}-${to}`);
    const days: DayExceptionInput[] = [];
    for (let date = LocalDate.parse(`${year}-${from}`); date <= last; date = plusDays(date, 1))
      days.push({ date, ranges: [], reason });
    return days;
  });
}
