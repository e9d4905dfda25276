import { until } from '@front-office/kernel';
import { HOUR_MS, plusMs } from '@front-office/values';
import { assertEvent, setup } from 'xstate';
import type { Delivery, DeliveryCommand, DeliveryFact } from './schema.ts';

type Queue = Extract<DeliveryCommand, { type: 'queue' }>;

const delivery = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Delivery;
    input: Queue;
    events: DeliveryCommand;
    emitted: DeliveryFact;
    tags: 'open' | 'held' | 'over' | 'undelivered' | 'erased';
  },
  guards: {
    paused: ({ context }) => context.paused,
    givenUp: ({ event }) => event.type === 'putOff' && event.next === null,
  },
  delays: {
    nextTry: ({ context: { since, nextTryAt } }) => until(since, nextTryAt ?? since),
    keptLongEnough: ({ context: { since, keepDays } }) => until(since, plusMs(since, keepDays * 24 * HOUR_MS)),
  },
  // Only named here: the kernel carries it out after the commit.
  actions: { post: (_, _params: { attempt: number }) => {} },
});

const begun = delivery.assign(({ context }) => ({
  attempts: context.attempts + 1,
  tries: context.tries + 1,
  sending: true,
  nextTryAt: null,
}));

const ended = delivery.assign(({ context, event }) => {
  if (event.type === 'confirm') return { since: event.at, sending: false, code: null, status: event.status };
  if (event.type === 'refuse') return { since: event.at, sending: false, code: 'gone', status: event.status };
  if (event.type !== 'putOff') return { since: event.at, sending: false };
  const { at, code, status, next } = event;
  return { since: at, sending: false, code, status, nextTryAt: next ?? context.nextTryAt };
});

const failed = {
  target: 'failed',
  actions: [
    ended,
    delivery.emit(({ context: { event, code, status } }) => ({
      type: 'deliveryFailed',
      event: event.id,
      code: code ?? 'gone',
      status,
    })),
  ],
} as const;

/** Told to the webhook, once for each time that its endpoint changes. */
const health = delivery.enqueueActions(({ context: { webhook }, event, enqueue }) => {
  if (event.type === 'confirm' && event.recovered) enqueue.emit({ type: 'endpointRecovered', webhook });
  if (event.type === 'putOff' && event.first) enqueue.emit({ type: 'endpointFailed', webhook });
  if (event.type === 'refuse') enqueue.emit({ type: 'endpointGone', webhook });
});

const sendAgain = {
  target: 'deciding',
  actions: delivery.assign(({ event }) => {
    assertEvent(event, 'sendAgain');
    return { since: event.at, tries: 0, paused: event.known.paused };
  }),
} as const;

const after = { keptLongEnough: 'erased' } as const;

/** One event on its way to the receiver: pure, and runs without the kernel. */
export const deliveryMachine = delivery.createMachine({
  id: 'delivery',
  context: ({ input }) => queued(input),
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'paused', target: 'held' }, { target: 'sending' }] },
    held: {
      tags: ['held', 'undelivered'],
      entry: delivery.emit(({ context }) => ({ type: 'deliveryHeld', event: context.event.id })),
      on: { sendAgain },
      after,
    },
    sending: {
      tags: 'open',
      entry: [
        begun,
        delivery.emit(({ context }) => ({
          type: 'deliveryBegun',
          event: context.event.id,
          attempt: context.attempts,
        })),
        { type: 'post', params: ({ context }) => ({ attempt: context.attempts }) },
      ],
      on: {
        confirm: {
          target: 'delivered',
          actions: [
            ended,
            delivery.emit(({ context, event }) => {
              assertEvent(event, 'confirm');
              return { type: 'deliveryDelivered', event: context.event.id, status: event.status };
            }),
            health,
          ],
        },
        putOff: [
          { guard: 'givenUp', ...failed, actions: [...failed.actions, health] },
          {
            target: 'waiting',
            actions: [
              ended,
              delivery.emit(({ context, event }) => {
                assertEvent(event, 'putOff');
                const { code, status, next, at } = event;
                return { type: 'deliveryPutOff', event: context.event.id, code, status, next: next ?? at };
              }),
              health,
            ],
          },
        ],
        refuse: { ...failed, actions: [...failed.actions, health] },
        hold: { target: 'held', actions: ended },
        drop: {
          target: 'dropped',
          actions: [ended, delivery.emit(({ context }) => ({ type: 'deliveryDropped', event: context.event.id }))],
        },
      },
    },
    waiting: {
      tags: 'open',
      after: {
        nextTry: {
          target: 'sending',
          actions: delivery.assign(({ context }) => ({ since: context.nextTryAt ?? context.since })),
        },
      },
    },
    delivered: { tags: 'over', on: { sendAgain }, after },
    failed: { tags: 'undelivered', on: { sendAgain }, after },
    dropped: { tags: 'over', after },
    erased: { type: 'final', tags: 'erased', entry: delivery.emit({ type: 'deliveryErased' }) },
  },
});

function queued({ webhook, event, label, at, known: { policy, paused } }: Queue): Delivery {
  return {
    ...{ webhook, event, label, paused },
    keepDays: policy.keepDays,
    queuedAt: at,
    since: at,
    attempts: 0,
    tries: 0,
    sending: false,
    nextTryAt: null,
    code: null,
    status: null,
  };
}
