import { type CommandsOf, type FactsOf, freeText } from '@front-office/kernel';
import { Instant, idSchema } from '@front-office/values';
import * as z from 'zod';
import { ExampleDomainPolicy } from './policy.ts';

export const ItemId = idSchema('ItemId');

const What = freeText(200);
const Recipient = freeText(100);

/** What each command takes. */
export const inputs = {
  /** The desk takes an item in. */
  keep: z.strictObject({ what: What }),
  /** Somebody gets the item, with a proof or without one. */
  handOver: z.strictObject({ to: Recipient, proofSeen: z.boolean() }),
};

/** What a command was judged on, beside its input. */
export const known = {
  keep: z.object({ policy: ExampleDomainPolicy }),
};

/** What happened. Facts carry ids and figures; what people typed stays with the case. */
export const facts = {
  itemKept: z.object({}),
  itemHandedOver: z.object({ proofSeen: z.boolean() }),
};

/** The states of an item, in order. */
export const ItemState = z.enum(['kept', 'handedOver']);
export type ItemState = z.output<typeof ItemState>;

/** An item as it stands. */
export const Item = z.object({
  what: z.string(),
  handedOverTo: z.string().nullable(),
  /** In the present state since then. */
  since: Instant,
  policy: ExampleDomainPolicy,
});
export type Item = z.output<typeof Item>;

export type ItemCommand = CommandsOf<typeof inputs, typeof known>;
export type ItemFact = FactsOf<typeof facts>;
