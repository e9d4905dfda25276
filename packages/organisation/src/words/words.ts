import type { RefusalWords } from '@front-office/kernel';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface OrganisationWords {
  readonly refusals: RefusalWords<'holidays_unknown'>;
  /** What a person calls each kind of record. */
  readonly records: Readonly<Record<'office' | 'site' | 'staffMember' | 'dayException', string>>;
}
