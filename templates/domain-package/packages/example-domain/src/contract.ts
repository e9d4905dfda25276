import { commandRoute, defineRoute, startRoute, viewRoute } from '@front-office/kernel';
import * as z from 'zod';
import { ItemLine, ItemQuery, listItems } from './queries.ts';
import { Item } from './schema.ts';
import { items } from './workflow.ts';

/** Every route of this package. A browser takes the types and paths only. */
export const routes = [
  startRoute(items, 'keep', {
    path: '/example-domain',
    summary: 'Take an item in',
    refusals: [],
  }),
  commandRoute(items, 'handOver', {
    path: '/example-domain/{item}/hand-over',
    summary: 'Hand an item over',
    refusals: ['example_domain_proof_missing'],
  }),
  viewRoute(items, {
    path: '/example-domain/{item}',
    summary: 'One item with its log and actions',
    context: Item,
  }),
  defineRoute({
    method: 'GET',
    path: '/example-domain',
    summary: 'The items in one state, page by page',
    needs: 'exampleDomain.keep',
    input: ItemQuery,
    output: z.object({ items: z.array(ItemLine), next: z.string().nullable() }),
    run: ({ query, office }, asked) => listItems(query, office, asked),
  }),
] as const;

/** The routes as types, for the typed client. */
export type ExampleDomainRoutes = (typeof routes)[number];
