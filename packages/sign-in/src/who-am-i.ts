import { languages, type Secret } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import type { SessionFound } from './ports.ts';
import { Account, type Membership, Session, SessionId } from './schema.ts';

/** What a browser is told of its own session. */
export const WhoAmI = z.object({
  session: SessionId,
  shownAs: Account.shape.shownAs,
  language: z.enum(languages),
  /** Where the person works now, and as whom. */
  office: z.uuid().nullable(),
  staff: z.uuid().nullable(),
  /** All offices that the person may choose from; nothing while a proof is owed. */
  offices: z.array(z.uuid()),
  provenBy: Session.shape.provenBy,
  /** When the person was last fully proven: what is grave asks for it anew after ten minutes. */
  provenAt: Instant,
  /** What has to be done before anything else. */
  owes: z.enum(['second', 'unlock', 'office']).nullable(),
  /** Whether a PIN opens this place again. */
  hasPin: z.boolean(),
  demo: z.boolean(),
  until: Instant,
});
export type WhoAmI = z.output<typeof WhoAmI>;

/** The answer to having come in: what the browser is to keep, and what its screen shows. */
export interface Entered {
  readonly refused?: undefined;
  readonly session: Secret;
  readonly browser: Secret;
  readonly whoAmI: WhoAmI;
}

export function whoAmI(
  { session, account, membership }: SessionFound,
  memberships: readonly Membership[],
  owed: 'second' | 'unlock' | null,
): WhoAmI {
  return {
    session: session.id,
    shownAs: account.shownAs,
    language: account.language,
    office: membership?.office ?? null,
    staff: membership?.staff ?? null,
    offices: owed ? [] : memberships.map(({ office }) => office).sort(),
    provenBy: session.provenBy,
    provenAt: session.provenAt,
    owes: owed ?? (membership ? null : 'office'),
    hasPin: Boolean(membership?.pin),
    demo: account.demo,
    until: session.until,
  };
}
