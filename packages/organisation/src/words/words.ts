import type { RefusalWords } from '@front-office/kernel';
import type { Level } from '../rights/levels.ts';
import type { RightsCode } from './rights.ts';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface OrganisationWords {
  readonly refusals: RefusalWords<
    | 'holidays_unknown'
    | 'site_unknown'
    | 'department_unknown'
    | 'room_unknown'
    | 'staff_unknown'
    | 'successor_unknown'
    | RightsCode
  >;
  /** What a person calls each kind of record. */
  readonly records: Readonly<
    Record<
      | 'office'
      | 'site'
      | 'department'
      | 'room'
      | 'staffMember'
      | 'dayException'
      | 'role'
      | 'staffRights'
      | 'owners'
      | 'absence',
      string
    >
  >;
  /** How far somebody is in their training. */
  readonly levels: Readonly<Record<Level, string>>;
}
