export { type EffectiveTable, effectiveOn } from './effective.ts';
export { derivedId, type Id, idSchema, newId } from './id.ts';
export { Instant } from './instant.ts';
export {
  HOUR_MS,
  instantOf,
  isBefore,
  MINUTE_MS,
  millisOf,
  msBetween,
  plusMs,
  SECOND_MS,
} from './instant-arithmetic.ts';
export { atLocal, endOfDay, localDate, localTime, plusDays, startOfDay, weekdayOf } from './local-time.ts';
export { displayName, sortName } from './name-forms.ts';
export { foldName, matchKey, nameKeys } from './name-matching.ts';
export { openTimeFrom, plusOpenMs } from './open-time.ts';
export {
  type Calendar,
  closingTime,
  hoursOn,
  isOpen,
  nextOpening,
  type Opening,
  openingsOn,
} from './opening-hours.ts';
export { PersonName } from './person-name.ts';
export { TimeZone } from './time-zone.ts';
export { EndTime, LocalDate, LocalTime } from './wall-clock.ts';
export { WEEKDAYS, type Weekday } from './weekday.ts';
export { DayException, DayHours, HoursRange, WeeklyHours } from './weekly-hours.ts';
