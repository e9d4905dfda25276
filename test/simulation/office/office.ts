import { type Actor, type Decidable, defineReaction, type Reaction } from '../../../packages/kernel/src/index.ts';
import { counter, receipt } from './receipt.ts';
import { guest, ticket, ticket1 } from './ticket.ts';

/** An id as an office has it, made from a number: ids rise, and are the same in every run. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export interface Office {
  readonly id: string;
  /** The case that all servers of the office want to change. */
  readonly counter: string;
}

/** Two offices in one database: nothing of one may come into the other. */
export const offices: readonly [Office, Office] = [
  { id: idOf(1), counter: idOf(11) },
  { id: idOf(2), counter: idOf(12) },
];

/** Ids below are those of the offices and their counters. */
export const FIRST_FREE_ID = 100;

export const anna: Actor = { kind: 'staff', id: 'anna', capabilities: new Set(['tickets.manage']) };

/** The programs that were released, by version. */
export const releases: Readonly<Record<1 | 2, readonly Decidable[]>> = {
  1: [guest, ticket1, receipt, counter],
  2: [guest, ticket, receipt, counter],
};

/** Facts of a ticket that are filed, and those that are counted besides. */
export const filedFacts: ReadonlySet<string> = new Set(['noted', 'begun', 'closed']);
export const countedFacts: ReadonlySet<string> = new Set(['begun', 'closed']);

/** Files tickets' facts. `mayFail` is where the run lets a reaction fail. */
export function filing(definitions: readonly Decidable[], mayFail: () => void): Reaction {
  const from = definitions.find(({ name }) => name === 'ticket') as typeof ticket; // every release has tickets, and their facts are the same
  const counterOf = (office: string) => offices.find(({ id }) => id === office)?.counter ?? '';
  return defineReaction('tickets-receipts', from, {
    async noted({ n }, here) {
      mayFail();
      await here.dispatch(receipt, 'file', { ticket: here.case, n });
    },
    async begun({ n }, here) {
      mayFail();
      await here.dispatch(receipt, 'file', { ticket: here.case, n });
      mayFail();
      await here.dispatch(counter, 'count', { ticket: here.case, n }, { case: counterOf(here.office) });
    },
    async closed({ n }, here) {
      await here.dispatch(counter, 'count', { ticket: here.case, n }, { case: counterOf(here.office) });
      mayFail();
      await here.dispatch(receipt, 'file', { ticket: here.case, n });
    },
  });
}

/** A definition as a version of the program has it. */
export function definitionOf(version: 1 | 2, workflow: string): Decidable {
  const found = releases[version].find(({ name }) => name === workflow);
  if (found === undefined) throw new Error(`There is no ${workflow} in version ${version}`);
  return found;
}
