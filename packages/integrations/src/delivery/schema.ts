import type { CommandsOf, FactsOf } from '@front-office/kernel';
import { Instant, idSchema } from '@front-office/values';
import * as z from 'zod';
import { IntegrationsPolicy } from '../policy.ts';
import { Label } from '../rights.ts';
import { EventType, WebhookId } from '../webhook/schema.ts';

export const DeliveryId = idSchema('DeliveryId');

/** The `webhook-id` of an event: case, version and which of its facts. The same however often it is sent. */
export const EventId = z.string().regex(/^evt_[0-9a-f-]{36}_\d{1,10}_\d{1,4}$/);

/** What a receiver is told: ids, moments and figures. Personal fields stay; the receiver asks the API for them. */
export const Event = z.strictObject({
  id: EventId,
  type: EventType,
  /** When it happened. */
  at: Instant,
  case: z.uuid(),
  /** Of the case: a receiver puts events of one case in order by it. */
  version: z.int().positive(),
  /** The fact without its personal fields. */
  fact: z.record(z.string(), z.unknown()),
});
export type Event = z.output<typeof Event>;

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/);
const Status = z.int().min(100).max(599);

/** What each command takes. */
export const inputs = {
  /** Something happened that the webhook tells. `label`: of the case that it happened to. */
  queue: z.strictObject({ webhook: WebhookId, event: Event, label: Label.nullable() }),
  /** The receiver has taken it; `recovered`: the first after some that it did not take. */
  confirm: z.strictObject({ status: Status, recovered: z.boolean().default(false) }),
  /** The receiver has not taken it. It is tried `next`, or no more; `first`: others before it were taken. */
  putOff: z.strictObject({
    code: Code,
    status: Status.nullable(),
    next: Instant.nullable(),
    first: z.boolean().default(false),
  }),
  /** The receiver wants nothing more. */
  refuse: z.strictObject({ status: Status }),
  /** The webhook was paused before this could be sent. */
  hold: z.strictObject({}),
  /** The webhook was removed before this could be sent, or may not read its case any more. */
  drop: z.strictObject({}),
  /** Somebody wants it sent again: a replay. */
  sendAgain: z.strictObject({}),
};

/** What a delivery was judged on, beside its input. */
export const known = {
  queue: z.object({ policy: IntegrationsPolicy, paused: z.boolean() }),
  sendAgain: z.object({ paused: z.boolean() }),
};

/** What happened. */
export const facts = {
  deliveryHeld: z.object({ event: EventId }),
  deliveryBegun: z.object({ event: EventId, attempt: z.int() }),
  deliveryDelivered: z.object({ event: EventId, status: Status }),
  deliveryPutOff: z.object({ event: EventId, code: Code, status: Status.nullable(), next: Instant }),
  deliveryFailed: z.object({ event: EventId, code: Code, status: Status.nullable() }),
  deliveryDropped: z.object({ event: EventId }),
  deliveryErased: z.object({}),
  /** What the webhook has to know: see `endpointHealth`. */
  endpointFailed: z.object({ webhook: WebhookId }),
  endpointRecovered: z.object({ webhook: WebhookId }),
  endpointGone: z.object({ webhook: WebhookId }),
};

/** The states of a delivery in which it is listed. */
export const DeliveryState = z.enum(['held', 'sending', 'waiting', 'delivered', 'failed', 'dropped']);
export type DeliveryState = z.output<typeof DeliveryState>;

/** A delivery as it stands. */
export const Delivery = z.object({
  webhook: WebhookId,
  event: Event,
  label: Label.nullable(),
  keepDays: z.int(),
  /** Whether the webhook was paused when this was to be sent. */
  paused: z.boolean(),
  queuedAt: Instant,
  /** In the present state since then. */
  since: Instant,
  /** How often it was tried, all in all, and since somebody last wanted it sent. */
  attempts: z.int(),
  tries: z.int(),
  /** While a try is on its way. */
  sending: z.boolean(),
  nextTryAt: Instant.nullable(),
  /** What came of the last try. */
  code: Code.nullable(),
  status: Status.nullable(),
});
export type Delivery = z.output<typeof Delivery>;

export type DeliveryCommand = CommandsOf<typeof inputs, typeof known>;
export type DeliveryFact = FactsOf<typeof facts>;
