import { type Consumer, known, type Store } from '@front-office/kernel';
import { type Instant, plusMs } from '@front-office/values';
import type { IntegrationsPolicy } from './policy.ts';
import type { IntegrationsPorts, Keys, SigningSecrets, WebhookAnswer, WebhookRequest, WebhookSender } from './ports.ts';
import { derivedSecrets } from './webhook/signing.ts';

/** Accounts for a year, public addresses, paused after three days, kept for a month. */
export const samplePolicy: IntegrationsPolicy = {
  longestAccountDays: 365,
  webhookAddresses: 'public',
  failingDays: 3,
  keepDays: 30,
};

/** A sender that keeps what it is given, and answers what `answer` says: 204 unless given. */
export function memorySender(
  answer: (request: WebhookRequest) => WebhookAnswer = () => ({ outcome: 'delivered', status: 204 }),
): WebhookSender & { readonly posted: readonly WebhookRequest[] } {
  const posted: WebhookRequest[] = [];
  return {
    posted,
    async post(request) {
      request.signal.throwIfAborted();
      posted.push(request);
      return answer(request);
    },
  };
}

/** Ports with fixed values, for scenes without an office around them. */
export function integrationsPorts({
  policy = samplePolicy,
  eventTypes = [],
  sender = memorySender(),
  secrets = derivedSecrets(new Uint8Array(32).fill(7)),
  keys = { end: async () => {} },
}: {
  readonly policy?: IntegrationsPolicy;
  readonly eventTypes?: Iterable<string>;
  readonly sender?: WebhookSender;
  readonly secrets?: SigningSecrets;
  readonly keys?: Keys;
} = {}): IntegrationsPorts {
  return { integrations: { policy: known(policy), keys, secrets, sender, eventTypes: new Set(eventTypes) } };
}

/** Hands a consumer every row that it has not handled, as the background does. Answers how many rows that were. */
export async function catchUp({ feed }: Pick<Store, 'feed'>, consumer: Consumer, now: Instant): Promise<number> {
  let handled = 0;
  for (;;) {
    const held = await feed.hold({ consumer: consumer.name, now, until: plusMs(now, 30_000) });
    if (held === undefined) throw new Error(`${consumer.name} is held by another.`);
    const positions = await feed.read({ after: held.position, limit: consumer.batch });
    const last = positions.at(-1);
    const cursor = last ? await consumer.handle(await feed.rows(positions), held, last) : held;
    if (cursor) await feed.release(cursor);
    handled += positions.length;
    if (positions.length < consumer.batch) return handled;
  }
}
