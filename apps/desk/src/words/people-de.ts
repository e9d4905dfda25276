import type { PeopleWords } from './people.ts';

export const peopleDe: PeopleWords = {
  link: 'Team',
  title: 'Team',
  intro: 'Wer hier arbeitet, in welcher Rolle, und was das heißt.',
  here: 'Arbeitet hier',
  add: 'Neue Person',
  mail: 'Mailadresse',
  familyMissing: 'Bitte geben Sie den Familiennamen ein.',
  left: 'Nicht mehr hier',
  owner: 'Inhaber:in',
  noRole: 'ohne Rolle am Empfang',
  unknown: 'Diese Person gibt es hier nicht',
  unknownHelp: 'Vielleicht ist der Link unvollständig.',
  back: 'Zum Team',
  hasLeft: 'Diese Person arbeitet nicht mehr hier und darf nichts mehr.',
  given: 'Stufe und Rollen',
  may: 'Was das heißt',
  level: 'Stufe',
  until: 'bis einschließlich',
  reason: 'Grund',
  save: 'Speichern',
  saved: 'Gespeichert. Es gilt sofort.',
  noRights: 'Hier ist nichts erlaubt.',
  groups: {
    visits: 'Besuche',
    messages: 'Nachrichten',
    office: 'Büro',
    staff: 'Team',
    devices: 'Geräte',
    integrations: 'Fremde Programme',
  },
  because: {
    owner: 'als Inhaber:in',
    role: (title, level) => `als ${title}, ${level}`,
    deputy: (name) => `in Vertretung von ${name}`,
  },
  roleFrom: (title, level) => `${title} ab Stufe ${level}`,
  whoMay: (roles) => `Das dürfen: ${roles}.`,
  askNow: (people) => `Zurzeit zum Beispiel: ${people}.`,
  mine: {
    link: 'Meine Rechte',
    title: 'Was ich hier darf',
    intro: 'Hier steht, was Sie dürfen und warum. Ändern kann das, wer Rechte vergibt.',
    labels: (count) =>
      count === 1
        ? 'Sie sehen auch, was unter Verschluss ist (1 Kennzeichen).'
        : `Sie sehen auch, was unter Verschluss ist (${count} Kennzeichen).`,
    others: 'Was andere dürfen',
  },
  roles: {
    link: 'Rollen',
    title: 'Rollen',
    intro: 'Jede Stufe darf auch alles, was bei den Stufen davor steht.',
    change: 'Ändern',
    saved: 'Die Rolle ist geändert. Es gilt sofort.',
    readsOnly: 'Diese Rolle liest nur.',
    mustEnd: 'Sie wird nur auf Zeit vergeben.',
    from: (level) => `ab ${level}`,
    never: 'nicht',
  },
  signIn: {
    title: 'Anmeldung',
    as: (name) => `Meldet sich an als ${name}.`,
    demo: 'Meldet sich mit einem Druck an, als eine der Personen dieser Vorführung.',
    mail: 'Mailadresse für die Anmeldung',
    mailHint: 'Mit ihr meldet sich die Person künftig an.',
    invite: 'Einladung erstellen',
    recover: 'Link zum Wiederanmelden erstellen',
    signOut: 'Überall abmelden',
    signedOut: (sessions) =>
      sessions === 0
        ? 'Die Person war nirgends angemeldet.'
        : `Abgemeldet: ${sessions === 1 ? 'eine Sitzung' : `${sessions} Sitzungen`} beendet.`,
    handInvitation:
      'Geben Sie der Person diesen Link, am besten persönlich. Er gilt einmal, sieben Tage lang, und wird nur jetzt gezeigt.',
    handRecovery:
      'Geben Sie der Person diesen Link, am besten persönlich. Er gilt einmal, einen Tag lang, und wird nur jetzt gezeigt.',
    copy: 'Kopieren',
    copied: 'Kopiert',
  },
  leave: {
    title: 'Ausscheiden',
    help: 'Die Person verliert sofort alle Rechte und ist überall abgemeldet. Was sie getan hat, bleibt im Protokoll.',
    begin: 'Arbeitet nicht mehr hier',
    sure: (name) => `${name} arbeitet nicht mehr hier?`,
    successor: 'Wer übernimmt die offenen Besuche?',
    successorHint: 'Ohne Namen bleiben sie, wie sie sind, und der Empfang sieht sie.',
    nobody: 'Niemand',
    done: 'Eingetragen. Alle Rechte sind weg, die offenen Besuche werden übergeben.',
  },
};
