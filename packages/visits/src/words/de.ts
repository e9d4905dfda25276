import type { VisitWords } from './words.ts';

export const de: VisitWords = {
  refusals: {
    host_unknown: () =>
      'Diese Person empfängt zurzeit keinen Besuch. Ihre Angaben sind nicht verloren. Bitte wählen Sie jemand anderen oder wenden Sie sich an den Empfang.',
    purpose_unknown: () =>
      'Diesen Anlass gibt es hier nicht. Es wurde noch nichts gespeichert. Bitte wählen Sie einen der angebotenen Anlässe.',
    label_unknown: () =>
      'Diese Vertraulichkeit gibt es hier nicht. Es wurde nichts geändert. Bitte wählen Sie eine der angebotenen.',
    nothing_kept_back: () =>
      'In diesem Büro gibt es keine vertraulichen Besuche. Es wurde nichts geändert. Wenn Sie das brauchen, sprechen Sie die Leitung an.',
    expected_day_over: () =>
      'An diesem Tag ist das Büro schon geschlossen. Es wurde noch nichts gespeichert. Bitte wählen Sie einen späteren Zeitpunkt.',
  },
  states: {
    expected: 'Erwartet',
    waiting: 'Wartet',
    withHost: 'Im Gespräch',
    left: 'Gegangen',
    noShow: 'Nicht erschienen',
    turnedAway: 'Abgewiesen',
    erased: 'Gelöscht',
  },
  commands: {
    expect: 'Besuch anmelden',
    walkIn: 'Ohne Anmeldung gekommen',
    checkIn: 'Ist da',
    receive: 'Hineinbitten',
    leave: 'Hat das Haus verlassen',
    turnAway: 'Abweisen',
    changeHost: 'Gastgeber wechseln',
    keepBack: 'Vertraulichkeit ändern',
  },
  facts: {
    visitorExpected: 'Besuch angemeldet',
    visitorArrived: 'Besuch eingetroffen',
    barredNameMatched: 'Name steht auf der Hausverbotsliste',
    hostReminded: 'Gastgeber erinnert',
    hostDidNotAnswer: 'Gastgeber hat nicht geantwortet, Empfang benachrichtigt',
    visitorReceived: 'Besuch empfangen',
    visitorLeft: 'Besuch gegangen',
    visitorTurnedAway: 'Besuch abgewiesen',
    visitorDidNotCome: 'Besuch nicht erschienen',
    hostChanged: 'Gastgeber gewechselt',
    visitKeptBack: 'Vertraulichkeit geändert',
    visitErased: 'Besuchsdaten gelöscht',
  },
  timers: {
    hostReminder: 'Erinnerung fällig',
    deskTold: 'Empfang benachrichtigen',
    closingTime: 'Büroschluss',
    retention: 'Ende der Aufbewahrung',
  },
  forgotten: 'Abmeldung vergessen, bei Büroschluss beendet',
  barredWarning: 'Der Name steht auf der Hausverbotsliste. Bitte prüfen Sie, ob es dieselbe Person ist.',
};
