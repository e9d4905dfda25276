import type { SignInWords } from './words.ts';

const NICHT_GESPEICHERT = 'Es wurde nichts gespeichert.';
const NICHT_SIE = 'Wenn Sie das nicht waren, sagen Sie bitte sofort Ihrer Büroleitung Bescheid.';

export const de: SignInWords = {
  refusals: {
    sign_in_failed: () =>
      'Die Anmeldung hat nicht geklappt. Es wurde nichts geändert. Bitte prüfen Sie Name und Passwort, oder wenden Sie sich an jemanden, der Ihnen wieder Zugang geben darf.',
    too_many_tries: () =>
      'Von hier aus gab es zu viele Versuche. Es wurde nichts geändert. Bitte warten Sie eine Stunde, oder nehmen Sie einen Browser, in dem Sie schon einmal angemeldet waren.',
    busy_signing_in: () =>
      'Gerade melden sich sehr viele an. Es ist nichts verloren. Bitte versuchen Sie es gleich noch einmal.',
    not_signed_in: () => 'Sie sind nicht mehr angemeldet. Was gespeichert war, ist noch da. Bitte melden Sie sich an.',
    second_proof_owed: () =>
      'Der Code aus Ihrer App fehlt noch. Es wurde nichts geändert. Bitte geben Sie ihn zuerst ein.',
    session_locked: () =>
      'Dieser Platz ist gesperrt. Es ist nichts verloren. Bitte entsperren Sie ihn mit Ihrer PIN, oder melden Sie sich an.',
    proof_too_old: () =>
      'Dafür muss Ihre Anmeldung weniger als zehn Minuten her sein. Es wurde nichts geändert. Bitte melden Sie sich noch einmal an und wiederholen Sie es.',
    not_for_demo_accounts: () =>
      'Dieses Demokonto benutzen alle gemeinsam, deshalb ändert niemand seine Anmeldung. Es wurde nichts geändert. Bitte probieren Sie es in einem eigenen Büro aus.',
    demo_only: () =>
      'Das geht nur in der Demo. Es wurde nichts geändert. Bitte melden Sie sich mit Ihrem eigenen Konto an.',
    code_wrong: ({ left }) =>
      `Der Code stimmt nicht oder wurde schon benutzt. Es wurde nichts geändert.${left === undefined ? '' : ` Verbleibende Versuche: ${left}.`} Bitte geben Sie den nächsten ein, den Ihre App zeigt.`,
    one_time_codes_on: () =>
      'Einmalcodes sind schon eingeschaltet. Es wurde nichts geändert. Für eine andere App schalten Sie sie bitte zuerst aus.',
    one_time_codes_off: () =>
      'Einmalcodes sind nicht eingeschaltet. Es wurde nichts geändert. Bitte richten Sie sie zuerst ein.',
    password_too_short: ({ least }) =>
      `Ein Passwort hat mindestens ${least} Zeichen. ${NICHT_GESPEICHERT} Bitte wählen Sie ein längeres; ein paar Wörter hintereinander sind gut.`,
    password_too_long: ({ most }) =>
      `Ein Passwort hat höchstens ${most} Zeichen. ${NICHT_GESPEICHERT} Bitte wählen Sie ein kürzeres.`,
    password_too_common: () =>
      `Dieses Passwort benutzen viele, deshalb wird es zuerst erraten. ${NICHT_GESPEICHERT} Bitte wählen Sie ein anderes; ein paar Wörter hintereinander sind gut.`,
    password_tells_name: () =>
      `In dem Passwort steht Ihr Name oder der Name dieses Programms, deshalb ist es leicht zu erraten. ${NICHT_GESPEICHERT} Bitte wählen Sie ein anderes.`,
    name_no_mail_address: () =>
      'Der Anmeldename ist keine Mailadresse. Es wurde nichts gespeichert. Bitte geben Sie eine ein, zum Beispiel name@example.com.',
    link_over: () =>
      'Dieser Link wurde schon benutzt oder ist abgelaufen. Es wurde nichts geändert. Bitte lassen Sie sich einen neuen geben.',
    set_up_done: () => 'Das erste Konto gibt es schon. Es wurde nichts geändert. Bitte melden Sie sich an.',
    staff_has_account: () =>
      'Für diese Person gibt es schon eine Anmeldung, oder Sie haben in diesem Büro eine andere. Es wurde nichts geändert. Bitte sehen Sie in der Personalliste nach.',
    account_elsewhere: () =>
      'Diese Person arbeitet auch in einem anderen Büro, deshalb kann ein Büro allein kein neues Passwort setzen lassen. Es wurde nichts geändert. Sie kann einen Passkey oder einen Wiederherstellungscode benutzen, oder wer den Server betreibt, hilft weiter.',
    account_unknown: () =>
      'Für diese Person gibt es keine Anmeldung. Es wurde nichts geändert. Bitte laden Sie sie in der Personalliste ein.',
    passkey_failed: () =>
      'Der Passkey ließ sich nicht prüfen. Es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal, und bestätigen Sie auf Ihrem Gerät innerhalb von fünf Minuten.',
    passkey_known: () =>
      'Dieser Passkey ist schon bekannt. Es wurde nichts geändert. Bitte nehmen Sie ein anderes Gerät, oder machen Sie weiter.',
    passkey_unknown: () =>
      'Dieser Passkey steht nicht mehr in Ihrer Liste. Es wurde nichts geändert. Bitte laden Sie die Liste neu.',
    last_way_in: () =>
      'Ohne diesen Passkey könnten Sie sich nicht mehr anmelden, deshalb wurde er behalten. Bitte fügen Sie zuerst einen anderen hinzu.',
    pin_too_simple: () =>
      `Eine PIN hat sechs Ziffern, die niemand sofort errät. ${NICHT_GESPEICHERT} Bitte wählen Sie eine ohne Reihen und Wiederholungen.`,
    pin_not_set: () =>
      'Für diesen Platz gibt es keine PIN. Es ist nichts verloren. Bitte melden Sie sich stattdessen an.',
    pin_wrong: ({ left }) =>
      `Die PIN stimmt nicht. Es ist nichts verloren. Bitte geben Sie sie noch einmal ein. Verbleibende Versuche: ${left}; danach schließt dieser Platz, und Sie melden sich mit dem Passwort an.`,
    place_over: () => 'Dieser Platz ist nicht mehr offen. Was gespeichert war, ist noch da. Bitte melden Sie sich an.',
    office_not_yours: () =>
      'In diesem Büro arbeiten Sie nicht, oder Sie haben noch keines gewählt. Es wurde nichts geändert. Bitte wählen Sie eines aus Ihrer Liste.',
    session_unknown: () => 'Diese Sitzung ist schon beendet. Es wurde nichts geändert. Bitte laden Sie die Liste neu.',
    pairing_code_wrong: () =>
      'Der Code stimmt nicht, oder seine zehn Minuten sind um. Es wurde nichts geändert. Bitte lassen Sie sich am Empfang einen neuen geben.',
  },
  told: {
    passwordChanged: {
      subject: 'Ihr Passwort wurde geändert',
      text: `Das Passwort Ihrer Anmeldung wurde geändert, und alle Ihre anderen Sitzungen wurden beendet. ${NICHT_SIE}`,
    },
    passkeyAdded: {
      subject: 'Ein Passkey kam hinzu',
      text: `Zu Ihrer Anmeldung kam ein Passkey hinzu. ${NICHT_SIE}`,
    },
    passkeyRemoved: {
      subject: 'Ein Passkey wurde entfernt',
      text: `Von Ihrer Anmeldung wurde ein Passkey entfernt. ${NICHT_SIE}`,
    },
    oneTimeCodesOn: {
      subject: 'Einmalcodes sind eingeschaltet',
      text: `Von jetzt an wird nach dem Passwort ein Code aus Ihrer App verlangt. ${NICHT_SIE}`,
    },
    oneTimeCodesOff: {
      subject: 'Einmalcodes sind ausgeschaltet',
      text: `Nach dem Passwort wird kein Code mehr verlangt. ${NICHT_SIE}`,
    },
    recoveryCodesMade: {
      subject: 'Neue Wiederherstellungscodes',
      text: `Für Ihre Anmeldung gibt es neue Wiederherstellungscodes. Die alten gelten nicht mehr. ${NICHT_SIE}`,
    },
    recoveryCodeUsed: {
      subject: 'Ein Wiederherstellungscode wurde benutzt',
      text: `Mit einem Wiederherstellungscode hat sich jemand als Sie angemeldet. Er ist jetzt verbraucht. ${NICHT_SIE}`,
    },
    recoveryOffered: {
      subject: 'Sie können ein neues Passwort setzen',
      text: 'Eine Kollegin oder ein Kollege hat für Sie einen Link, mit dem Sie ein neues Passwort setzen. Er gilt 24 Stunden. Wenn Sie nicht darum gebeten haben, sagen Sie bitte sofort Ihrer Büroleitung Bescheid.',
    },
    recovered: {
      subject: 'Ihr Zugang wurde wiederhergestellt',
      text: `Über einen Link wurde ein neues Passwort gesetzt, und alle Ihre Sitzungen wurden beendet. ${NICHT_SIE}`,
    },
  },
  proofs: {
    pwd: 'Passwort',
    otp: 'Code',
    pin: 'PIN',
    passkey: 'Passkey',
    recovery: 'Wiederherstellungslink',
    demo: 'Demo',
    invitation: 'Einladung',
  },
};
