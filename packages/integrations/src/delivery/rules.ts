import { type Ask, byId, type Given, refuse, through } from '@front-office/kernel';
import type * as z from 'zod';
import type { IntegrationsPorts } from '../ports.ts';
import { webhooks } from '../webhook/workflow.ts';
import type { inputs, known } from './schema.ts';

/** While its webhook is paused nothing is sent, by nobody. */
export function webhookSends({ known: { paused } }: Given<unknown, undefined, z.output<typeof known.sendAgain>>) {
  return paused ? refuse('webhook_paused') : undefined;
}

const isPaused = (webhook: Parameters<typeof byId>[1]) =>
  through(byId(webhooks, webhook), (found) => found !== undefined && found.data.pausedFor !== null);

/** What a delivery begins with. */
export const queueKnows = {
  policy: ({ ports }: Ask<IntegrationsPorts>) => ports.integrations.policy,
  paused: ({ input }: Ask<IntegrationsPorts, z.output<typeof inputs.queue>>) => isPaused(input?.webhook ?? ''),
};

export const sendAgainKnows = { paused: () => isPaused({ context: 'webhook' }) };
