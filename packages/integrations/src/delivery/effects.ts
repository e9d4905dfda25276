import { byId, defineEffect, type EffectAnswer, type EffectHere, mayRead } from '@front-office/kernel';
import { plusMs } from '@front-office/values';
import * as z from 'zod';
import type { IntegrationsPorts, WebhookAnswer } from '../ports.ts';
import type { Webhook } from '../webhook/schema.ts';
import { secretsInForce, signedHeaders } from '../webhook/signing.ts';
import { webhooks } from '../webhook/workflow.ts';
import { Delivery, type Event } from './schema.ts';
import { pauseMs } from './tries.ts';

/**
 * How often the kernel asks when no try could be made: the server stopped, too many were on their way. Tries that were made
 * and failed are counted by the delivery itself, since its list shows them.
 */
const ATTEMPTS = 200;

/** Signs the event with the secrets of this moment and sends it to where the webhook goes now. */
const post = defineEffect({
  params: z.object({ attempt: z.int() }),
  attempts: ATTEMPTS,
  async run({ attempt }, here: EffectHere<IntegrationsPorts>): Promise<EffectAnswer | undefined> {
    const delivery = Delivery.parse(here.context);
    // A try that comes late, after a crash: it has been answered.
    if (!delivery.sending || delivery.attempts !== attempt) return undefined;
    const { webhook: id, event } = delivery;
    const webhook = (await here.read(byId(webhooks, id)))?.data;
    // It was told to whom it may not be told any more: a replay must not go behind a right that was taken.
    if (webhook === undefined || !mayRead(new Set(webhook.labels), delivery.label))
      return { command: 'drop', input: {} };
    if (webhook.pausedFor !== null) return { command: 'hold', input: {} };

    const { secrets, sender } = here.ports.integrations;
    const body = bodyOf(here.office, event);
    const inForce = secretsInForce(secrets, { office: here.office, webhook: id }, webhook, here.at);
    const headers = signedHeaders(event.id, body, inForce, here.at);
    const answer = await sender.post({ url: webhook.url, body, headers, key: here.key, signal: here.signal });
    return commandFor(answer, delivery, webhook, here);
  },
});

/** What the kernel carries out after the commit. */
export const effects = { post };

/** What is sent: the envelope of Standard Webhooks around what happened. */
const bodyOf = (office: string, { type, at, case: id, version, fact }: Event): string =>
  JSON.stringify({ type, timestamp: at, data: { office, case: id, version, fact } });

function commandFor(
  answer: WebhookAnswer,
  { event, tries }: Delivery,
  { failingSince }: Webhook,
  { at }: Pick<EffectHere, 'at'>,
): EffectAnswer {
  const { outcome, status } = answer;
  if (outcome === 'delivered') return { command: 'confirm', input: { status, recovered: failingSince !== null } };
  if (outcome === 'gone') return { command: 'refuse', input: { status } };
  const pause = pauseMs(tries, event.id, answer.retryAfterMs);
  const next = pause === undefined ? null : plusMs(at, pause);
  return { command: 'putOff', input: { code: answer.code, status, next, first: failingSince === null } };
}
