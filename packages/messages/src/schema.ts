import type { CommandsOf, FactsOf } from '@front-office/kernel';
import { Instant, idSchema, TimeZone } from '@front-office/values';
import * as z from 'zod';
import { MessagePolicy } from './policy.ts';
import { TemplateName } from './templates/names.ts';

export const MessageId = idSchema('MessageId');
const StaffId = idSchema('StaffId');

/** Whom a message is for: a staff member, or whoever is at the front desk. */
export const Recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: StaffId }),
  z.strictObject({ kind: z.literal('desk') }),
]);
export type Recipient = z.output<typeof Recipient>;

/** The case that a message speaks of. Its name and words are looked up when the message is written, never kept. */
export const About = z.strictObject({ workflow: z.literal('visit'), id: z.uuid().toLowerCase() });
export type About = z.output<typeof About>;

/** Why the mail server did not take it, or it came back. */
export const BounceCode = z.enum(['recipient_refused', 'came_back']);
export type BounceCode = z.output<typeof BounceCode>;
/** Why it cannot be sent at all. */
export const FailCode = z.enum(['no_sender', 'no_address', 'recipient_gone', 'subject_gone', 'message_refused']);
export type FailCode = z.output<typeof FailCode>;
export const FailureCode = z.enum([...BounceCode.options, ...FailCode.options]);
export type FailureCode = z.output<typeof FailureCode>;

/** What a mail server answered, in figures alone: `550`, or `550 5.1.1` (RFC 3463). Its words would name the address. */
export const ReplyCode = z.string().regex(/^[245]\d\d(?: [245]\.\d{1,3}\.\d{1,3})?$/);

/** What each command takes. */
export const inputs = {
  /** Tell somebody something. */
  queue: z.strictObject({ template: TemplateName, to: Recipient, about: About }),
  /** A transport has taken it: the answer of a mail server, or the name of a folder's sink. */
  confirmSent: z.strictObject({ via: z.string().regex(/^[a-z][a-z-]{0,29}$/) }),
  /** The recipient's address was refused, at once or later. */
  bounce: z.strictObject({ code: BounceCode, reply: ReplyCode.nullable().default(null) }),
  /** It cannot be sent as it is. */
  fail: z.strictObject({ code: FailCode, reply: ReplyCode.nullable().default(null) }),
  /** Quiet hours have begun before it could be sent. */
  hold: z.strictObject({}),
  /** It was no longer true when it could have been sent. */
  lapse: z.strictObject({}),
  /** A person wants it not to be sent. */
  cancel: z.strictObject({}),
  /** A person has seen to the cause, and wants it sent once more. */
  sendAgain: z.strictObject({}),
};

/** What a message was queued on, beside its input. */
export const known = { queue: z.object({ policy: MessagePolicy, zone: TimeZone }) };

/** What happened. */
export const facts = {
  messageHeld: z.object({ template: TemplateName, until: Instant }),
  messageQueued: z.object({ template: TemplateName, turn: z.int() }),
  messageSent: z.object({ template: TemplateName, via: z.string() }),
  messageBounced: z.object({ template: TemplateName, code: BounceCode }),
  messageFailed: z.object({ template: TemplateName, code: FailCode }),
  messageCancelled: z.object({ template: TemplateName, lapsed: z.boolean() }),
  messageErased: z.object({}),
};

/** The states of a message in which it is listed. */
export const MessageState = z.enum(['held', 'queued', 'sent', 'bounced', 'failed', 'cancelled']);
export type MessageState = z.output<typeof MessageState>;

/** A message as it stands: ids and moments, nothing personal. */
export const Message = z.object({
  template: TemplateName,
  to: Recipient,
  about: About,
  policy: MessagePolicy,
  /** Of the office, when the message was queued. */
  zone: TimeZone,
  queuedAt: Instant,
  /** In the present state since then. */
  since: Instant,
  /** Not to be sent before: the end of the quiet hours, or the moment it was queued. */
  sendAt: Instant,
  /** Which time of sending it is: 1, and one more whenever a person has it sent again. */
  turn: z.int(),
  /** When it was sent, bounced, failed or was cancelled; null while it is to be sent. */
  endedAt: Instant.nullable(),
  /** By which transport it went. */
  via: z.string().nullable(),
  /** Why it did not arrive. */
  code: FailureCode.nullable(),
  reply: ReplyCode.nullable(),
});
export type Message = z.output<typeof Message>;

export type MessageCommand = CommandsOf<typeof inputs, typeof known>;
export type MessageFact = FactsOf<typeof facts>;
