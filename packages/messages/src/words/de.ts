import type { MessageWords } from './words.ts';

export const de: MessageWords = {
  refusals: {},
  states: {
    held: 'Wartet auf das Ende der Ruhezeit',
    queued: 'Wird gesendet',
    sent: 'Gesendet',
    bounced: 'Nicht angenommen',
    failed: 'Nicht gesendet',
    cancelled: 'Zurückgezogen',
  },
  commands: {
    queue: 'Nachricht aufgeben',
    confirmSent: 'Gesendet',
    bounce: 'Kam zurück',
    fail: 'Konnte nicht gesendet werden',
    hold: 'Bis zum Ende der Ruhezeit aufgehoben',
    lapse: 'Hat sich erledigt',
    cancel: 'Nicht senden',
    sendAgain: 'Noch einmal senden',
  },
  facts: {
    messageHeld: 'Nachricht wartet auf das Ende der Ruhezeit',
    messageQueued: 'Nachricht wird gesendet',
    messageSent: 'Nachricht gesendet',
    messageBounced: 'Nachricht nicht angenommen',
    messageFailed: 'Nachricht nicht gesendet',
    messageCancelled: 'Nachricht zurückgezogen',
    messageErased: 'Nachricht gelöscht',
  },
  timers: { quietHoursEnd: 'Ende der Ruhezeit', keptLongEnough: 'Aufbewahrungsfrist abgelaufen' },
  templates: {
    visitorArrived: 'An die besuchte Person: Besuch ist da',
    hostReminded: 'An die besuchte Person: Besuch wartet noch',
    deskTold: 'An den Empfang: Besuch wurde noch nicht abgeholt',
    visitorDidNotCome: 'An die besuchte Person: Besuch ist nicht gekommen',
  },
  failures: {
    recipient_refused:
      'Der Mailserver hat die Adresse abgelehnt. Bitte prüfen Sie sie, und senden Sie die Nachricht dann noch einmal.',
    came_back: 'Die Nachricht kam zurück. Bitte prüfen Sie die Adresse, und senden Sie die Nachricht dann noch einmal.',
    no_sender:
      'Für das Haus ist keine Absenderadresse hinterlegt. Bitte tragen Sie eine ein, und senden Sie die Nachricht dann noch einmal.',
    no_address:
      'Es ist keine Mailadresse hinterlegt. Bitte tragen Sie eine ein, oder geben Sie die Nachricht persönlich weiter.',
    recipient_gone: 'Diese Person arbeitet nicht mehr hier. Bitte geben Sie die Nachricht an jemand anderen weiter.',
    subject_gone: 'Der Besuch, um den es geht, ist schon gelöscht. Es ist nichts weiter zu tun.',
    message_refused:
      'Der Mailserver hat die Nachricht abgelehnt. Bitte geben Sie sie persönlich weiter, und sagen Sie Ihrer Technik Bescheid.',
  },
  failedItem: 'Eine Nachricht ist nicht angekommen',
};
