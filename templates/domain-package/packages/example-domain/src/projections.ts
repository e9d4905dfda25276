import { type At, type Sql, sql } from '@front-office/kernel';
import type { Item } from './schema.ts';

/** One row an item, as the desk lists it. */
export function itemRow(_fact: unknown, { office, case: item, state, context }: At<Item>): Sql {
  return sql`insert into example_domain.item (office_id, item_id, state, since, what, handed_over_to)
    values (${office}, ${item}, ${state}, ${context.since}, ${context.what}, ${context.handedOverTo})
    on conflict (office_id, item_id) do update set
      state = excluded.state, since = excluded.since, handed_over_to = excluded.handed_over_to`;
}

export const projections = {
  itemKept: itemRow,
  itemHandedOver: itemRow,
};
