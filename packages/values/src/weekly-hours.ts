import * as z from 'zod';
import { EndTime, LocalDate, LocalTime } from './wall-clock.ts';

/** From one time of a day to a later one, `to` not included: `{ from: '08:00', to: '12:00' }`. */
export const HoursRange = z
  .strictObject({ from: LocalTime, to: EndTime })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'Must be later than from' });
export type HoursRange = z.output<typeof HoursRange>;

/**
 * The hours of one day, in order and without overlap; none means closed. Hours that cross midnight are written as two
 * days: until `24:00`, and from `00:00`.
 */
export const DayHours = z.array(HoursRange).superRefine((ranges, refinement) => {
  for (const [index, { from }] of ranges.entries()) {
    const before = ranges[index - 1];
    if (!before || before.to <= from) continue;
    refinement.addIssue({
      code: 'custom',
      path: [index, 'from'],
      message: 'Must not begin before the range above ends',
    });
  }
});
export type DayHours = z.output<typeof DayHours>;

/** The hours of an ordinary week. Every day is named; a day without hours is an empty list. */
export const WeeklyHours = z.strictObject({
  mon: DayHours,
  tue: DayHours,
  wed: DayHours,
  thu: DayHours,
  fri: DayHours,
  sat: DayHours,
  sun: DayHours,
});
export type WeeklyHours = z.output<typeof WeeklyHours>;

/** One date with hours of its own, such as a works outing or a long Thursday. It wins over holidays and the week. */
export const DayException = z.strictObject({
  date: LocalDate,
  ranges: DayHours,
  reason: z.string().trim().min(1).max(200).optional(),
});
export type DayException = z.output<typeof DayException>;
