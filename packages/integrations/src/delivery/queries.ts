import { type QueryRows, type Sql, sql } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { AFTER_ALL, BEFORE_ALL, Cursor, Moment, PageSize } from '../page.ts';
import { EventType, WebhookId } from '../webhook/schema.ts';
import { DeliveryId, DeliveryState, EventId } from './schema.ts';

/** One line of the list. */
export const DeliveryLine = z.object({
  delivery: DeliveryId,
  state: DeliveryState,
  event: EventId,
  type: EventType,
  about: z.uuid(),
  happenedAt: Instant,
  since: Instant,
  attempts: z.int(),
  nextTryAt: Instant.nullable(),
  /** What came of the last try: why it failed, and the status that the receiver answered. */
  code: z.string().nullable(),
  status: z.int().nullable(),
});
type DeliveryLine = z.output<typeof DeliveryLine>;

export const DeliveryQuery = z.strictObject({
  state: DeliveryState.default('failed'),
  after: Cursor.optional().describe('`next` of the page before.'),
  limit: PageSize.default(50),
});

/** One page of the deliveries in one state, the one that came to it last first. `next`: where the next page begins. */
export async function listDeliveries(
  query: QueryRows,
  office: string,
  { state, after, limit }: z.output<typeof DeliveryQuery>,
): Promise<{ deliveries: DeliveryLine[]; next: string | null }> {
  const [since, id] = after ?? AFTER_ALL;
  const rows = await query<DeliveryLine>(sql`
    select delivery_id as delivery, state, event_id as event, type, about_id as about, happened_at as "happenedAt",
      since, attempts, next_try_at as "nextTryAt", code, status
    from integrations.delivery
    where office_id = ${office} and state = ${state} and (since, delivery_id) < (${since}, ${id})
    order by since desc, delivery_id desc
    limit ${limit + 1}`);
  const deliveries = rows.slice(0, limit);
  const last = deliveries.at(-1);
  return { deliveries, next: rows.length > limit && last ? `${last.since}~${last.delivery}` : null };
}

/** What is replayed: of one webhook, what happened since a moment or since an event, that one included. */
export const ReplayWish = z.strictObject({
  webhook: WebhookId,
  since: z.union([EventId, Moment]).optional().describe('A moment, or a webhook-id. From the beginning without it.'),
  /** Only what has not arrived: held or failed. */
  undelivered: z.boolean().default(true),
  after: Cursor.optional().describe('`next` of the answer before.'),
  limit: z.int().min(1).max(100).default(100),
});

/** A line of a replay: the delivery, and its place in the order of what happened. */
interface Replayable {
  readonly delivery: string;
  readonly happenedAt: Instant;
}

/** The next deliveries of a replay, in the order in which things happened; nothing when the event is not known. */
export async function replayable(
  query: QueryRows,
  office: string,
  wish: z.output<typeof ReplayWish>,
): Promise<{ deliveries: readonly Replayable[]; next: string | null } | undefined> {
  const from = wish.after ?? (await placeOf(query, office, wish));
  if (from === undefined) return undefined;
  const rows = await query<Replayable>(replayPage(office, wish, from));
  const deliveries = rows.slice(0, wish.limit);
  const rest = rows.at(wish.limit);
  return { deliveries, next: rest ? `${rest.happenedAt}~${rest.delivery}` : null };
}

async function placeOf(query: QueryRows, office: string, { webhook, since }: z.output<typeof ReplayWish>) {
  if (since === undefined) return BEFORE_ALL;
  if (!since.startsWith('evt_')) return [since, BEFORE_ALL[1]] as const;
  const [found] = await query<Replayable>(sql`
    select delivery_id as delivery, happened_at as "happenedAt" from integrations.delivery
    where office_id = ${office} and webhook_id = ${webhook} and event_id = ${since}`);
  return found && ([found.happenedAt, found.delivery] as const);
}

/** `from` is the first line of the page: the first that has still to be sent again. */
function replayPage(
  office: string,
  { webhook, undelivered, limit }: z.output<typeof ReplayWish>,
  [happenedAt, delivery]: readonly [string, string],
): Sql {
  const states = undelivered ? ['held', 'failed'] : ['held', 'failed', 'delivered'];
  return sql`select delivery_id as delivery, happened_at as "happenedAt"
    from integrations.delivery
    where office_id = ${office} and webhook_id = ${webhook} and state = any (${states})
      and (happened_at, delivery_id) >= (${happenedAt}, ${delivery})
    order by happened_at, delivery_id
    limit ${limit + 1}`;
}
