import type { StuckWords } from './stuck.ts';

export const stuckDe: StuckWords = {
  title: 'Liegengeblieben',
  link: 'Liegengeblieben',
  intro: 'Was sich nicht erledigen ließ, und Nachrichten, die nicht angekommen sind. Verloren ist nichts.',
  nothing: 'Es ist nichts liegengeblieben.',
  nothingHelp: 'Alles, was zu erledigen war, ist erledigt oder wird gerade erledigt.',
  jobs: 'Ließ sich nicht erledigen',
  messages: 'Nachrichten, die nicht angekommen sind',
  whats: {
    'message.send': 'Eine Nachricht senden',
    'reaction:visits-messages': 'Den Gastgeber oder den Empfang über einen Besuch benachrichtigen',
  },
  errors: {
    timed_out: 'Es dauerte jedes Mal zu lange.',
    no_mail_server: 'Es ist kein Mailserver eingerichtet. Bitte sagen Sie Ihrer Technik Bescheid.',
    mail_server_away: 'Der Mailserver war nicht erreichbar. Bitte prüfen Sie die Internetverbindung.',
    mail_timeout: 'Der Mailserver hat nicht rechtzeitig geantwortet.',
    mail_deferred: 'Der Mailserver wollte die Nachricht jedes Mal erst später annehmen.',
    mail_interrupted: 'Das Senden wurde unterbrochen.',
    mail_failed: 'Der Mailserver hat unverständlich geantwortet. Bitte sagen Sie Ihrer Technik Bescheid.',
    mail_folder_unwritable:
      'In den Ordner für Nachrichten ließ sich nichts schreiben. Vielleicht ist die Festplatte voll. Bitte sagen Sie Ihrer Technik Bescheid.',
    tls_failed:
      'Die Verbindung zum Mailserver ließ sich nicht sicher verschlüsseln. Bitte sagen Sie Ihrer Technik Bescheid.',
    auth_refused: 'Der Mailserver hat das Passwort abgelehnt. Bitte sagen Sie Ihrer Technik Bescheid.',
    auth_required: 'Der Mailserver verlangt eine Anmeldung. Bitte sagen Sie Ihrer Technik Bescheid.',
    sender_refused:
      'Der Mailserver hat die Absenderadresse des Hauses abgelehnt. Bitte sagen Sie Ihrer Technik Bescheid.',
    behind_another:
      'Zum selben Besuch ist etwas Früheres liegengeblieben. Bitte versuchen Sie zuerst dieses noch einmal.',
    effect_unknown: 'Diese Programmversion kennt die Aufgabe nicht. Bitte sagen Sie Ihrer Technik Bescheid.',
    reaction_unknown: 'Diese Programmversion kennt die Aufgabe nicht. Bitte sagen Sie Ihrer Technik Bescheid.',
    params_invalid: 'Die Angaben zu dieser Aufgabe sind unbrauchbar. Bitte sagen Sie Ihrer Technik Bescheid.',
  },
  errorCode: (code) => `Grund: ${code}`,
  failedAt: (time) => `Zuletzt ${time} Uhr`,
  tried: (times) => (times === 1 ? '1 Versuch' : `${times} Versuche`),
  toVisit: 'Zum Besuch',
  tryAgain: 'Noch einmal versuchen',
  said: { job: 'Wird noch einmal versucht.', message: 'Wird noch einmal gesendet.' },
  more: 'Es gibt noch mehr davon. Sobald diese erledigt sind, stehen die nächsten hier.',
};
