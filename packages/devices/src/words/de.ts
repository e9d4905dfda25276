import type { DeviceWords } from './words.ts';

export const de: DeviceWords = {
  refusals: {
    device_name_taken: () =>
      'Ein anderes Gerät heißt hier schon so. Es wurde nichts geändert. Bitte wählen Sie einen anderen Namen.',
    place_unknown: () =>
      'Diesen Standort oder Raum gibt es in diesem Büro nicht. Es wurde nichts geändert. Bitte wählen Sie einen Ort aus der Liste.',
    pairing_over: () =>
      'Die Zeit für diesen Code ist abgelaufen. Das Gerät ist noch eingetragen. Bitte lassen Sie am Empfang einen neuen Code ausgeben.',
  },
  states: { offered: 'Wartet auf Kopplung', lapsed: 'Code abgelaufen', paired: 'Gekoppelt', revoked: 'Gesperrt' },
  commands: {
    offer: 'Gerät hinzufügen',
    offerAgain: 'Neuen Code ausgeben',
    pair: 'Koppeln',
    rename: 'Umbenennen',
    place: 'Ort ändern',
    configure: 'Einstellen',
    revoke: 'Sperren',
  },
  facts: {
    deviceOffered: 'Code zum Koppeln ausgegeben',
    deviceOfferLapsed: 'Code abgelaufen, ohne benutzt zu werden',
    devicePaired: 'Gerät gekoppelt',
    deviceRenamed: 'Gerät umbenannt',
    devicePlaced: 'Ort des Geräts geändert',
    deviceConfigured: 'Gerät eingestellt',
    deviceRevoked: 'Gerät gesperrt',
  },
  timers: { pairingOver: 'Ende der Zeit zum Koppeln' },
  kinds: { kiosk: 'Empfangsterminal', tablet: 'Tablet', display: 'Anzeige' },
  settings: {
    language: 'Sprache des Startbildschirms',
    largePrint: 'Große Schrift',
    highContrast: 'Hoher Kontrast',
    idleSeconds: 'Sekunden ohne Berührung bis zur Nachfrage',
    purposesShown: 'Nach dem Anlass des Besuchs fragen',
  },
  reasons: {
    lost: 'Verloren oder gestohlen',
    broken: 'Defekt',
    replaced: 'Durch ein anderes ersetzt',
    unneeded: 'Nicht mehr gebraucht',
    mistaken: 'Falsches Gerät gekoppelt',
  },
  silent:
    'Das Gerät hat sich seit mehr als drei Minuten nicht gemeldet. Bitte sehen Sie nach Strom und Netz, und ob es noch an seinem Ort ist.',
};
