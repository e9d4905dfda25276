import { byKey, type Read, through } from '@front-office/kernel';
import { completeOffice } from './migrate.ts';
import { offices, SELF } from './records.ts';

/** What kind of office it is, by the name of its vertical; null while nobody has said, or before it is set up. */
export const officeKind: Read<string | null> = through(byKey(offices, SELF), ([own]) =>
  own === undefined ? null : completeOffice(own.data).kind,
);
