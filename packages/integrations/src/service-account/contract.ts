import { commandRoute, defineRoute, startRoute, viewRoute } from '@front-office/kernel';
import * as z from 'zod';
import { handingOn, MANAGES } from '../rights.ts';
import { listServiceAccounts, ServiceAccountLine, ServiceAccountQuery } from './queries.ts';
import { ServiceAccount } from './schema.ts';
import { serviceAccounts } from './workflow.ts';

/** The routes of service accounts. Keys are issued where sign-in is known: see the README. */
export const serviceAccountRoutes = [
  defineRoute({
    method: 'GET',
    path: '/service-accounts',
    summary: 'The service accounts in one state, page by page',
    needs: MANAGES,
    input: ServiceAccountQuery,
    output: z.object({ accounts: z.array(ServiceAccountLine), next: z.string().nullable() }),
    run: ({ query, office }, asked) => listServiceAccounts(query, office, asked),
  }),
  viewRoute(serviceAccounts, {
    path: '/service-accounts/{account}',
    summary: 'One service account with its log and actions',
    context: ServiceAccount,
  }),
  handingOn(
    startRoute(serviceAccounts, 'create', {
      path: '/service-accounts',
      summary: 'Create a service account',
      refusals: ['scope_not_for_programs', 'service_account_until_unfit'],
    }),
  ),
  handingOn(
    commandRoute(serviceAccounts, 'change', {
      path: '/service-accounts/{account}/change',
      summary: 'Say anew what a service account may do, and until when',
      refusals: ['scope_not_for_programs', 'service_account_until_unfit'],
    }),
  ),
  commandRoute(serviceAccounts, 'close', {
    path: '/service-accounts/{account}/close',
    summary: 'Close a service account and end its keys',
    refusals: [],
  }),
] as const;
