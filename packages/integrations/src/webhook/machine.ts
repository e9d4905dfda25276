import { until } from '@front-office/kernel';
import { HOUR_MS, type Instant, plusMs } from '@front-office/values';
import { assertEvent, setup } from 'xstate';
import type { PauseReason, Webhook, WebhookCommand, WebhookFact } from './schema.ts';

type Subscribe = Extract<WebhookCommand, { type: 'subscribe' }>;

const webhook = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Webhook;
    input: Subscribe;
    events: WebhookCommand;
    emitted: WebhookFact;
    tags: 'subscribed' | 'troubled' | 'erased';
  },
  delays: { failingTooLong: ({ context }) => until(context.since, failingUntil(context)) },
});

const paused = (reason: Exclude<PauseReason, 'failing'>) =>
  ({
    target: 'paused',
    actions: [
      webhook.assign(({ event }) => ({ since: event.at, pausedFor: reason })),
      webhook.emit({ type: 'webhookPaused', reason }),
    ],
  }) as const;

const pausedByItself = {
  target: 'paused',
  actions: [
    webhook.assign(({ context }) => ({ since: failingUntil(context), pausedFor: 'failing' as const })),
    webhook.emit({ type: 'webhookPaused', reason: 'failing' }),
  ],
} as const;

const changed = [
  webhook.assign(({ event }) => {
    assertEvent(event, 'change');
    const { url, events, reads, labels, at, known } = event;
    return { url, events, reads, labels, policy: known.policy, since: at, failingSince: null };
  }),
  webhook.emit(({ context: { events, reads } }) => ({ type: 'webhookChanged', events, reads })),
] as const;

const rotateSecret = {
  actions: [
    webhook.assign(({ context, event }) => {
      assertEvent(event, 'rotateSecret');
      const former = { secret: context.secret, until: plusMs(event.at, event.overlapHours * HOUR_MS) };
      return { secret: context.secret + 1, formerSecret: event.overlapHours > 0 ? former : null };
    }),
    webhook.emit(({ context, event }) => {
      assertEvent(event, 'rotateSecret');
      return { type: 'webhookSecretRotated', secret: context.secret, overlapHours: event.overlapHours };
    }),
  ],
} as const;

/** Whatever state it is in. */
const always = { rotateSecret, remove: 'removed' } as const;

/** The subscription of an office: pure, and runs without the kernel. */
export const webhookMachine = webhook.createMachine({
  id: 'webhook',
  context: ({ input }) => subscribed(input),
  initial: 'active',
  entry: webhook.emit(({ context: { secret, events, reads } }) => ({
    type: 'webhookSubscribed',
    secret,
    events,
    reads,
  })),
  states: {
    active: {
      tags: 'subscribed',
      on: {
        ...always,
        change: { actions: changed },
        noteFailing: {
          target: 'failing',
          actions: [
            webhook.assign(({ event }) => ({ since: event.at, failingSince: event.at })),
            webhook.emit({ type: 'webhookFailing' }),
          ],
        },
        noteGone: paused('gone'),
        pause: paused('asked'),
      },
    },
    failing: {
      tags: ['subscribed', 'troubled'],
      on: {
        ...always,
        // What has failed was the endpoint as it was.
        change: { target: 'active', actions: changed },
        noteRecovered: {
          target: 'active',
          actions: [
            webhook.assign(({ event }) => ({ since: event.at, failingSince: null })),
            webhook.emit({ type: 'webhookRecovered' }),
          ],
        },
        noteGone: paused('gone'),
        pause: paused('asked'),
      },
      after: { failingTooLong: pausedByItself },
    },
    paused: {
      tags: ['subscribed', 'troubled'],
      on: {
        ...always,
        change: { actions: changed },
        resume: {
          target: 'active',
          actions: [
            webhook.assign(({ event }) => ({ since: event.at, failingSince: null, pausedFor: null })),
            webhook.emit({ type: 'webhookResumed' }),
          ],
        },
      },
    },
    removed: { type: 'final', tags: 'erased', entry: webhook.emit({ type: 'webhookRemoved' }) },
  },
});

/** The end of the days for which an endpoint may fail. */
function failingUntil({ since, failingSince, policy }: Webhook): Instant {
  return plusMs(failingSince ?? since, policy.failingDays * 24 * HOUR_MS);
}

function subscribed({ url, events, reads, labels, at, known }: Subscribe): Webhook {
  return {
    ...{ url, events, reads, labels },
    policy: known.policy,
    subscribedAt: at,
    since: at,
    failingSince: null,
    pausedFor: null,
    secret: 1,
    formerSecret: null,
  };
}
