import type { RefusalWords } from '@front-office/kernel';

/** Every "no" about rights. */
export type RightsCode =
  | 'role_key_taken'
  | 'role_key_stays'
  | 'too_many_roles'
  | 'capability_unknown'
  | 'only_reading'
  | 'own_rights'
  | 'reason_needed'
  | 'second_person_needed'
  | 'too_early'
  | 'rights_exist'
  | 'rights_stay_with'
  | 'role_unknown'
  | 'role_needs_an_end'
  | 'owners_exist'
  | 'owner_only'
  | 'owner_stays'
  | 'last_owner'
  | 'not_oneself'
  | 'absence_too_long'
  | 'not_a_deputy'
  | 'not_for_own_gain';

export type RightsWords = RefusalWords<RightsCode>;
