import { type Figures, type Refusal, refuse } from '@front-office/kernel';

/** Every "no" of this package. `src/words` has a sentence for each. */
export type SignInRefusalCode =
  | 'sign_in_failed'
  | 'too_many_tries'
  | 'busy_signing_in'
  | 'not_signed_in'
  | 'second_proof_owed'
  | 'session_locked'
  | 'proof_too_old'
  | 'not_for_demo_accounts'
  | 'demo_only'
  | 'code_wrong'
  | 'one_time_codes_on'
  | 'one_time_codes_off'
  | 'password_too_short'
  | 'password_too_long'
  | 'password_too_common'
  | 'password_tells_name'
  | 'name_no_mail_address'
  | 'link_over'
  | 'set_up_done'
  | 'staff_has_account'
  | 'account_elsewhere'
  | 'account_unknown'
  | 'passkey_failed'
  | 'passkey_known'
  | 'passkey_unknown'
  | 'last_way_in'
  | 'pin_too_simple'
  | 'pin_not_set'
  | 'pin_wrong'
  | 'place_over'
  | 'office_not_yours'
  | 'session_unknown'
  | 'pairing_code_wrong';

/** What a method answers instead of what it was asked for. Nothing secret or personal is in its figures. */
export interface No<Code extends SignInRefusalCode = SignInRefusalCode> {
  readonly refused: Refusal<Code>;
}

export const no = <const Code extends SignInRefusalCode>(code: Code, figures?: Figures): No<Code> => ({
  refused: refuse(code, figures),
});

/** Tells a refusal from what was asked for. */
export const isNo = (answer: object): answer is No => 'refused' in answer && answer.refused !== undefined;
