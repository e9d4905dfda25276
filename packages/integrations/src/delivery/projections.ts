import { type At, type Sql, sql } from '@front-office/kernel';
import type { Delivery } from './schema.ts';

/** One row a delivery, as its list and a replay need it. */
function deliveryRow(_fact: unknown, { office, case: delivery, state, context }: At<Delivery>): Sql {
  const { webhook, event, label, since, attempts, nextTryAt, code, status } = context;
  return sql`insert into integrations.delivery
      (office_id, delivery_id, webhook_id, state, event_id, type, about_id, about_version, happened_at, since, attempts,
        next_try_at, code, status, label)
    values (${office}, ${delivery}, ${webhook}, ${state}, ${event.id}, ${event.type}, ${event.case}, ${event.version},
      ${event.at}, ${since}, ${attempts}, ${nextTryAt}, ${code}, ${status}, ${label})
    on conflict (office_id, delivery_id) do update set
      state = excluded.state, since = excluded.since, attempts = excluded.attempts, next_try_at = excluded.next_try_at,
      code = excluded.code, status = excluded.status`;
}

/** When a delivery is erased its row goes too. */
export const dropDelivery = ({ office, case: delivery }: Pick<At, 'office' | 'case'>): Sql =>
  sql`delete from integrations.delivery where office_id = ${office} and delivery_id = ${delivery}`;

export const projections = {
  deliveryHeld: deliveryRow,
  deliveryBegun: deliveryRow,
  deliveryDelivered: deliveryRow,
  deliveryPutOff: deliveryRow,
  deliveryFailed: deliveryRow,
  deliveryDropped: deliveryRow,
};
