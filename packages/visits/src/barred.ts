import { byKey, defineRecord, freeText, type Lookup, personal, type Read, through } from '@front-office/kernel';
import { Instant, isBefore, matchKey, PersonName } from '@front-office/values';
import * as z from 'zod';
import type { BarredId } from './schema.ts';

export const BarredPerson = z.strictObject({
  name: personal(PersonName),
  reason: freeText(300),
  /** The entry warns until then; without an end it warns until it is changed. */
  until: Instant.nullable().default(null),
});
export type BarredPerson = z.output<typeof BarredPerson>;

/** People whom the house does not want to let in. An entry only warns the desk: names are not unique, so a person decides. */
export const barredPersons = defineRecord({
  name: 'barredPerson',
  schema: BarredPerson,
  create: 'visits.bar',
  change: 'visits.bar',
  read: 'visits.read',
  logsReads: true,
  keys: ({ name }) => [matchKey(name)],
});

/** Entries that warn of this name at `at`. The name is given as `matchKey` makes it, or pointed at in the loaded visit. */
export function barredBy(nameKey: Lookup['value'], at: Instant): Read<BarredId[]> {
  return through(byKey(barredPersons, nameKey), (entries) =>
    // An id in the store was made by the kernel.
    entries.filter(({ data }) => data.until === null || isBefore(at, data.until)).map(({ id }) => id as BarredId),
  );
}
