import { until } from '@front-office/kernel';
import { assertEvent, setup } from 'xstate';
import type { ServiceAccount, ServiceAccountCommand, ServiceAccountFact } from './schema.ts';

type Create = Extract<ServiceAccountCommand, { type: 'create' }>;

const account = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: ServiceAccount;
    input: Create;
    events: ServiceAccountCommand;
    emitted: ServiceAccountFact;
    tags: 'active' | 'over';
  },
  delays: { expiry: ({ context }) => until(context.since, context.until) },
  // Only named here: the kernel carries it out after the commit.
  actions: { endKeys: () => {} },
});

/** What a program may do: given, changed, closed by a person or run out. Pure, and runs without the kernel. */
export const serviceAccountMachine = account.createMachine({
  id: 'serviceAccount',
  context: ({ input: { name, purpose, scopes, until: end, at } }) => ({
    ...{ name, purpose, scopes, until: end },
    since: at,
    endedAt: null,
  }),
  initial: 'active',
  entry: account.emit(({ context: { scopes, until: end } }) => ({ type: 'serviceAccountCreated', scopes, until: end })),
  states: {
    active: {
      tags: 'active',
      on: {
        change: {
          target: 'active',
          reenter: true, // so that the timer is set anew
          actions: [
            account.assign(({ event }) => {
              assertEvent(event, 'change');
              const { name, purpose, scopes, until: end, at } = event;
              return { name, purpose, scopes, until: end, since: at };
            }),
            account.emit(({ context: { scopes, until: end } }) => ({
              type: 'serviceAccountChanged',
              scopes,
              until: end,
            })),
          ],
        },
        close: {
          target: 'closed',
          actions: [
            account.assign(({ event }) => ({ since: event.at, endedAt: event.at })),
            account.emit({ type: 'serviceAccountClosed' }),
            { type: 'endKeys' },
          ],
        },
      },
      after: {
        expiry: {
          target: 'expired',
          actions: [
            account.assign(({ context }) => ({ since: context.until, endedAt: context.until })),
            account.emit({ type: 'serviceAccountExpired' }),
            { type: 'endKeys' },
          ],
        },
      },
    },
    closed: { type: 'final', tags: 'over' },
    expired: { type: 'final', tags: 'over' },
  },
});
