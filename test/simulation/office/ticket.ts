import * as z from 'zod';
import {
  type At,
  byKey,
  type CaseRow,
  defineEffect,
  defineRecord,
  defineWorkflow,
  type Migrations,
  personal,
  type Said,
  type Timer,
  through,
} from '../../../packages/kernel/src/index.ts';
import type { SimulationPorts } from '../outside.ts';
import { facts, inputs, known, place, type Ticket, ticketMachine1, ticketMachine2 } from './ticket-machine.ts';

export const guest = defineRecord({
  name: 'guest',
  schema: z.strictObject({ name: personal(z.string()), room: z.string() }),
  create: 'tickets.manage',
  change: 'tickets.manage',
  read: 'tickets.manage',
  keys: ({ name, room }) => [`name:${name}`, `room:${room}`],
});

const needs = 'tickets.manage';
const numbered = z.strictObject({ n: z.int() });

const released = {
  name: 'ticket',
  facts,
  read: needs,
  start: { place: { input: place, needs } },
  commands: {
    note: { input: inputs.note, needs },
    poke: { input: inputs.poke, needs },
    begin: {
      input: inputs.begin,
      needs,
      known: known.begin,
      // The room is looked up as the ticket has it.
      knows: { guests: () => through(byKey(guest, { context: 'room' }), (found) => found.map(({ id }) => id)) },
    },
    answered: { input: inputs.answered, needs },
    close: { input: inputs.close, needs },
  },
  effects: {
    print: defineEffect({
      params: numbered,
      attempts: 2,
      async run({ n }, here: Parameters<SimulationPorts['print']>[0]) {
        await here.ports.print(here, n);
        return undefined;
      },
    }),
    ring: defineEffect({
      params: numbered,
      async run({ n }, here: Parameters<SimulationPorts['ring']>[0]) {
        await here.ports.ring(here, n);
        return { command: 'answered', input: { call: n } };
      },
    }),
  },
  workItems: ({ state, context }: At<Ticket>) =>
    state === 'closed' || state === 'erased'
      ? []
      : [
          {
            kind: `ticket.${context.n % 2 ? 'odd' : 'even'}`,
            due: context.placedAt,
            needs,
            assignee: null,
            label: null,
          },
        ],
} as const;

/** A state that lies in `open` since version 2, and its timer. */
const isOpen = (path: string) => /^(waiting|nudged|working)$/.test(path);
const renamed = (timer: string) => timer.replace(/\.ticket\.(?=(waiting|nudged|working)$)/, '.ticket.open.');

const migrate: Migrations = {
  1: ({ snapshot, timers }) => {
    const value = String(snapshot.value);
    return {
      snapshot: {
        ...snapshot,
        value: isOpen(value) ? { open: value } : value,
        context: { ...snapshot.context, lane: 'front' },
      },
      timers: Object.fromEntries(Object.entries(timers).map(([id, timer]): [string, Timer] => [renamed(id), timer])),
    };
  },
};

export const ticket1 = defineWorkflow({ ...released, version: 1, machine: ticketMachine1 });
export const ticket = defineWorkflow({ ...released, version: 2, machine: ticketMachine2, migrate });

/** A row that version 1 wrote, as version 2 would have: the timer that fired has another name now. */
export const asToday = (row: Said): Said =>
  row.workflow === 'ticket' && row.machineVersion === 1 ? { ...row, command: renamed(row.command) } : row;

export const isErasedRow = ({ tags }: Pick<CaseRow, 'tags'>) => tags.includes('erased');
