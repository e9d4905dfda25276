import {
  commandRoute,
  defineRoute,
  type Kernel,
  type Refused,
  type Route,
  startRoute,
  viewRoute,
} from '@front-office/kernel';
import * as z from 'zod';
import type { IntegrationsPorts } from '../ports.ts';
import { handingOn, MANAGES } from '../rights.ts';
import { listWebhooks, WebhookLine } from './queries.ts';
import { Webhook, type WebhookFact } from './schema.ts';
import { shownSecret } from './signing.ts';
import { webhooks } from './workflow.ts';

const subscriptionRefusals = [
  'webhook_url_unfit',
  'event_unknown',
  'scope_not_for_programs',
  'webhook_there_already',
] as const;

/** The routes of the webhook. */
export const webhookRoutes = [
  defineRoute({
    method: 'GET',
    path: '/webhooks',
    summary: 'The webhook of the office, if it has one, and the events that there are',
    needs: MANAGES,
    input: z.strictObject({}),
    output: z.object({
      webhooks: z.array(WebhookLine),
      /** All that can be subscribed to. */
      eventTypes: z.array(z.string()),
    }),
    async run({ query, office, kernel }) {
      const { eventTypes } = (kernel.ports as IntegrationsPorts).integrations; // whoever composes the kernel has filled them
      return { ...(await listWebhooks(query, office)), eventTypes: [...eventTypes].sort() };
    },
  }),
  viewRoute(webhooks, {
    path: '/webhooks/{webhook}',
    summary: 'One webhook with its log and actions',
    context: Webhook,
  }),
  handingOn(
    tellingSecret(
      startRoute(webhooks, 'subscribe', {
        path: '/webhooks',
        summary: 'Subscribe to events; answers the secret, once',
        refusals: subscriptionRefusals,
      }),
    ),
  ),
  handingOn(
    commandRoute(webhooks, 'change', {
      path: '/webhooks/{webhook}/change',
      summary: 'Change where a webhook goes and what it tells',
      refusals: subscriptionRefusals,
    }),
  ),
  tellingSecret(
    commandRoute(webhooks, 'rotateSecret', {
      path: '/webhooks/{webhook}/rotate-secret',
      summary: 'Make a new secret; answers it, once',
      refusals: ['secret_just_rotated', 'webhook_there_already'],
    }),
  ),
  commandRoute(webhooks, 'pause', {
    path: '/webhooks/{webhook}/pause',
    summary: 'Hold what happens back until somebody resumes',
    refusals: ['webhook_there_already'],
  }),
  commandRoute(webhooks, 'resume', {
    path: '/webhooks/{webhook}/resume',
    summary: 'Tell again what happens from now on; what was held is replayed',
    refusals: ['webhook_there_already'],
  }),
  commandRoute(webhooks, 'remove', {
    path: '/webhooks/{webhook}/remove',
    summary: 'Remove a webhook for good',
    refusals: ['webhook_there_already'],
  }),
] as const;

type Answer = { readonly case: string; readonly facts: readonly WebhookFact[] };

/**
 * The route with the new secret in its answer. It is derived from the number in the fact, so a repeated request gets the
 * same again, and nobody who lost it can ask another way than by rotating.
 */
function tellingSecret<Path extends string, Input, Output, Code extends string>(
  route: Route<'POST', Path, Input, Output, Code>,
): Route<'POST', Path, Input, Output & { readonly secret: string }, Code> {
  const telling = {
    ...route,
    // Every command is answered with an object.
    output: (route.output as unknown as z.ZodObject).extend({
      secret: z.string().describe('`whsec_…`: for the receiver, and shown nowhere else.'),
    }),
    async run(asked: { readonly kernel: Kernel; readonly office: string }, input: never) {
      const answer = (await route.run(asked as never, input)) as Answer | Refused; // both routes are of this workflow
      if ('refused' in answer && answer.refused !== undefined) return answer;
      const { case: webhook, facts } = answer as Answer;
      const made = facts.find((fact) => fact.type === 'webhookSubscribed' || fact.type === 'webhookSecretRotated');
      if (made === undefined) throw new Error('A secret was made, and no fact says which.');
      // Whoever composes the kernel has filled this package's ports.
      const { secrets } = (asked.kernel.ports as IntegrationsPorts).integrations;
      return { ...answer, secret: shownSecret(secrets.of({ office: asked.office, webhook, version: made.secret })) };
    },
  };
  return telling as unknown as Route<'POST', Path, Input, Output & { readonly secret: string }, Code>; // as in the kernel's own routes
}
