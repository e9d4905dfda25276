import { assign, emit, setup } from 'xstate';
import * as z from 'zod';
import { type CommandsOf, defineWorkflow, type FactsOf } from '../../../packages/kernel/src/index.ts';
import { MINUTE_MS } from '../../../packages/values/src/index.ts';

// What becomes of a ticket's facts: one receipt for each, and one counter for the whole office, which all its servers want
// to change at the same time.

const needs = 'tickets.manage';
const about = z.strictObject({ ticket: z.string(), n: z.int() });
const SHRED_MINUTES = 20;

const filed = { filed: z.object({}) };
const receiptMachine = setup({
  types: {} as { context: z.output<typeof about>; input: z.output<typeof about>; emitted: FactsOf<typeof filed> },
  delays: { shred: SHRED_MINUTES * MINUTE_MS },
}).createMachine({
  id: 'receipt',
  context: ({ input }) => ({ ticket: input.ticket, n: input.n }),
  initial: 'filed',
  states: {
    filed: { entry: emit({ type: 'filed' }), after: { shred: 'shredded' } },
    shredded: { type: 'final' },
  },
});

export const receipt = defineWorkflow({
  name: 'receipt',
  version: 1,
  machine: receiptMachine,
  facts: filed,
  read: needs,
  start: { file: { input: about, needs } },
  commands: {},
});

const counts = { count: about };
const counterMachine = setup({
  types: {} as { context: { total: number }; events: CommandsOf<typeof counts> },
}).createMachine({
  id: 'counter',
  context: { total: 0 },
  initial: 'open',
  states: { open: { on: { count: { actions: assign({ total: ({ context }) => context.total + 1 }) } } } },
});

export const counter = defineWorkflow({
  name: 'counter',
  version: 1,
  machine: counterMachine,
  facts: {},
  read: needs,
  start: { open: { input: z.strictObject({}), needs } },
  commands: { count: { input: about, needs } },
});
