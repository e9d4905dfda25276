import { type CommandsOf, type FactsOf, personal } from '@front-office/kernel';
import { Instant, idSchema } from '@front-office/values';
import * as z from 'zod';
import { IntegrationsPolicy } from '../policy.ts';
import { isSet, Label, Right } from '../rights.ts';

export const WebhookId = idSchema('WebhookId');

/** What is told of: a workflow or record, and one of its facts: `visit.visitorArrived`. */
export const EventType = z.string().regex(/^[a-z][a-zA-Z]{0,49}\.[a-z][a-zA-Z]{0,49}$/);

const each = { error: 'Something stands here twice' };

/** Where to, of what, and with whose eyes. A change says all of it. */
const Subscription = z.strictObject({
  /** Some receivers know their callers by a secret in the path, so it can be erased. */
  url: personal(z.string().min(1).max(2000)),
  /** One by one: a wildcard would tell, after an update, what nobody asked for. */
  events: z.array(EventType).min(1).max(200).refine(isSet, each),
  /** Capabilities of the receiver: a fact is told when they suffice to read its case. */
  reads: z.array(Right).min(1).max(100).refine(isSet, each),
  /** Confidentiality labels whose cases are told of as well. */
  labels: z.array(Label).max(100).refine(isSet, each).default([]),
});

/** What each command takes. */
export const inputs = {
  subscribe: Subscription,
  change: Subscription,
  pause: z.strictObject({}),
  resume: z.strictObject({}),
  remove: z.strictObject({}),
  /** A new secret. The one before signs beside it for so many hours; 0 when somebody else knows it. */
  rotateSecret: z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) }),
  /** A delivery was not taken. */
  noteFailing: z.strictObject({}),
  /** A delivery was taken again. */
  noteRecovered: z.strictObject({}),
  /** The endpoint wants nothing more (410). */
  noteGone: z.strictObject({}),
};

const judgedOn = z.object({
  policy: IntegrationsPolicy,
  /** Those of its events that nobody tells. */
  unknown: z.array(EventType),
});
/** What a command was judged on, beside its input. */
export const known = { subscribe: judgedOn, change: judgedOn };

export const PauseReason = z.enum(['asked', 'failing', 'gone']);
export type PauseReason = z.output<typeof PauseReason>;

/** What happened. */
export const facts = {
  webhookSubscribed: z.object({ secret: z.int(), events: z.array(EventType), reads: z.array(Right) }),
  webhookChanged: z.object({ events: z.array(EventType), reads: z.array(Right) }),
  webhookFailing: z.object({}),
  webhookRecovered: z.object({}),
  webhookPaused: z.object({ reason: PauseReason }),
  webhookResumed: z.object({}),
  webhookSecretRotated: z.object({ secret: z.int(), overlapHours: z.int() }),
  webhookRemoved: z.object({}),
};

/** The states of a webhook in which it is listed. */
export const WebhookState = z.enum(['active', 'failing', 'paused']);
export type WebhookState = z.output<typeof WebhookState>;

/** A webhook as it stands. Secrets are named by their number; what they are nobody keeps. */
export const Webhook = z.object({
  url: z.string(),
  events: z.array(EventType),
  reads: z.array(Right),
  labels: z.array(Label),
  policy: IntegrationsPolicy,
  /** What happened before is not told. */
  subscribedAt: Instant,
  /** In the present state since then. */
  since: Instant,
  /** Since when its endpoint takes nothing. */
  failingSince: Instant.nullable(),
  pausedFor: PauseReason.nullable(),
  /** The secret that signs. */
  secret: z.int().positive(),
  /** The one before, which signs beside it until then. */
  formerSecret: z.object({ secret: z.int().positive(), until: Instant }).nullable(),
});
export type Webhook = z.output<typeof Webhook>;

export type WebhookCommand = CommandsOf<typeof inputs, typeof known>;
export type WebhookFact = FactsOf<typeof facts>;
