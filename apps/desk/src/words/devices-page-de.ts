import type { DevicesPageWords } from './devices-page.ts';

export const devicesPageDe: DevicesPageWords = {
  link: 'Geräte',
  title: 'Geräte',
  intro: 'Empfangsterminals, Tablets und Anzeigen dieses Büros.',
  none: 'Es ist noch kein Gerät eingetragen.',
  back: 'Zu den Geräten',
  kind: 'Art',
  name: 'Name',
  nameHint: 'Woran Sie es erkennen, zum Beispiel „Terminal am Eingang“.',
  nameMissing: 'Bitte geben Sie dem Gerät einen Namen.',
  pairing: 'Koppeln',
  pairingHelp: 'Öffnen Sie am Gerät die Adresse des Terminals, und tippen Sie dort diesen Code ein.',
  showCode: 'Code zeigen',
  anotherCode: 'Anderen Code zeigen',
  until: (time) => `Gilt einmal, bis ${time} Uhr.`,
  revokeHint: 'Das Gerät darf innerhalb einer Minute nichts mehr, und zwar für immer.',
  done: {
    rename: 'Das Gerät heißt jetzt anders.',
    configure: 'Eingestellt. Das Gerät richtet sich innerhalb einer Minute danach.',
    revoke: 'Gesperrt. Das Gerät darf nichts mehr.',
  },
  yes: 'Ja',
  no: 'Nein',
};
