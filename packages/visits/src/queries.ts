import { type QueryRows, type Sql, sql } from '@front-office/kernel';
import { Instant, PersonName } from '@front-office/values';
import * as z from 'zod';
import { StaffId, VisitId, VisitState } from './schema.ts';

/** One line of the visitor log. */
export const VisitLine = z.object({
  visit: VisitId,
  state: VisitState.exclude(['erased']),
  visitor: PersonName,
  company: z.string().nullable(),
  host: StaffId,
  purpose: z.string().nullable(),
  announced: z.boolean(),
  expectedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  badge: z.string().nullable(),
  nameIsBarred: z.boolean(),
  hostReminded: z.boolean(),
  deskTold: z.boolean(),
  forgotten: z.boolean(),
  label: z.string().nullable(),
});
export type VisitLine = z.output<typeof VisitLine>;

/** PostgreSQL counts no year 0. */
const Moment = Instant.refine((at) => at >= '0001', { error: 'Before the year 1' });
const END_OF_TIME = '9999-12-31T23:59:59.999Z';
const START_OF_TIME = '0001-01-01T00:00:00.000Z';
const NIL_ID = '00000000-0000-0000-0000-000000000000';

/** A place in the list: the moment and id of the last line seen. */
const Cursor = z
  .string()
  .regex(/^[^~]{1,40}~[^~]{1,40}$/)
  .transform((text) => text.split('~'))
  .pipe(z.tuple([Moment, z.uuid()]));

export const VisitQuery = z.strictObject({
  show: z.enum(['open', 'ended']).default('open').describe('Visits that still need someone, or those that are over.'),
  from: Moment.optional().describe('Only visits that came, or are expected, at this moment or later.'),
  until: Moment.optional().describe('Only visits that came, or are expected, before this moment.'),
  after: Cursor.optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type VisitQuery = z.output<typeof VisitQuery>;

export interface VisitPage {
  readonly visits: VisitLine[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** One page of visits in the order in which people came or are expected. */
export async function listVisits(query: QueryRows, office: string, asked: VisitQuery): Promise<VisitPage> {
  const rows = await query<VisitLine>(visitPage(office, asked));
  const visits = rows.slice(0, asked.limit);
  const last = visits.at(-1);
  const next = rows.length > asked.limit && last ? `${last.arrivedAt ?? last.expectedAt}~${last.visit}` : null;
  return { visits, next };
}

/** The statement of one page: one walk along one index, and one row more than the page, to know whether there is another. */
export function visitPage(office: string, { show, from, until, after, limit }: VisitQuery): Sql {
  const [moment, visit] = after ?? [from ?? START_OF_TIME, NIL_ID];
  return sql`select visit_id as visit, state, visitor, company, host_id as host, purpose, announced,
      expected_at as "expectedAt", arrived_at as "arrivedAt", received_at as "receivedAt", ended_at as "endedAt",
      badge, name_is_barred as "nameIsBarred", host_reminded as "hostReminded",
      desk_told as "deskTold", forgotten, label
    from visits.visitor_log
    where office_id = ${office} and open = ${show === 'open'}
      and (moment, visit_id) > (${moment}, ${visit}) and moment < ${until ?? END_OF_TIME}
    order by moment, visit_id
    limit ${limit + 1}`;
}
