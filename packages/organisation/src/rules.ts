import { type Given, refuse } from '@front-office/kernel';
import { isHolidayPlace } from './holidays.ts';
import type { Office } from './schema.ts';

/** Without a calendar for its place an office would be open on every holiday, and nobody would notice before the first. */
export const holidaysAreKnown = ({ input }: Given<unknown, Office>) => {
  if (isHolidayPlace(input)) return undefined;
  const place = [input.country, input.state, input.region].filter((part) => part !== undefined).join('-');
  return refuse('holidays_unknown', { place });
};
