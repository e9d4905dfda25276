import type { RefusalWords } from '@front-office/kernel';
import type { ItemCommand, ItemFact, ItemState } from '../schema.ts';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface ExampleDomainWords {
  readonly refusals: RefusalWords<'example_domain_proof_missing'>;
  readonly states: Readonly<Record<ItemState, string>>;
  readonly commands: Readonly<Record<ItemCommand['type'], string>>;
  readonly facts: Readonly<Record<ItemFact['type'], string>>;
}
