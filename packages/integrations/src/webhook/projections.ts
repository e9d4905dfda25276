import { type At, type Sql, sql } from '@front-office/kernel';
import type { Webhook } from './schema.ts';

/** One row a webhook, as the desk lists it. Its table holds one for each office. */
function webhookRow(_fact: unknown, { office, case: webhook, state, context }: At<Webhook>): Sql {
  return sql`insert into integrations.webhook (office_id, webhook_id, state, url, events, since, paused_for)
    values (${office}, ${webhook}, ${state}, ${context.url}, ${context.events}, ${context.since}, ${context.pausedFor})
    on conflict (office_id, webhook_id) do update set
      state = excluded.state, url = excluded.url, events = excluded.events, since = excluded.since,
      paused_for = excluded.paused_for`;
}

/** When a webhook is removed its row goes too, and the office may have another. */
export const dropWebhook = ({ office, case: webhook }: Pick<At, 'office' | 'case'>): Sql =>
  sql`delete from integrations.webhook where office_id = ${office} and webhook_id = ${webhook}`;

export const projections = {
  webhookSubscribed: webhookRow,
  webhookChanged: webhookRow,
  webhookFailing: webhookRow,
  webhookRecovered: webhookRow,
  webhookPaused: webhookRow,
  webhookResumed: webhookRow,
};
