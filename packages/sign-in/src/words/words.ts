import type { RefusalWords } from '@front-office/kernel';
import type { Told } from '../house.ts';
import type { SignInRefusalCode } from '../refusals.ts';
import type { Session } from '../schema.ts';

/** Every text of this package. A missing one does not compile. */
export interface SignInWords {
  readonly refusals: RefusalWords<SignInRefusalCode>;
  /** Mail to the owner of an account. It carries no secret, and nothing that one has to click. */
  readonly told: Readonly<Record<Told, { readonly subject: string; readonly text: string }>>;
  /** How somebody was proven, in their list of sessions. */
  readonly proofs: Readonly<Record<Session['provenBy'][number], string>>;
}
