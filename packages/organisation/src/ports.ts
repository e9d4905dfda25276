import type { Read } from '@front-office/kernel';

/** What this package needs from outside. `office` fills it from the kind of office. */
export interface OrganisationPorts {
  readonly organisation: { readonly policy: Read<RightsPolicy> };
}

/** What an office has set about rights. */
export interface RightsPolicy {
  /**
   * Who gives somebody more than they have: always another person, or, where there may be none, also they themselves with
   * a reason that stays in the log.
   */
  readonly ownRights: 'another_person' | 'with_reason';
  /** Everything that people can be allowed here, and whether it only reads. */
  readonly capabilities: Readonly<Record<string, { readonly reads: boolean }>>;
  /** Every confidentiality label there is here. */
  readonly labels: readonly string[];
  /** Capabilities that deputising never joins on one person. */
  readonly pairs: readonly (readonly [string, string])[];
}
