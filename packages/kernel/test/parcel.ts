import { Instant } from '@front-office/values';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';
import {
  byId,
  type CommandsOf,
  defineEffect,
  defineRecord,
  defineWorkflow,
  type FactsOf,
  freeText,
  type Given,
  known,
  personal,
  refuse,
  through,
  until,
} from '../src/index.ts';

// A parcel left at the front desk: small, and with one of everything that a workflow can have.

const Shelf = z.strictObject({ name: z.string().min(1).max(40), full: z.boolean() });

export const shelves = defineRecord({
  name: 'shelf',
  schema: Shelf,
  create: 'parcels.plan',
  change: 'parcels.plan',
  read: 'parcels.keep',
  keys: ({ name }) => [name.toLowerCase()],
  rules: [({ input, context }) => (context?.full && input.name !== context.name ? refuse('shelf_in_use') : undefined)],
});

const Slip = z.strictObject({ lines: z.array(z.string()) });

const inputs = {
  accept: z.strictObject({
    addressee: personal(z.string().min(1)),
    shelf: z.uuid(),
    note: freeText().optional(),
    slip: Slip.optional(),
  }),
  move: z.strictObject({ shelf: z.uuid() }),
  handOver: z.strictObject({ to: personal(z.string().min(1)) }),
  sendBack: z.strictObject({}),
};
const shelfKnown = z.object({ shelf: Shelf.nullable() });
const facts = {
  parcelAccepted: z.object({ shelf: z.uuid() }),
  parcelHandedOver: z.object({ to: personal(z.string()) }),
  addresseeReminded: z.object({}),
  parcelSentBack: z.object({}),
};
type ParcelCommand = CommandsOf<typeof inputs, { accept: typeof shelfKnown; move: typeof shelfKnown }>;

interface Parcel {
  addressee: string;
  shelf: string;
  since: Instant;
  takenBy: string | null;
}

const parcel = setup({
  types: {} as {
    context: Parcel;
    input: Extract<ParcelCommand, { type: 'accept' }>;
    events: ParcelCommand;
    emitted: FactsOf<typeof facts>;
  },
  delays: {
    remindAfter: 60_000,
    endOfYear: ({ context }) => until(context.since, Instant.parse('2026-12-31T23:00:00Z')),
  },
  actions: { printSlip: (_, _params: { shelf: string }) => {} },
});

const parcelMachine = parcel.createMachine({
  id: 'parcel',
  context: ({ input }) => ({ addressee: input.addressee, shelf: input.shelf, since: input.at, takenBy: null }),
  initial: 'kept',
  states: {
    kept: {
      tags: 'open',
      entry: [
        emit(({ context }) => ({ type: 'parcelAccepted', shelf: context.shelf })),
        { type: 'printSlip', params: ({ context }) => ({ shelf: context.shelf }) },
      ],
      on: {
        move: { actions: assign(({ event }) => ({ shelf: event.shelf })) },
        handOver: {
          target: 'handedOver',
          actions: [
            assign(({ event }) => ({ takenBy: event.to })),
            emit(({ event }) => ({ type: 'parcelHandedOver', to: event.to })),
          ],
        },
        sendBack: [{ guard: () => true, target: 'sentBack' }],
      },
      after: { remindAfter: { actions: emit({ type: 'addresseeReminded' }) }, endOfYear: 'sentBack' },
    },
    handedOver: { type: 'final' },
    sentBack: { type: 'final', entry: emit({ type: 'parcelSentBack' }) },
  },
});

type ShelfGiven<Context, Input> = Given<Context, Input, z.output<typeof shelfKnown>>;
const shelfHasRoom = ({ known: { shelf } }: ShelfGiven<Parcel | undefined, { shelf: string }>) =>
  shelf === null ? refuse('shelf_unknown') : shelf.full ? refuse('shelf_full', { shelf: shelf.name }) : undefined;
const notSameDay = ({ context, at }: Given<Parcel>) =>
  at.slice(0, 10) === context.since.slice(0, 10) ? refuse('too_early', { since: context.since }) : undefined;

const shelfOf = ({ input }: { input: { shelf: string } | undefined }) =>
  input ? through(byId(shelves, input.shelf), (found) => found?.data ?? null) : known(null);

export const parcels = defineWorkflow({
  name: 'parcel',
  version: 1,
  machine: parcelMachine,
  facts,
  read: 'parcels.keep',
  start: {
    accept: {
      input: inputs.accept,
      needs: 'parcels.accept',
      known: shelfKnown,
      knows: { shelf: shelfOf },
      rules: [shelfHasRoom],
    },
  },
  commands: {
    move: {
      input: inputs.move,
      needs: 'parcels.keep',
      known: shelfKnown,
      knows: { shelf: shelfOf },
      rules: [shelfHasRoom],
    },
    handOver: { input: inputs.handOver, needs: 'parcels.keep' },
    sendBack: { input: inputs.sendBack, needs: 'parcels.keep', when: [notSameDay] },
  },
  effects: { printSlip: defineEffect({ params: z.strictObject({ shelf: z.uuid() }), run: async () => undefined }) },
  workItems: ({ state, at }) =>
    state === 'kept' ? [{ kind: 'parcel.kept', due: at, needs: 'parcels.keep', assignee: null, label: null }] : [],
});
