import type { RefusalWords } from '@front-office/kernel';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface OfficeWords {
  readonly refusals: RefusalWords<'has_left'>;
}
