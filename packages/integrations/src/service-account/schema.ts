import { type CommandsOf, type FactsOf, freeText } from '@front-office/kernel';
import { Instant, idSchema } from '@front-office/values';
import * as z from 'zod';
import { IntegrationsPolicy } from '../policy.ts';
import { isSet, Right } from '../rights.ts';

export const ServiceAccountId = idSchema('ServiceAccountId');

/** What a program is called, what it is for, what it may do, and for how long. A change says all of it. */
const Grant = z.strictObject({
  name: freeText(80),
  purpose: freeText(300),
  scopes: z.array(Right).min(1).max(100).refine(isSet, { error: 'A capability stands here twice' }),
  /** No key of it is good any more from then on. */
  until: Instant,
});

/** What each command takes. */
export const inputs = {
  create: Grant,
  change: Grant,
  /** It is no longer wanted: its keys end at once. */
  close: z.strictObject({}),
};

const judgedOn = z.object({ policy: IntegrationsPolicy });
/** What a command was judged on, beside its input. */
export const known = { create: judgedOn, change: judgedOn };

/** What happened. Scopes are in it, since who gave which right to whom is what the log is for. */
export const facts = {
  serviceAccountCreated: z.object({ scopes: z.array(Right), until: Instant }),
  serviceAccountChanged: z.object({ scopes: z.array(Right), until: Instant }),
  serviceAccountClosed: z.object({}),
  serviceAccountExpired: z.object({}),
};

export const ServiceAccountState = z.enum(['active', 'closed', 'expired']);
export type ServiceAccountState = z.output<typeof ServiceAccountState>;

/** A service account as it stands. */
export const ServiceAccount = z.object({
  name: z.string(),
  purpose: z.string(),
  scopes: z.array(Right),
  until: Instant,
  /** In the present state, with these rights, since then. */
  since: Instant,
  /** When it was closed or expired. */
  endedAt: Instant.nullable(),
});
export type ServiceAccount = z.output<typeof ServiceAccount>;

export type ServiceAccountCommand = CommandsOf<typeof inputs, typeof known>;
export type ServiceAccountFact = FactsOf<typeof facts>;
