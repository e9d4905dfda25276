import { type QueryRows, type Sql, sql } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { ItemId, ItemState } from './schema.ts';

/** One line of the list. */
export const ItemLine = z.object({
  item: ItemId,
  state: ItemState,
  since: Instant,
  what: z.string(),
  handedOverTo: z.string().nullable(),
});
export type ItemLine = z.output<typeof ItemLine>;

/** A place in the list: the moment and id of the last line seen. */
const Cursor = z
  .string()
  .regex(/^[^~]{1,40}~[^~]{1,40}$/)
  .transform((text) => text.split('~'))
  .pipe(z.tuple([Instant, z.uuid()]));

export const ItemQuery = z.strictObject({
  state: ItemState.default('kept'),
  after: Cursor.optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ItemQuery = z.output<typeof ItemQuery>;

export interface ItemPage {
  readonly items: ItemLine[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

const BEFORE_ALL = ['0001-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'] as const;

/** One page of the items in one state, the oldest first. */
export async function listItems(query: QueryRows, office: string, asked: ItemQuery): Promise<ItemPage> {
  const rows = await query<ItemLine>(itemPage(office, asked));
  const items = rows.slice(0, asked.limit);
  const last = items.at(-1);
  return { items, next: rows.length > asked.limit && last ? `${last.since}~${last.item}` : null };
}

/** The statement of one page: one row more than the page, to know whether there is another. */
function itemPage(office: string, { state, after, limit }: ItemQuery): Sql {
  const [since, item] = after ?? BEFORE_ALL;
  return sql`select item_id as item, state, since, what, handed_over_to as "handedOverTo"
    from example_domain.item
    where office_id = ${office} and state = ${state} and (since, item_id) > (${since}, ${item})
    order by since, item_id
    limit ${limit + 1}`;
}
