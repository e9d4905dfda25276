import type { SignInWords } from './words.ts';

const BAD_PASSWORD = 'Nothing was saved.';
const NOT_YOU = 'If this was not you, please tell whoever runs your office at once.';

export const en: SignInWords = {
  refusals: {
    sign_in_failed: () =>
      'Signing in did not work. Nothing was changed. Please check name and password, or ask a colleague who may let you in again.',
    too_many_tries: () =>
      'There were too many tries from here. Nothing was changed. Please wait an hour, or use a browser that you have signed in with before.',
    busy_signing_in: () => 'Very many people are signing in right now. Nothing was lost. Please try again in a moment.',
    not_signed_in: () => 'You are not signed in any more. What was saved is still there. Please sign in.',
    second_proof_owed: () => 'The code of your app is still missing. Nothing was changed. Please enter it first.',
    session_locked: () => 'This place is locked. Nothing was lost. Please unlock it with your PIN, or sign in.',
    proof_too_old: () =>
      'For this you must have signed in within the last ten minutes. Nothing was changed. Please sign in once more and repeat it.',
    not_for_demo_accounts: () =>
      'Everybody shares this demo account, so nobody changes how it signs in. Nothing was changed. Please try it in an office of your own.',
    demo_only: () => 'This is only possible in the demo. Nothing was changed. Please sign in with your own account.',
    code_wrong: ({ left }) =>
      `The code is not right, or has been used already. Nothing was changed.${left === undefined ? '' : ` You have ${left} more.`} Please enter the next one that your app shows.`,
    one_time_codes_on: () =>
      'One-time codes are already on. Nothing was changed. To use another app, please turn them off first.',
    one_time_codes_off: () => 'One-time codes are not on. Nothing was changed. Please set them up first.',
    password_too_short: ({ least }) =>
      `A password has at least ${least} characters. ${BAD_PASSWORD} Please choose a longer one; a few words in a row are fine.`,
    password_too_long: ({ most }) =>
      `A password has at most ${most} characters. ${BAD_PASSWORD} Please choose a shorter one.`,
    password_too_common: () =>
      `Many people use this password, so it is guessed first. ${BAD_PASSWORD} Please choose another one; a few words in a row are fine.`,
    password_tells_name: () =>
      `Your name or the name of this program is in the password, so it is easily guessed. ${BAD_PASSWORD} Please choose another one.`,
    name_no_mail_address: () =>
      'The sign-in name is not a mail address. Nothing was saved. Please enter one, such as name@example.com.',
    link_over: () =>
      'This link has been used already, or its time is over. Nothing was changed. Please ask for a new one.',
    set_up_done: () => 'The first account has been made already. Nothing was changed. Please sign in.',
    staff_has_account: () =>
      'This colleague has a sign-in already, or you have another one in this office. Nothing was changed. Please look at the list of staff.',
    account_elsewhere: () =>
      'This person works in another office too, so one office alone cannot set a new password. Nothing was changed. They can use a passkey or a recovery code, or whoever runs the server can help.',
    account_unknown: () =>
      'There is no sign-in for this colleague. Nothing was changed. Please invite them from the list of staff.',
    passkey_failed: () =>
      'The passkey could not be checked. Nothing was saved. Please try once more, and confirm on your device within five minutes.',
    passkey_known: () => 'This passkey is known already. Nothing was changed. Please use another device, or go on.',
    passkey_unknown: () =>
      'This passkey is not in your list any more. Nothing was changed. Please load the list again.',
    last_way_in: () =>
      'Without this passkey you could not sign in any more, so it was kept. Please add another one first.',
    pin_too_simple: () =>
      'A PIN has six digits that nobody guesses at once. Nothing was saved. Please choose one without rows and repetitions.',
    pin_not_set: () => 'There is no PIN for this place. Nothing was lost. Please sign in instead.',
    pin_wrong: ({ left }) =>
      `The PIN is not right. Nothing was lost. Please enter it again; after ${left} more this place closes, and you sign in with your password.`,
    place_over: () => 'This place is not open any more. What was saved is still there. Please sign in.',
    office_not_yours: () =>
      'You do not work in this office, or have not chosen one yet. Nothing was changed. Please choose one from your list.',
    session_unknown: () => 'This session is over already. Nothing was changed. Please load the list again.',
    pairing_code_wrong: () =>
      'The code is not right, or its ten minutes are over. Nothing was changed. Please ask the front desk for a new one.',
  },
  told: {
    passwordChanged: {
      subject: 'Your password was changed',
      text: `The password of your sign-in was changed, and all your other sessions were ended. ${NOT_YOU}`,
    },
    passkeyAdded: { subject: 'A passkey was added', text: `A passkey was added to your sign-in. ${NOT_YOU}` },
    passkeyRemoved: { subject: 'A passkey was removed', text: `A passkey was removed from your sign-in. ${NOT_YOU}` },
    oneTimeCodesOn: {
      subject: 'One-time codes are on',
      text: `From now on your sign-in asks for a code of your app after the password. ${NOT_YOU}`,
    },
    oneTimeCodesOff: {
      subject: 'One-time codes are off',
      text: `Your sign-in no longer asks for a code after the password. ${NOT_YOU}`,
    },
    recoveryCodesMade: {
      subject: 'New recovery codes',
      text: `New recovery codes were made for your sign-in. The old ones are void. ${NOT_YOU}`,
    },
    recoveryCodeUsed: {
      subject: 'A recovery code was used',
      text: `Somebody signed in as you with a recovery code. It is used up now. ${NOT_YOU}`,
    },
    recoveryOffered: {
      subject: 'You can set a new password',
      text: `A colleague has a link for you that sets a new password. It is good for 24 hours. If you did not ask for it, please tell whoever runs your office at once.`,
    },
    recovered: {
      subject: 'Your sign-in was recovered',
      text: `A new password was set by a link, and all your sessions were ended. ${NOT_YOU}`,
    },
  },
  proofs: {
    pwd: 'Password',
    otp: 'Code',
    pin: 'PIN',
    passkey: 'Passkey',
    recovery: 'Recovery link',
    demo: 'Demo',
    invitation: 'Invitation',
  },
};
