import { type QueryRows, sql } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { EventType, PauseReason, WebhookId, WebhookState } from './schema.ts';

export const WebhookLine = z.object({
  webhook: WebhookId,
  state: WebhookState,
  url: z.string(),
  events: z.array(EventType),
  since: Instant,
  pausedFor: PauseReason.nullable(),
});
type WebhookLine = z.output<typeof WebhookLine>;

/** The webhook of an office: one or none. */
export const listWebhooks = async (query: QueryRows, office: string): Promise<{ webhooks: WebhookLine[] }> => ({
  webhooks: [
    ...(await query<WebhookLine>(sql`
      select webhook_id as webhook, state, url, events, since, paused_for as "pausedFor"
      from integrations.webhook where office_id = ${office}`)),
  ],
});
