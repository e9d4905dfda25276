import type { Figures } from '@front-office/kernel';
import type { UrlFault } from '../webhook/rules.ts';
import type { IntegrationsWords } from './words.ts';

const urlFaults = {
  no_url: 'Sie ist keine Internetadresse.',
  no_https: 'Sie muss mit https beginnen, damit unterwegs niemand mitliest.',
  has_user: 'Sie darf keinen Benutzernamen und kein Kennwort enthalten.',
  has_fragment: 'Sie darf kein # enthalten.',
  no_name: 'Sie muss einen öffentlichen Namen haben und darf nicht aus Ziffern bestehen.',
} satisfies Record<UrlFault, string>;

const listed = (figure: Figures[string] | undefined) => (Array.isArray(figure) ? figure.join(', ') : String(figure));
const day = (figure: Figures[string] | undefined) =>
  new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(String(figure)));

export const de: IntegrationsWords = {
  refusals: {
    rights_exceeded: ({ rights }) =>
      `Es wurde nichts geändert, denn diese Rechte haben Sie selbst nicht: ${listed(rights)}. Bitte lassen Sie sie weg, oder bitten Sie jemanden, der sie hat.`,
    scope_not_for_programs: ({ scope }) =>
      `Es wurde nichts geändert, denn das Recht ${scope} bekommt kein Programm: Es könnte sich sonst selbst neue Schlüssel geben. Bitte lassen Sie es weg.`,
    service_account_until_unfit: ({ latest }) =>
      `Es wurde nichts geändert. Bitte wählen Sie ein Ende, das in der Zukunft liegt, spätestens am ${day(latest)}. Sie können es später verlängern.`,
    webhook_there_already: () =>
      'Dieses Büro hat schon einen Webhook. Bitte ändern Sie den vorhandenen, oder entfernen Sie ihn zuerst.',
    webhook_url_unfit: ({ fault }) =>
      `Die Adresse wurde nicht gespeichert. ${urlFaults[fault as UrlFault]} Bitte berichtigen Sie sie, und versuchen Sie es noch einmal.`,
    event_unknown: ({ events }) =>
      `Es wurde nichts geändert, denn diese Ereignisse gibt es hier nicht: ${listed(events)}. Bitte prüfen Sie die Schreibweise.`,
    secret_just_rotated: () =>
      'Das Geheimnis wurde gerade erst erneuert, und das vorige gilt noch. Bitte warten Sie, bis es abgelaufen ist. Kennt es jemand, der es nicht kennen soll, erneuern Sie es ohne Übergangszeit.',
    webhook_paused: () => 'Der Webhook ist angehalten, deshalb wird nichts gesendet. Bitte setzen Sie ihn zuerst fort.',
  },
  serviceAccount: {
    states: { active: 'Aktiv', closed: 'Geschlossen', expired: 'Abgelaufen' },
    commands: { create: 'Dienstkonto anlegen', change: 'Ändern', close: 'Schließen' },
    facts: {
      serviceAccountCreated: 'Dienstkonto angelegt',
      serviceAccountChanged: 'Dienstkonto geändert',
      serviceAccountClosed: 'Dienstkonto geschlossen',
      serviceAccountExpired: 'Dienstkonto abgelaufen',
    },
    timers: { expiry: 'Ablauf' },
  },
  webhook: {
    states: { active: 'Aktiv', failing: 'Nimmt nichts an', paused: 'Angehalten' },
    commands: {
      subscribe: 'Webhook anlegen',
      change: 'Ändern',
      pause: 'Anhalten',
      resume: 'Fortsetzen',
      remove: 'Entfernen',
      rotateSecret: 'Geheimnis erneuern',
      noteFailing: 'Nimmt nichts an',
      noteRecovered: 'Nimmt wieder an',
      noteGone: 'Will nichts mehr',
    },
    facts: {
      webhookSubscribed: 'Webhook angelegt',
      webhookChanged: 'Webhook geändert',
      webhookFailing: 'Empfänger nimmt nichts an',
      webhookRecovered: 'Empfänger nimmt wieder an',
      webhookPaused: 'Webhook angehalten',
      webhookResumed: 'Webhook fortgesetzt',
      webhookSecretRotated: 'Geheimnis erneuert',
      webhookRemoved: 'Webhook entfernt',
    },
    timers: { failingTooLong: 'Empfänger nimmt zu lange nichts an' },
  },
  delivery: {
    states: {
      held: 'Zurückgehalten',
      sending: 'Wird gesendet',
      waiting: 'Wird noch einmal versucht',
      delivered: 'Angekommen',
      failed: 'Nicht angekommen',
      dropped: 'Verworfen',
    },
    commands: {
      queue: 'Aufgeben',
      confirm: 'Angekommen',
      putOff: 'Später noch einmal',
      refuse: 'Empfänger will nichts mehr',
      hold: 'Zurückhalten',
      drop: 'Verwerfen',
      sendAgain: 'Noch einmal senden',
    },
    facts: {
      deliveryHeld: 'Zurückgehalten',
      deliveryBegun: 'Wird gesendet',
      deliveryDelivered: 'Angekommen',
      deliveryPutOff: 'Nicht angenommen, wird noch einmal versucht',
      deliveryFailed: 'Nicht angekommen',
      deliveryDropped: 'Verworfen: Der Webhook wurde entfernt oder darf es nicht mehr lesen',
      deliveryErased: 'Gelöscht',
      endpointFailed: 'Empfänger nimmt nichts an',
      endpointRecovered: 'Empfänger nimmt wieder an',
      endpointGone: 'Empfänger will nichts mehr',
    },
    timers: { nextTry: 'Nächster Versuch', keptLongEnough: 'Aufbewahrungsfrist abgelaufen' },
  },
  pausedFor: {
    asked: 'Von Hand angehalten',
    failing: 'Der Empfänger hat tagelang nichts angenommen',
    gone: 'Der Empfänger will nichts mehr',
  },
  urlFaults,
  failingItem: 'Ein Webhook kommt nicht an',
};
