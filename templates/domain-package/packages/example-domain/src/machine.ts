import { assign, emit, setup } from 'xstate';
import type { Item, ItemCommand, ItemFact } from './schema.ts';

/** One item, from the desk that takes it in to the person who gets it. Every event says when it happened (`at`). */
export const itemMachine = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Item;
    input: Extract<ItemCommand, { type: 'keep' }>;
    events: ItemCommand;
    emitted: ItemFact;
    tags: 'open';
  },
}).createMachine({
  id: 'item',
  context: ({ input }) => ({ what: input.what, handedOverTo: null, since: input.at, policy: input.known.policy }),
  initial: 'kept',
  states: {
    kept: {
      tags: 'open',
      entry: emit({ type: 'itemKept' }),
      on: {
        handOver: {
          target: 'handedOver',
          actions: [
            assign(({ event }) => ({ handedOverTo: event.to, since: event.at })),
            emit(({ event }) => ({ type: 'itemHandedOver', proofSeen: event.proofSeen })),
          ],
        },
      },
    },
    handedOver: { type: 'final' },
  },
});
