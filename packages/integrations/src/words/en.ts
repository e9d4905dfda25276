import type { Figures } from '@front-office/kernel';
import type { UrlFault } from '../webhook/rules.ts';
import type { IntegrationsWords } from './words.ts';

const urlFaults = {
  no_url: 'It is no web address.',
  no_https: 'It has to begin with https, so that nobody reads along.',
  has_user: 'It must not hold a user name or a password.',
  has_fragment: 'It must not hold a #.',
  no_name: 'It needs a public name, not figures.',
} satisfies Record<UrlFault, string>;

const listed = (figure: Figures[string] | undefined) => (Array.isArray(figure) ? figure.join(', ') : String(figure));
const day = (figure: Figures[string] | undefined) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(String(figure)));

export const en: IntegrationsWords = {
  refusals: {
    rights_exceeded: ({ rights }) =>
      `Nothing was changed, because you do not have these rights yourself: ${listed(rights)}. Please leave them out, or ask somebody who has them.`,
    scope_not_for_programs: ({ scope }) =>
      `Nothing was changed, because no program gets the right ${scope}: it could give itself new keys. Please leave it out.`,
    service_account_until_unfit: ({ latest }) =>
      `Nothing was changed. Please choose an end in the future, ${day(latest)} at the latest. You can extend it later.`,
    webhook_there_already: () => 'This office has a webhook already. Please change that one, or remove it first.',
    webhook_url_unfit: ({ fault }) =>
      `The address was not saved. ${urlFaults[fault as UrlFault]} Please correct it and try again.`,
    event_unknown: ({ events }) =>
      `Nothing was changed, because there are no such events here: ${listed(events)}. Please check how they are written.`,
    secret_just_rotated: () =>
      'The secret was renewed a short while ago, and the one before is still good. Please wait until it has run out. If somebody knows it who should not, renew it without an overlap.',
    webhook_paused: () => 'The webhook is paused, so nothing is sent. Please resume it first.',
  },
  serviceAccount: {
    states: { active: 'Active', closed: 'Closed', expired: 'Expired' },
    commands: { create: 'Create a service account', change: 'Change', close: 'Close' },
    facts: {
      serviceAccountCreated: 'Service account created',
      serviceAccountChanged: 'Service account changed',
      serviceAccountClosed: 'Service account closed',
      serviceAccountExpired: 'Service account expired',
    },
    timers: { expiry: 'Expiry' },
  },
  webhook: {
    states: { active: 'Active', failing: 'Not taking anything', paused: 'Paused' },
    commands: {
      subscribe: 'Create a webhook',
      change: 'Change',
      pause: 'Pause',
      resume: 'Resume',
      remove: 'Remove',
      rotateSecret: 'Renew the secret',
      noteFailing: 'Takes nothing',
      noteRecovered: 'Takes events again',
      noteGone: 'Wants nothing more',
    },
    facts: {
      webhookSubscribed: 'Webhook created',
      webhookChanged: 'Webhook changed',
      webhookFailing: 'The receiver takes nothing',
      webhookRecovered: 'The receiver takes events again',
      webhookPaused: 'Webhook paused',
      webhookResumed: 'Webhook resumed',
      webhookSecretRotated: 'Secret renewed',
      webhookRemoved: 'Webhook removed',
    },
    timers: { failingTooLong: 'The receiver has taken nothing for too long' },
  },
  delivery: {
    states: {
      held: 'Held back',
      sending: 'Being sent',
      waiting: 'To be tried again',
      delivered: 'Delivered',
      failed: 'Not delivered',
      dropped: 'Dropped',
    },
    commands: {
      queue: 'Queue',
      confirm: 'Delivered',
      putOff: 'Later again',
      refuse: 'The receiver wants nothing more',
      hold: 'Hold back',
      drop: 'Drop',
      sendAgain: 'Send again',
    },
    facts: {
      deliveryHeld: 'Held back',
      deliveryBegun: 'Being sent',
      deliveryDelivered: 'Delivered',
      deliveryPutOff: 'Not taken, to be tried again',
      deliveryFailed: 'Not delivered',
      deliveryDropped: 'Dropped: the webhook was removed, or may not read it any more',
      deliveryErased: 'Erased',
      endpointFailed: 'The receiver takes nothing',
      endpointRecovered: 'The receiver takes events again',
      endpointGone: 'The receiver wants nothing more',
    },
    timers: { nextTry: 'Next try', keptLongEnough: 'Kept long enough' },
  },
  pausedFor: {
    asked: 'Paused by hand',
    failing: 'The receiver took nothing for days',
    gone: 'The receiver wants nothing more',
  },
  urlFaults,
  failingItem: 'A webhook does not arrive',
};
