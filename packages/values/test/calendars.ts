import * as fc from 'fast-check';
import { type Calendar, DayHours, WEEKDAYS, WeeklyHours } from '../src/index.ts';
import { anyDate, anyTime, anyZone } from './zones.ts';

const anyHours = fc.uniqueArray(anyTime, { minLength: 0, maxLength: 6 }).map((times) => {
  const sorted = times.toSorted();
  return DayHours.parse(
    sorted.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: sorted[index + 1] ?? '24:00' }] : [])),
  );
});

/** Some office's hours: any zone, week and exceptions, and a holiday on the first of each month. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  zone: anyZone,
  weekly: fc
    .tuple(...WEEKDAYS.map(() => anyHours))
    .map((days) => WeeklyHours.parse(Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, days[index]])))),
  exceptions: fc.array(fc.record({ date: anyDate, ranges: anyHours }), { maxLength: 3 }),
  holidays: fc.constant((day: string) => (day.endsWith('-01') ? 'Monatsanfang' : undefined)),
});
