import type { Instant } from '@front-office/values';
import { MINUTE_MS } from '@front-office/values';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';
import { freeText, personal } from '../personal.ts';
import { byKey, through } from '../read.ts';
import { defineRecord } from '../record.ts';
import { refuse } from '../refusal.ts';
import type { CommandsOf, FactsOf, Given } from '../spec.ts';
import { defineWorkflow } from '../workflow.ts';

// A small office to try a store with: parcels wait on a shelf until somebody whom the house knows collects them.

const people = z.strictObject({ family: personal(z.string()), room: z.string() });

export const person = defineRecord({
  name: 'person',
  schema: people,
  create: 'parcels.manage',
  change: 'parcels.manage',
  read: 'parcels.manage',
  keys: ({ family, room }) => [`name:${family.toLowerCase()}`, `room:${room}`],
});

const inputs = {
  move: z.strictObject({ shelf: z.string() }),
  collect: z.strictObject({ note: freeText() }),
};
const handIn = z.strictObject({ recipient: personal(z.string()), shelf: z.string() });
const known = { collect: z.object({ entitled: z.array(z.string()) }) };
const facts = {
  parcelArrived: z.object({ shelf: z.string() }),
  parcelMoved: z.object({ shelf: z.string() }),
  recipientReminded: z.object({ shelf: z.string() }),
  parcelCollected: z.object({ note: personal(z.string()) }),
};

interface Parcel {
  readonly recipient: string;
  readonly shelf: string;
}

/** How long a parcel waits before its recipient is reminded. */
export const REMINDER_MINUTES = 30;

const machine = setup({
  types: {
    context: {} as Parcel,
    input: {} as z.output<typeof handIn> & { at: Instant },
    events: {} as CommandsOf<typeof inputs, typeof known>,
    emitted: {} as FactsOf<typeof facts>,
  },
  delays: { reminder: REMINDER_MINUTES * MINUTE_MS },
}).createMachine({
  id: 'parcel',
  context: ({ input }) => ({ recipient: `name:${input.recipient.toLowerCase()}`, shelf: input.shelf }),
  initial: 'waiting',
  states: {
    waiting: {
      tags: ['open', 'waiting'],
      entry: emit(({ context }) => ({ type: 'parcelArrived' as const, shelf: context.shelf })),
      after: { reminder: { target: 'overdue' } },
    },
    overdue: {
      tags: ['open'],
      entry: emit(({ context }) => ({ type: 'recipientReminded' as const, shelf: context.shelf })),
    },
    collected: { type: 'final', tags: ['done'] },
  },
  on: {
    move: {
      actions: [
        assign({ shelf: ({ event }) => event.shelf }),
        emit(({ event }) => ({ type: 'parcelMoved' as const, shelf: event.shelf })),
      ],
    },
    collect: {
      target: '.collected',
      actions: emit(({ event }) => ({ type: 'parcelCollected' as const, note: event.note })),
    },
  },
});

const recipientIsKnown = ({ known }: Given<Parcel, unknown, { entitled: readonly string[] }>) =>
  known.entitled.length === 0 ? refuse('recipient_unknown') : undefined;

export const parcel = defineWorkflow({
  name: 'parcel',
  version: 1,
  machine,
  facts,
  read: 'parcels.manage',
  start: { handIn: { input: handIn, needs: 'parcels.manage' } },
  commands: {
    move: { input: inputs.move, needs: 'parcels.manage' },
    collect: {
      input: inputs.collect,
      needs: 'parcels.manage',
      known: known.collect,
      knows: {
        // The context of the parcel says for whom it is, so the lookup points there.
        entitled: () => through(byKey(person, { context: 'recipient' }), (found) => found.map(({ id }) => id)),
      },
      rules: [recipientIsKnown],
    },
  },
  workItems: ({ at, state }) =>
    state === 'collected'
      ? []
      : [{ kind: `parcel.${state}`, due: at, needs: 'parcels.manage', assignee: null, label: null }],
});
