/** The refusals that are about a new password, wherever it is asked for. */
export const passwordRefusals = {
  password_too_short: 'password',
  password_too_long: 'password',
  password_too_common: 'password',
  password_tells_name: 'password',
} as const;
