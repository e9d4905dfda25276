import { type CommandsOf, defineWorkflow, type FactsOf, freeText } from '@front-office/kernel';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';

const Label = z.string().nullable().default(null);
const inputs = {
  take: z.strictObject({ sender: freeText(80), shelf: z.string(), label: Label }),
  seal: z.strictObject({ label: z.string() }),
  handOver: z.strictObject({}),
};
const facts = {
  parcelTaken: z.object({ shelf: z.string(), sender: freeText(80) }),
  parcelSealed: z.object({}),
  parcelHandedOver: z.object({}),
};
type ParcelCommand = CommandsOf<typeof inputs>;

const machine = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: { readonly label: string | null };
    input: Extract<ParcelCommand, { type: 'take' }>;
    events: ParcelCommand;
    emitted: FactsOf<typeof facts>;
  },
}).createMachine({
  id: 'parcel',
  context: ({ input }) => ({ label: input.label }),
  initial: 'kept',
  entry: emit(({ event }) => {
    const { shelf, sender } = (event as { input?: ParcelCommand }).input as Extract<ParcelCommand, { type: 'take' }>; // XState begins with the input
    return { type: 'parcelTaken', shelf, sender };
  }),
  states: {
    kept: {
      on: {
        seal: { actions: [assign(({ event }) => ({ label: event.label })), emit({ type: 'parcelSealed' })] },
        handOver: { target: 'handedOver', actions: emit({ type: 'parcelHandedOver' }) },
      },
    },
    handedOver: { type: 'final' },
  },
});

/** Something that another package does: its facts have a personal field, its cases perhaps a label. */
export const parcels = defineWorkflow({
  name: 'parcel',
  version: 1,
  machine,
  facts,
  read: 'parcels.read',
  label: ({ label }) => label,
  start: { take: { input: inputs.take, needs: 'parcels.take' } },
  commands: {
    seal: { input: inputs.seal, needs: 'parcels.take' },
    handOver: { input: inputs.handOver, needs: 'parcels.take' },
  },
});
