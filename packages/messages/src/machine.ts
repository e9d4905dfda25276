import { until } from '@front-office/kernel';
import { HOUR_MS, type Instant, isBefore, plusMs } from '@front-office/values';
import { assertEvent, setup } from 'xstate';
import { endOfQuietHours } from './quiet-hours.ts';
import type { Message, MessageCommand, MessageFact } from './schema.ts';
import { isUrgent } from './templates/names.ts';

type Queue = Extract<MessageCommand, { type: 'queue' }>;
/** Of a message that has a template, a policy and a zone: all that says when it may go. */
type Plan = Pick<Message, 'template' | 'policy' | 'zone'>;

const message = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Message;
    input: Queue;
    events: MessageCommand;
    emitted: MessageFact;
    tags: 'open' | 'undelivered' | 'over' | 'erased';
  },
  guards: { quietHours: ({ context }) => isBefore(context.since, context.sendAt) },
  delays: {
    quietHoursEnd: ({ context }) => until(context.since, context.sendAt),
    keptLongEnough: ({ context }) => until(context.since, keptUntil(context)),
  },
  // Only named here: the kernel carries it out after the commit.
  actions: { send: (_, _params: Pick<Message, 'turn' | 'sendAt'>) => {} },
});

const planned = message.assign(({ context, event }) => ({
  since: event.at,
  sendAt: earliestSending(context, event.at),
}));

const askedAgain = message.assign(({ context }) => ({
  turn: context.turn + 1,
  endedAt: null,
  code: null,
  reply: null,
}));

const sendAgain = { target: 'deciding', actions: [askedAgain, planned] } as const;

const confirmSent = {
  target: 'sent',
  actions: [
    message.assign(({ event }) => {
      assertEvent(event, 'confirmSent');
      return { since: event.at, endedAt: event.at, via: event.via };
    }),
    message.emit(({ context, event }) => {
      assertEvent(event, 'confirmSent');
      return { type: 'messageSent', template: context.template, via: event.via };
    }),
  ],
} as const;

const undelivered = message.assign(({ event }) => {
  assertEvent(event, ['bounce', 'fail']);
  return { since: event.at, endedAt: event.at, code: event.code, reply: event.reply };
});

const bounce = {
  target: 'bounced',
  actions: [
    undelivered,
    message.emit(({ context, event }) => {
      assertEvent(event, 'bounce');
      return { type: 'messageBounced', template: context.template, code: event.code };
    }),
  ],
} as const;

const fail = {
  target: 'failed',
  actions: [
    undelivered,
    message.emit(({ context, event }) => {
      assertEvent(event, 'fail');
      return { type: 'messageFailed', template: context.template, code: event.code };
    }),
  ],
} as const;

const cancel = {
  target: 'cancelled',
  actions: [
    message.assign(({ event }) => ({ since: event.at, endedAt: event.at })),
    message.emit(({ context, event }) => ({
      type: 'messageCancelled',
      template: context.template,
      lapsed: event.type === 'lapse',
    })),
  ],
} as const;

const after = { keptLongEnough: 'erased' } as const;

/** A message on its way: pure, and runs without the kernel. */
export const messageMachine = message.createMachine({
  id: 'message',
  context: ({ input }) => queued(input),
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: 'quietHours', target: 'held' }, { target: 'queued' }] },
    held: {
      tags: 'open',
      entry: message.emit(({ context: { template, sendAt } }) => ({ type: 'messageHeld', template, until: sendAt })),
      on: { cancel },
      after: {
        quietHoursEnd: { target: 'queued', actions: message.assign(({ context }) => ({ since: context.sendAt })) },
      },
    },
    queued: {
      tags: 'open',
      entry: [
        message.emit(({ context: { template, turn } }) => ({ type: 'messageQueued', template, turn })),
        { type: 'send', params: ({ context: { turn, sendAt } }) => ({ turn, sendAt }) },
      ],
      on: { confirmSent, bounce, fail, hold: { target: 'deciding', actions: planned }, lapse: cancel, cancel },
    },
    sent: { tags: 'over', on: { bounce }, after },
    bounced: { tags: 'undelivered', on: { sendAgain }, after },
    failed: { tags: 'undelivered', on: { sendAgain }, after },
    // Whoever cancels a message that is just being sent may be too late: then it says so.
    cancelled: { tags: 'over', on: { confirmSent }, after },
    erased: { type: 'final', tags: 'erased', entry: message.emit({ type: 'messageErased' }) },
  },
});

/** When a message may be sent at the earliest: `at`, or the end of the quiet hours when it can wait for that. */
export function earliestSending({ template, policy, zone }: Plan, at: Instant): Instant {
  if (isUrgent(template) || policy.quiet === null) return at;
  return endOfQuietHours(policy.quiet, zone, at) ?? at;
}

/** The end of the days for which the office keeps a message; days of 24 hours, as nobody waits for this hour. */
function keptUntil({ since, policy }: Message): Instant {
  return plusMs(since, policy.keepDays * 24 * HOUR_MS);
}

function queued({ template, to, about, at, known: { policy, zone } }: Queue): Message {
  return {
    template,
    to,
    about,
    policy,
    zone,
    queuedAt: at,
    since: at,
    sendAt: earliestSending({ template, policy, zone }, at),
    turn: 1,
    endedAt: null,
    via: null,
    code: null,
    reply: null,
  };
}
