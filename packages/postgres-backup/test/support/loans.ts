import {
  type At,
  type CommandsOf,
  defineWorkflow,
  type FactsOf,
  freeText,
  personal,
  type Sql,
  sql,
} from '@front-office/kernel';
import { migrationsOf } from '@front-office/store-postgres';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';

// Keys that the front desk lends: personal fields, a projection, and a second table that refers to it.

const lend = z.strictObject({ borrower: personal(z.string()) });
const inputs = { extend: z.strictObject({ note: freeText() }), giveBack: z.strictObject({}) };
const facts = {
  keyLent: z.object({}),
  loanExtended: z.object({ note: personal(z.string()) }),
  keyReturned: z.object({}),
};

interface Loan {
  readonly borrower: string;
  readonly extended: number;
}

const machine = setup({
  types: {
    context: {} as Loan,
    input: {} as z.output<typeof lend>,
    events: {} as CommandsOf<typeof inputs>,
    emitted: {} as FactsOf<typeof facts>,
  },
}).createMachine({
  id: 'loan',
  context: ({ input }) => ({ borrower: input.borrower, extended: 0 }),
  initial: 'lent',
  states: {
    lent: {
      tags: ['open'],
      entry: emit({ type: 'keyLent' as const }),
      on: {
        extend: {
          actions: [
            assign({ extended: ({ context }) => context.extended + 1 }),
            emit(({ event }) => ({ type: 'loanExtended' as const, note: event.note })),
          ],
        },
        giveBack: { target: 'returned', actions: emit({ type: 'keyReturned' as const }) },
      },
    },
    returned: { type: 'final', tags: ['done'] },
  },
});

const put = (_fact: unknown, { office, case: id, state, context }: At<Loan>): Sql => sql`
  insert into loans.loan (office_id, id, state, borrower, extended)
  values (${office}, ${id}, ${state}, ${context.borrower}, ${context.extended})
  on conflict on constraint loan_pk do update set state = excluded.state, extended = excluded.extended`;

export const loan = defineWorkflow({
  name: 'loan',
  version: 1,
  machine,
  facts,
  read: 'keys.lend',
  start: { lend: { input: lend, needs: 'keys.lend' } },
  commands: {
    extend: { input: inputs.extend, needs: 'keys.lend' },
    giveBack: { input: inputs.giveBack, needs: 'keys.lend' },
  },
  projections: {
    keyLent: put,
    // One statement, since a fact has one.
    loanExtended: ({ note }, { office, case: id, context }) => sql`
      with noted as (insert into loans.extension (office_id, loan_id, note) values (${office}, ${id}, ${note}))
      update loans.loan set extended = ${context.extended} where office_id = ${office} and id = ${id}`,
    keyReturned: put,
  },
  workItems: ({ at, state }) =>
    state === 'lent' ? [{ kind: 'loan.open', due: at, needs: 'keys.lend', assignee: null, label: null }] : [],
  erase: ({ office, case: id }) => [
    sql`delete from loans.extension where office_id = ${office} and loan_id = ${id}`,
    sql`delete from loans.loan where office_id = ${office} and id = ${id}`,
  ],
});

export const loanModules = migrationsOf([{ name: 'loans', migrations: new URL('./loans/', import.meta.url) }]);
