import { type Ask, type Given, known as knownAlready, refuse } from '@front-office/kernel';
import { isBefore } from '@front-office/values';
import type * as z from 'zod';
import type { IntegrationsPolicy } from '../policy.ts';
import type { IntegrationsPorts } from '../ports.ts';
import { notForPrograms } from '../rights.ts';
import type { inputs, known, Webhook } from './schema.ts';

type Subscription = z.output<typeof inputs.subscribe>;
type Judged = Given<unknown, Subscription, z.output<typeof known.subscribe>>;

/** Why an address cannot be a webhook's. */
export type UrlFault = 'no_url' | 'no_https' | 'has_user' | 'has_fragment' | 'no_name';

/** Where a webhook goes must be a public address by name. What the name stands for the sender looks at, each time. */
export function urlFits({ input, known: { policy } }: Judged) {
  const fault = faultOf(input.url, policy.webhookAddresses);
  return fault === undefined ? undefined : refuse('webhook_url_unfit', { fault });
}

/** What is told must be something that is told. */
export function eventsKnown({ known: { unknown } }: Judged) {
  return unknown.length > 0 ? refuse('event_unknown', { events: unknown }) : undefined;
}

/** As for service accounts: who may read of programs may also make keys. */
export function readsNoPrograms({ input }: Judged) {
  const scope = notForPrograms(input.reads);
  return scope === undefined ? undefined : refuse('scope_not_for_programs', { scope });
}

/**
 * A second rotation within the overlap would end the one secret that the receiver knows. When somebody else knows it, that
 * is what is wanted: `overlapHours: 0`.
 */
export function overlapIsOver({ context, input, at }: Given<Webhook, z.output<typeof inputs.rotateSecret>>) {
  const { formerSecret } = context;
  if (formerSecret === null || input.overlapHours === 0 || !isBefore(at, formerSecret.until)) return undefined;
  return refuse('secret_just_rotated', { until: formerSecret.until });
}

/** What a subscription is judged on. */
export const subscriptionKnows = {
  policy: ({ ports }: Ask<IntegrationsPorts>) => ports.integrations.policy,
  unknown: ({ ports, input }: Ask<IntegrationsPorts, Subscription>) =>
    knownAlready((input?.events ?? []).filter((event) => !ports.integrations.eventTypes.has(event))),
};

/** A host that is written in figures. `URL` has made the usual form of it, however it was written. */
const NUMERIC = /^(?:\[.*\]|[\d.]+)$/;

function faultOf(text: string, addresses: IntegrationsPolicy['webhookAddresses']): UrlFault | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return 'no_url';
  if (url.username !== '' || url.password !== '') return 'has_user';
  if (text.includes('#')) return 'has_fragment';
  if (addresses === 'any') return undefined;
  if (url.protocol !== 'https:') return 'no_https';
  const host = url.hostname.replace(/\.$/, '');
  return NUMERIC.test(host) || !host.includes('.') || host.endsWith('.localhost') ? 'no_name' : undefined;
}
