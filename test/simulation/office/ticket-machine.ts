import { emit, setup } from 'xstate';
import * as z from 'zod';
import { type CommandsOf, type FactsOf, freeText, personal } from '../../../packages/kernel/src/index.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '../../../packages/values/src/index.ts';

// A ticket at a counter. It has what can go wrong: timers that are set anew and left behind, effects with and without an
// answer, personal fields, an end after which it is erased.

export const place = z.strictObject({ who: personal(z.string()), room: z.string() });
export const inputs = {
  note: z.strictObject({ text: freeText() }),
  poke: z.strictObject({}),
  begin: z.strictObject({}),
  answered: z.strictObject({ call: z.int() }),
  close: z.strictObject({}),
};
export const known = { begin: z.object({ guests: z.array(z.string()) }) };

/** Facts carry a number that counts them within their ticket, so that each can be told from all others. */
const numbered = { n: z.int() };
export const facts = {
  placed: z.object({ ...numbered, who: personal(z.string()) }),
  noted: z.object({ ...numbered, text: personal(z.string()) }),
  nudged: z.object(numbered),
  begun: z.object(numbered),
  wasAnswered: z.object({ ...numbered, call: z.int() }),
  closed: z.object(numbered),
};

export interface Ticket {
  readonly who: string;
  readonly room: string;
  readonly placedAt: Instant;
  /** The number of the last fact. */
  readonly n: number;
  /** Since version 2. */
  readonly lane?: string;
}

const NUDGE_MINUTES = 10;
const PATIENCE_MINUTES = 25;
const RETENTION_HOURS = 12;

const parts = setup({
  types: {} as {
    context: Ticket;
    input: z.output<typeof place> & { at: Instant };
    events: CommandsOf<typeof inputs, typeof known>;
    emitted: FactsOf<typeof facts>;
  },
  delays: {
    nudge: NUDGE_MINUTES * MINUTE_MS,
    patience: PATIENCE_MINUTES * MINUTE_MS,
    retention: RETENTION_HOURS * HOUR_MS,
  },
  actions: {
    print: (_, _params: { n: number }) => {},
    ring: (_, _params: { n: number }) => {},
  },
});

const counted = parts.assign({ n: ({ context }) => context.n + 1 });
const tells = (type: 'nudged' | 'begun' | 'closed') => [counted, parts.emit(({ context }) => ({ type, n: context.n }))];

const waiting = parts.createStateConfig({
  on: { begin: 'working', poke: { target: 'waiting', reenter: true } },
  after: { nudge: { target: 'nudged', actions: tells('nudged') } },
});
const nudged = parts.createStateConfig({ on: { begin: 'working', poke: 'waiting' } });
const working = parts.createStateConfig({
  entry: [...tells('begun'), { type: 'ring', params: ({ context }) => ({ n: context.n }) }],
  on: {
    answered: {
      target: 'nudged',
      actions: [counted, emit(({ context, event }) => ({ type: 'wasAnswered', n: context.n, call: event.call }))],
    },
  },
  after: { patience: 'waiting' },
});
const over = {
  closed: parts.createStateConfig({ entry: tells('closed'), after: { retention: 'erased' } }),
  erased: parts.createStateConfig({ type: 'final', tags: ['erased'] }),
};
const anywhere = {
  note: {
    actions: [
      counted,
      parts.emit(({ context, event }) => ({ type: 'noted', n: context.n, text: (event as { text: string }).text })), // a note's event has its text
      { type: 'print', params: ({ context }: { context: Ticket }) => ({ n: context.n }) },
    ],
  },
} as const;

const opened = ({ input }: { input: z.output<typeof place> & { at: Instant } }): Ticket => ({
  who: input.who,
  room: input.room,
  placedAt: input.at,
  n: 1,
});
const tellsPlaced = parts.emit(({ context }) => ({ type: 'placed', n: context.n, who: context.who }));

/** As it was released first: all states side by side. */
export const ticketMachine1 = parts.createMachine({
  id: 'ticket',
  context: opened,
  entry: tellsPlaced,
  initial: 'waiting',
  on: anywhere,
  states: {
    waiting: { ...waiting, on: { ...waiting.on, close: 'closed' } },
    nudged: { ...nudged, on: { ...nudged.on, close: 'closed' } },
    working: { ...working, on: { ...working.on, close: 'closed' } },
    ...over,
  },
});

/** What came next: whatever is not over is one state, and a ticket has a lane. States and timers have other names now. */
export const ticketMachine2 = parts.createMachine({
  id: 'ticket',
  context: ({ input }) => ({ ...opened({ input }), lane: 'front' }),
  entry: tellsPlaced,
  initial: 'open',
  on: anywhere,
  states: {
    open: {
      tags: ['open'],
      initial: 'waiting',
      on: { close: 'closed' },
      states: { waiting, nudged, working },
    },
    ...over,
  },
});
