import { msBetween } from '@front-office/values';
import { type CameWith, type House, LASTS_MS } from './house.ts';
import type { SessionFound } from './ports.ts';
import { type No, no } from './refusals.ts';
import type { Session } from './schema.ts';
import { hashOf } from './secrets.ts';

/** How a session stands at an instant: open, waiting for its second proof, locked (by hand or by idling), or over. */
export function standingOf(session: Session, now: Session['until']): 'open' | 'second' | 'locked' | 'over' {
  if (session.endedAt !== null || session.until <= now) return 'over';
  if (session.owesSecond) return msBetween(session.createdAt, now) < LASTS_MS.second ? 'second' : 'over';
  const isIdle = msBetween(session.lastSeenAt, now) >= LASTS_MS.idle;
  return session.lockedAt !== null || isIdle ? 'locked' : 'open';
}

/** The session that came with a request, if it is not over. */
export async function sessionHere({ directory, now }: House, secret: string | undefined) {
  if (secret === undefined) return undefined;
  const found = await directory.session(hashOf(secret));
  return found && standingOf(found.session, now()) !== 'over' ? found : undefined;
}

/** Why nobody is there: the codes of `openHere`. */
export type NotOpen = 'not_signed_in' | 'second_proof_owed' | 'session_locked';

/** The open session that came with a request. Whose it is, it says itself: nobody is asked for an account. */
export async function openHere(house: House, came: Pick<CameWith, 'session'>): Promise<SessionFound | No<NotOpen>> {
  const found = await sessionHere(house, came.session);
  if (!found) return no('not_signed_in');
  const standing = standingOf(found.session, house.now());
  if (standing === 'second') return no('second_proof_owed');
  return standing === 'open' ? found : no('session_locked');
}

/** The codes of `freshHere`. */
export type NotFresh = NotOpen | 'proof_too_old' | 'not_for_demo_accounts';

/**
 * The same for what is grave: fully proven within ten minutes (ASVS 5.0 V7.5.1), and not by PIN since. A demo account
 * belongs to everybody, so nobody changes how it signs in.
 */
export async function freshHere(house: House, came: Pick<CameWith, 'session'>): Promise<SessionFound | No<NotFresh>> {
  const found = await openHere(house, came);
  if ('refused' in found) return found;
  if (found.account.demo) return no('not_for_demo_accounts');
  return isFresh(found.session, house.now()) ? found : no('proof_too_old');
}

export const isFresh = (session: Session, now: Session['until']): boolean =>
  !session.provenBy.includes('pin') && msBetween(session.provenAt, now) < LASTS_MS.proof;
