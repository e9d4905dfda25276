import { type Actor, createKernel, MemoryStore, type Store } from '@front-office/kernel';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { newId } from '@front-office/values';
import {
  deliveries,
  endpointHealth,
  eventTypesOf,
  type IntegrationsPolicy,
  serviceAccounts,
  type WebhookAnswer,
  type WebhookRequest,
  webhookConsumer,
  webhooks,
} from '../../src/index.ts';
import { catchUp, integrationsPorts, memorySender, samplePolicy } from '../../src/testing.ts';
import { parcels } from './parcels.ts';

export const owner = actor('owner', 'integrations.manage', 'parcels.read', 'parcels.take');
/** Reads the sealed cases too. */
export const keeper: Actor = { ...owner, id: 'keeper', labels: new Set(['sealed']) };
export const url = 'https://receiver.example.com/hooks';
export const subscription = { url, events: ['parcel.parcelTaken'], reads: ['parcels.read'], labels: [] as string[] };

export const taken: WebhookAnswer = { outcome: 'delivered', status: 204 };
export const away: WebhookAnswer = { outcome: 'failed', code: 'receiver_away', status: null, retryAfterMs: null };

const definitions = [parcels, serviceAccounts, webhooks, deliveries];

/** An office whose parcels a program wants to know of. The other side takes everything unless `answers` says otherwise. */
export function switchboard({
  at = '2026-06-30T09:00:00+02:00',
  store = new MemoryStore() as Store,
  policy = {} as Partial<IntegrationsPolicy>,
  answers = (_request: WebhookRequest): WebhookAnswer => taken,
} = {}) {
  const office = newId();
  const clock = new ManualClock(at);
  const sender = memorySender((request) => answers(request));
  const ended: string[] = [];
  const ports = integrationsPorts({
    policy: { ...samplePolicy, ...policy },
    sender,
    eventTypes: eventTypesOf(definitions),
    keys: { end: async ({ account }) => void ended.push(account) },
  });
  const consumer = webhookConsumer({ kernel: () => kernel, definitions });
  const kernel = createKernel({
    store,
    now: clock.now,
    definitions,
    ports,
    reactions: [endpointHealth],
    consumers: [consumer],
  });
  const asked = (who: Actor, id?: string) => ({ office, actor: who, request: newId(), case: id });

  const board = {
    office,
    clock,
    kernel,
    store,
    consumer,
    ended,
    posted: sender.posted,
    asked,
    /** What was committed is told, and what follows from it is done. */
    async settles() {
      await catchUp(store, consumer, clock.now());
      await kernel.afterCommit.settle();
    },
    async clockStrikes(moment: string) {
      clock.set(moment);
      await board.settles();
    },
    async minutesPass(minutes: number) {
      clock.advanceMinutes(minutes);
      await board.settles();
    },
    async subscribes(wish: Partial<typeof subscription> = {}, who: Actor = owner): Promise<string> {
      const answer = await kernel.dispatch(webhooks, 'subscribe', { ...subscription, ...wish }, asked(who));
      if (answer.refused) throw new Error(answer.refused.code);
      return answer.case;
    },
    /** A parcel comes, and whoever wants to know is told. */
    async parcelComes({ label = null as string | null, shelf = 'A1' } = {}): Promise<string> {
      const input = { sender: 'Anna Beispielmüller', shelf, label };
      const answer = await kernel.dispatch(parcels, 'take', input, asked(keeper));
      if (answer.refused) throw new Error(answer.refused.code);
      await board.settles();
      return answer.case;
    },
    async webhook(id: string) {
      const { case: row } = await store.load({ office, workflow: 'webhook', case: id, lookups: [] });
      return row;
    },
    /** Every delivery of the office, in the order in which they began. */
    deliveries: () => store.list({ office, workflow: 'delivery', limit: 200 }),
  };
  return board;
}
