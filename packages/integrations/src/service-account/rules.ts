import { type Ask, type Given, refuse } from '@front-office/kernel';
import { HOUR_MS, isBefore, plusMs } from '@front-office/values';
import type * as z from 'zod';
import type { IntegrationsPorts } from '../ports.ts';
import { notForPrograms } from '../rights.ts';
import type { inputs, known } from './schema.ts';

type Judged = Given<unknown, z.output<typeof inputs.create>, z.output<typeof known.create>>;

/** Every account ends, in the future and not too far in it: nobody remembers a key of ten years ago. */
export function endsInTime({ input, known: { policy }, at }: Judged) {
  const latest = plusMs(at, policy.longestAccountDays * 24 * HOUR_MS);
  if (isBefore(at, input.until) && !isBefore(latest, input.until)) return undefined;
  return refuse('service_account_until_unfit', { latest });
}

/** A program that could make keys would outlive its own. */
export function managesNoPrograms({ input }: Judged) {
  const scope = notForPrograms(input.scopes);
  return scope === undefined ? undefined : refuse('scope_not_for_programs', { scope });
}

/** What every grant is judged on. */
export const grantKnows = { policy: ({ ports }: Ask<IntegrationsPorts>) => ports.integrations.policy };
