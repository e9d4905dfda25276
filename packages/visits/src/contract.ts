import { commandRoute, defineRoute, startRoute, viewRoute } from '@front-office/kernel';
import { displayName } from '@front-office/values';
import * as z from 'zod';
import { BarredPerson, barredPersons } from './barred.ts';
import { VisitPolicy } from './policy.ts';
import type { VisitPorts } from './ports.ts';
import { listVisits, VisitLine, VisitQuery } from './queries.ts';
import { BarredId, StaffId, Visit } from './schema.ts';
import { visits } from './workflow.ts';

// The kernel carries the ports of all packages; `office` has checked that ours are among them.
const portsOf = (kernel: { readonly ports: unknown }) => (kernel.ports as VisitPorts).visits;

const MOST_HOSTS = 8;

/** Every route of this package. A browser takes the types and paths only. */
export const routes = [
  startRoute(visits, 'expect', {
    path: '/visits/expected',
    summary: 'Announce a visitor',
    refusals: ['host_unknown', 'purpose_unknown', 'label_unknown', 'expected_day_over'],
  }),
  startRoute(visits, 'walkIn', {
    path: '/visits/walk-in',
    summary: 'Check in a visitor whom nobody announced',
    refusals: ['host_unknown', 'purpose_unknown'],
  }),
  commandRoute(visits, 'checkIn', {
    path: '/visits/{visit}/check-in',
    summary: 'An announced visitor has come',
    refusals: [],
  }),
  commandRoute(visits, 'receive', {
    path: '/visits/{visit}/receive',
    summary: 'Send the visitor on to the host',
    refusals: [],
  }),
  commandRoute(visits, 'leave', {
    path: '/visits/{visit}/leave',
    summary: 'The visitor has left the house',
    refusals: [],
  }),
  commandRoute(visits, 'turnAway', {
    path: '/visits/{visit}/turn-away',
    summary: 'The visit does not take place',
    refusals: [],
  }),
  commandRoute(visits, 'changeHost', {
    path: '/visits/{visit}/change-host',
    summary: 'Somebody else receives the visitor',
    refusals: ['host_unknown'],
  }),
  commandRoute(visits, 'keepBack', {
    path: '/visits/{visit}/keep-back',
    summary: 'Keep the visit back from those who are not let in on it',
    refusals: ['label_unknown', 'nothing_kept_back'],
  }),
  viewRoute(visits, { path: '/visits/{visit}', summary: 'One visit with its log and actions', context: Visit }),
  defineRoute({
    method: 'GET',
    path: '/visits',
    summary: 'The visitor log, page by page',
    needs: 'visits.read',
    input: VisitQuery,
    output: z.object({ visits: z.array(VisitLine), next: z.string().nullable() }),
    run: ({ query, office }, asked) => listVisits(query, office, asked),
  }),
  defineRoute({
    method: 'GET',
    path: '/hosts',
    summary: 'Hosts with a name that begins so; nobody before three letters',
    needs: 'hosts.search',
    input: z.strictObject({ search: z.string().max(100) }),
    output: z.object({ hosts: z.array(z.object({ id: StaffId, name: z.string() })) }),
    run: async ({ kernel, office }, { search }) => {
      const found = await kernel.read(office, portsOf(kernel).hosts.search(search, MOST_HOSTS));
      return { hosts: found.map(({ id, name }) => ({ id: StaffId.parse(id), name: displayName(name) })) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/visit-policy',
    summary: 'What this office has set about its visits',
    needs: 'hosts.search',
    input: z.strictObject({}),
    output: VisitPolicy,
    run: ({ kernel, office }) => kernel.read(office, portsOf(kernel).policy),
  }),
  startRoute(barredPersons, 'create', {
    path: '/barred-persons',
    summary: 'Put a person on the barred list',
    refusals: [],
  }),
  commandRoute(barredPersons, 'change', {
    path: '/barred-persons/{entry}',
    summary: 'Change an entry of the barred list',
    refusals: [],
  }),
  viewRoute(barredPersons, {
    path: '/barred-persons/{entry}',
    summary: 'One entry of the barred list',
    context: BarredPerson,
  }),
  defineRoute({
    method: 'GET',
    path: '/barred-persons',
    summary: 'The barred list',
    needs: 'visits.read',
    input: z.strictObject({ after: BarredId.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ entries: z.array(BarredPerson.extend({ id: BarredId })), next: BarredId.nullable() }),
    async run({ kernel, office, actor }, { after, limit }) {
      const rows = await kernel.list({ office, actor, workflow: barredPersons.name, after, limit: limit + 1 });
      // The store keeps records as their schema parsed them.
      const entries = rows
        .slice(0, limit)
        .map((row) => ({ ...(row.snapshot.context as BarredPerson), id: row.id as BarredId }));
      return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
    },
  }),
] as const;

/** The routes as types, for the typed client. */
export type VisitRoutes = (typeof routes)[number];
