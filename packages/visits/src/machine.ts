import { until } from '@front-office/kernel';
import { type Instant, isBefore, MINUTE_MS, matchKey } from '@front-office/values';
import { assertEvent, assign, emit, setup } from 'xstate';
import type { Visit, VisitCommand, VisitFact } from './schema.ts';

type Beginning = Extract<VisitCommand, { type: 'expect' | 'walkIn' }>;

const visit = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Visit;
    input: Beginning;
    events: VisitCommand;
    emitted: VisitFact;
    tags: 'open' | 'inHouse';
  },
  guards: { announced: ({ context }) => context.announced },
  delays: {
    hostReminder: ({ context }) => context.policy.hostReminderMinutes * MINUTE_MS,
    closingTime: ({ context }) => until(context.since, context.closesAt),
  },
  // Only named here: the kernel carries it out after the commit.
  actions: { printBadge: () => {} },
});

const arrived = visit.enqueueActions(({ context, enqueue }) => {
  enqueue.emit({ type: 'visitorArrived', host: context.host, announced: context.announced });
  if (context.barred.length > 0) enqueue.emit({ type: 'barredNameMatched', entries: context.barred });
});

const received = visit.enqueueActions(({ context, enqueue }) => {
  enqueue.emit({ type: 'visitorReceived', host: context.host, badge: context.badge });
  if (context.policy.badge === 'print') enqueue('printBadge');
});

const ended = visit.assign(({ event }) => ({ since: event.at, endedAt: event.at }));

const leave = {
  target: 'left',
  actions: [ended, visit.emit({ type: 'visitorLeft', forgotten: false })],
} as const;

const turnAway = {
  target: 'turnedAway',
  actions: [
    ended,
    visit.emit(({ event }) => {
      assertEvent(event, 'turnAway');
      return { type: 'visitorTurnedAway', reason: event.reason };
    }),
  ],
} as const;

/** The day is over and nobody said how the visit ended: it ends at closing time, whenever that is noticed. */
const endedWithTheDay = visit.assign(({ context: { closesAt, since } }) => {
  const at: Instant = isBefore(closesAt, since) ? since : closesAt; // nobody leaves before they were sent in
  return { since: at, endedAt: at };
});

const forgotten = {
  target: 'left',
  actions: [endedWithTheDay, visit.assign({ forgotten: true }), visit.emit({ type: 'visitorLeft', forgotten: true })],
} as const;

/**
 * One visit, from the announcement to the door. Every event says when it happened (`at`); the machine has no clock, so
 * it runs the same in a kiosk, a server and a replay.
 */
export const visitMachine = visit.createMachine({
  id: 'visit',
  context: ({ input }) => begun(input),
  initial: 'beginning',
  states: {
    beginning: { always: [{ guard: 'announced', target: 'expected' }, { target: 'waiting' }] },
    expected: {
      tags: 'open',
      entry: emit(({ context }) => ({
        type: 'visitorExpected',
        host: context.host,
        expectedAt: context.expectedAt ?? context.since,
      })),
      on: {
        checkIn: {
          target: 'waiting',
          actions: assign(({ event: { at, known } }) => ({ arrivedAt: at, since: at, ...known })),
        },
        turnAway,
      },
      after: {
        closingTime: {
          target: 'noShow',
          actions: [endedWithTheDay, emit(({ context }) => ({ type: 'visitorDidNotCome', host: context.host }))],
        },
      },
    },
    waiting: {
      tags: ['open', 'inHouse'],
      entry: arrived,
      on: {
        receive: {
          target: 'withHost',
          actions: assign(({ event: { at, badge } }) => ({ receivedAt: at, since: at, badge: badge ?? null })),
        },
        leave,
        turnAway,
      },
      after: {
        hostReminder: {
          actions: [
            assign({ hostReminded: true }),
            emit(({ context }) => ({ type: 'hostReminded', host: context.host })),
          ],
        },
        closingTime: forgotten,
      },
    },
    withHost: {
      tags: ['open', 'inHouse'],
      entry: received,
      on: { leave },
      after: { closingTime: forgotten },
    },
    left: { type: 'final' },
    noShow: { type: 'final' },
    turnedAway: { type: 'final' },
  },
});

function begun(event: Beginning): Visit {
  const announced = event.type === 'expect';
  return {
    visitor: event.visitor,
    nameKey: matchKey(event.visitor),
    company: event.company ?? null,
    host: event.host,
    purpose: event.purpose ?? null,
    note: event.type === 'expect' ? (event.note ?? null) : null,
    announced,
    expectedAt: event.type === 'expect' ? event.expectedAt : null,
    arrivedAt: announced ? null : event.at,
    receivedAt: null,
    endedAt: null,
    since: event.at,
    closesAt: event.known.closesAt,
    badge: null,
    barred: event.known.barred,
    hostReminded: false,
    forgotten: false,
    policy: event.known.policy,
  };
}
