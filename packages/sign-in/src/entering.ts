import { newId, plusMs } from '@front-office/values';
import { type Browser, browserOf } from './browsers.ts';
import { type CameWith, type House, LASTS_MS } from './house.ts';
import type { SessionFound } from './ports.ts';
import { type No, no } from './refusals.ts';
import type { Account, Membership, Session } from './schema.ts';
import { hashOf, newSecret } from './secrets.ts';
import { type Entered, whoAmI } from './who-am-i.ts';

/** How somebody has just been proven. */
export interface Proof {
  readonly provenBy: Session['provenBy'][number];
  readonly owesSecond: boolean;
  /** Where they come to work, when that is known. */
  readonly office?: string;
}

/**
 * Opens a session for an account that has been proven, always under a new secret. Places in this browser are seen to:
 * the same person's earlier session ends, and everybody else's is locked.
 */
export async function enter(house: House, came: CameWith, account: Account, proof: Proof): Promise<Entered> {
  const now = house.now();
  const browser = browserOf(house, came.browser);
  const left = await leavePlaces(house, came, browser, account);
  const memberships = await house.directory.membershipsOf(account.id);
  const membership = proof.owesSecond ? undefined : placeIn(memberships, proof.office ?? left);
  const secret = newSecret();
  const session: Session = {
    id: newId<'SessionId'>(),
    account: account.id,
    office: membership?.office ?? null,
    hash: hashOf(secret),
    browserHash: browser.hash,
    browser: came.agent?.slice(0, 200) ?? null,
    provenBy: [proof.provenBy],
    owesSecond: proof.owesSecond,
    createdAt: now,
    provenAt: now,
    lastSeenAt: now,
    until: plusMs(now, LASTS_MS.session),
    lockedAt: null,
    endedAt: null,
    revision: 0,
  };
  await house.directory.addSession(session);
  return entered({ session, account, membership }, memberships, secret, browser);
}

/**
 * Goes on with a session under a new secret: whenever rights rise, so that a secret which somebody saw before is worth
 * nothing after (ASVS 5.0 V7.2.4). Refuses when the session was ended or changed meanwhile.
 */
export async function renew(
  house: House,
  came: Pick<CameWith, 'browser'>,
  found: SessionFound,
  changes: Partial<Session>,
): Promise<Entered | No<'not_signed_in'>> {
  const memberships = await house.directory.membershipsOf(found.account.id);
  const secret = newSecret();
  const browser = browserOf(house, came.browser);
  const session = {
    ...found.session,
    lastSeenAt: house.now(),
    browserHash: browser.hash,
    ...changes,
    hash: hashOf(secret),
  };
  const membership = session.owesSecond ? undefined : memberships.find(({ office }) => office === session.office);
  if (!(await house.directory.changeSession({ ...session, office: membership?.office ?? null }))) {
    return no('not_signed_in');
  }
  return entered({ session, account: found.account, membership }, memberships, secret, browser);
}

/** Who is a member of one office works there; of several, in the one that they were in, or none until they choose. */
export const placeIn = (memberships: readonly Membership[], office: string | null): Membership | undefined =>
  memberships.find((one) => one.office === office) ?? (memberships.length === 1 ? memberships[0] : undefined);

function entered(found: SessionFound, memberships: readonly Membership[], secret: string, browser: Browser): Entered {
  const owed = found.session.owesSecond ? 'second' : null;
  return {
    session: { text: secret, until: found.session.until },
    // Only who is fully proven has been here: a password alone makes no browser known.
    browser: owed ? browser.keeps() : browser.keeps(found.account.name),
    whoAmI: whoAmI(found, memberships, owed),
  };
}

/** Answers the office that the same person was in. */
async function leavePlaces(house: House, came: CameWith, browser: Browser, account: Account): Promise<string | null> {
  const { directory, now } = house;
  const places = [...(await directory.sessionsOfBrowser(browser.hash))];
  const present = came.session === undefined ? undefined : await directory.session(hashOf(came.session));
  if (present && !places.some(({ session }) => session.id === present.session.id)) places.push(present);
  let office: string | null = null;
  for (const { session } of places) {
    if (session.account === account.id) {
      office = session.office ?? office;
      await directory.endSession(session.id, now());
    } else await lockPlace(house, session);
  }
  return office;
}

/** Locks a session as it is now; when it is changed at the same moment, tries again with what it has become. */
export async function lockPlace({ directory, now }: House, session: Session): Promise<void> {
  let present: Session | undefined = session;
  while (present && present.lockedAt === null) {
    if (await directory.changeSession({ ...present, lockedAt: now() })) return;
    const sessions = await directory.sessionsOf(session.account);
    present = sessions.find(({ id }) => id === session.id);
  }
}
