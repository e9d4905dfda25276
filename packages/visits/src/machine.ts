import { until } from '@front-office/kernel';
import { type Instant, isBefore, matchKey, type Opening } from '@front-office/values';
import { assertEvent, assign, emit, setup } from 'xstate';
import { policyOfVersion1, policyOfVersion2, type VisitPolicy } from './policy.ts';
import { erasedAt, remindersOf } from './reminders.ts';
import type { Visit, VisitCommand, VisitFact } from './schema.ts';

type Beginning = Extract<VisitCommand, { type: 'expect' | 'walkIn' }>;

const visit = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Visit;
    input: Beginning;
    events: VisitCommand;
    emitted: VisitFact;
    tags: 'open' | 'inHouse' | 'erased';
  },
  guards: { announced: ({ context }) => context.announced },
  delays: {
    hostReminder: ({ context }) => until(context.since, context.remindAt ?? context.since),
    deskTold: ({ context }) => until(context.since, context.tellDeskAt ?? context.since),
    closingTime: ({ context }) => until(context.since, context.closesAt),
    retention: ({ context, event }) => until(momentOf(event, context), erasedAt(endOf(context), context.policy)),
  },
});

/** A forgotten visit ends at closing time, but is noticed when the event says; an actor's own timers say nothing. */
const momentOf = ({ at }: { readonly at?: Instant }, context: Visit): Instant => at ?? endOf(context);

const endOf = ({ endedAt, since }: Visit): Instant => endedAt ?? since;

const arrived = visit.enqueueActions(({ context, enqueue }) => {
  enqueue.emit({ type: 'visitorArrived', host: context.host, announced: context.announced });
  if (context.barred.length > 0) enqueue.emit({ type: 'barredNameMatched', entries: context.barred });
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

/** Another host: what the first one was told stays true, and the new one is told. */
const changeHost = {
  actions: [
    visit.emit(({ context, event }) => {
      assertEvent(event, 'changeHost');
      return { type: 'hostChanged', from: context.host, host: event.host };
    }),
    visit.assign(({ event }) => {
      assertEvent(event, 'changeHost');
      return { host: event.host };
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

/** Over, but kept for as many days as the house keeps visits; then only a log without personal fields is left. */
const kept = { after: { retention: 'erased' } } as const;

/**
 * One visit, from the announcement to the door. Every event says when it happened (`at`); the machine has no clock, so
 * it runs the same in a kiosk, a server and a replay.
 */
export const visitMachine = visit.createMachine({
  id: 'visit',
  context: ({ input }) => begun(input),
  initial: 'beginning',
  on: {
    keepBack: {
      actions: [
        assign(({ event }) => ({ label: event.label })),
        emit(({ event }) => ({ type: 'visitKeptBack', label: event.label })),
      ],
    },
  },
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
          actions: assign(({ context, event: { at, known } }) => ({
            ...arrivedThen(at, known, context.policy),
            closesAt: known.closesAt,
            barred: known.barred,
            since: at,
          })),
        },
        turnAway,
        changeHost,
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
        changeHost,
      },
      after: {
        hostReminder: {
          actions: [
            assign({ hostReminded: true }),
            emit(({ context }) => ({ type: 'hostReminded', host: context.host })),
          ],
        },
        deskTold: {
          actions: [
            assign({ deskTold: true }),
            emit(({ context }) => ({ type: 'hostDidNotAnswer', host: context.host })),
          ],
        },
        closingTime: forgotten,
      },
    },
    withHost: {
      tags: ['open', 'inHouse'],
      entry: emit(({ context }) => ({ type: 'visitorReceived', host: context.host, badge: context.badge })),
      on: { leave, changeHost },
      after: { closingTime: forgotten },
    },
    left: kept,
    noShow: kept,
    turnedAway: kept,
    erased: { type: 'final', tags: 'erased', entry: emit({ type: 'visitErased' }) },
  },
});

/** What the arrival brings. A log row of version 1 knows no open time: its minutes are those on the wall. */
const arrivedThen = (
  at: Instant,
  { openTime = [] }: { readonly openTime?: readonly Opening[] },
  policy: VisitPolicy,
) => ({
  arrivedAt: at,
  ...remindersOf(at, policy, openTime),
});

function begun(event: Beginning): Visit {
  const announced = event.type === 'expect';
  // A log row of an older version holds the policy of that time.
  const policy = { ...policyOfVersion1, ...policyOfVersion2, ...event.known.policy };
  return {
    visitor: event.visitor,
    nameKey: matchKey(event.visitor),
    company: event.company ?? null,
    host: event.host,
    purpose: event.purpose ?? null,
    note: event.type === 'expect' ? (event.note ?? null) : null,
    announced,
    expectedAt: event.type === 'expect' ? event.expectedAt : null,
    ...(event.type === 'expect'
      ? { arrivedAt: null, remindAt: null, tellDeskAt: null }
      : arrivedThen(event.at, event.known, policy)),
    receivedAt: null,
    endedAt: null,
    since: event.at,
    closesAt: event.known.closesAt,
    label: event.type === 'expect' ? (event.label ?? null) : null,
    badge: null,
    barred: event.known.barred,
    hostReminded: false,
    deskTold: false,
    forgotten: false,
    policy,
  };
}
