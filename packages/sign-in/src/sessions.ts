import { type Instant, MINUTE_MS, msBetween } from '@front-office/values';
import { lockPlace, renew } from './entering.ts';
import type { CameWith, House } from './house.ts';
import { type No, no } from './refusals.ts';
import type { Session } from './schema.ts';
import { hashOf } from './secrets.ts';
import { type NotOpen, openHere, sessionHere, standingOf } from './standing.ts';
import { type Entered, type WhoAmI, whoAmI } from './who-am-i.ts';

/** Who stands behind a request, proven and unlocked. What they may do, others say. */
export interface Proven {
  readonly account: string;
  /** Nothing while the person has chosen no office. */
  readonly office: string | null;
  /** The staff member that the account is in that office. */
  readonly staff: string | null;
  readonly session: string;
  readonly provenAt: Instant;
  readonly provenBy: Session['provenBy'];
  readonly language: 'de' | 'en';
  readonly demo: boolean;
}

/** One's own session as a list shows it. */
export interface SessionLine {
  readonly session: Session['id'];
  readonly browser: string | null;
  readonly office: string | null;
  readonly since: Instant;
  readonly lastSeenAt: Instant;
  readonly locked: boolean;
  /** The one that asks. */
  readonly present: boolean;
}

/** Sessions: 256 random bits for the browser, a hash for us; locked after 30 idle minutes, over after 12 hours. */
export const sessions = (house: House) => ({
  /**
   * Who this secret proves: asked at every request, so it is one look into the directory. Nothing when it is unknown,
   * ended, locked, idle, or still owes a proof. The last use is noted at most once a minute.
   */
  async resolve(secret: string): Promise<Proven | undefined> {
    const now = house.now();
    const found = await house.directory.session(hashOf(secret));
    if (!found || standingOf(found.session, now) !== 'open') return undefined;
    const { session, account, membership } = found;
    // When somebody else changes it at the same moment, they note its use too.
    if (msBetween(session.lastSeenAt, now) >= MINUTE_MS) {
      await house.directory.changeSession({ ...session, lastSeenAt: now });
    }
    const { provenAt, provenBy } = session;
    const [office, staff] = [membership?.office ?? null, membership?.staff ?? null];
    const { language, demo } = account;
    return { account: account.id, office, staff, session: session.id, provenAt, provenBy, language, demo };
  },

  /** What a browser may know of its own session, also while it is locked or owes a proof. */
  async whoAmI(came: Pick<CameWith, 'session'>): Promise<WhoAmI | No<'not_signed_in'>> {
    const found = await sessionHere(house, came.session);
    if (!found) return no('not_signed_in');
    const standing = standingOf(found.session, house.now());
    const owed = standing === 'second' ? 'second' : standing === 'locked' ? 'unlock' : null;
    return whoAmI(found, owed ? [] : await house.directory.membershipsOf(found.account.id), owed);
  },

  /** Goes to work in another of one's offices. */
  async chooseOffice(came: CameWith, office: string): Promise<Entered | No<NotOpen | 'office_not_yours'>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    const memberships = await house.directory.membershipsOf(found.account.id);
    if (!memberships.some((membership) => membership.office === office)) return no('office_not_yours');
    return renew(house, came, found, { office });
  },

  /** Locks the place: the PIN or a full sign-in opens it again. Locking twice is no error. */
  async lock(came: CameWith): Promise<{ readonly refused?: undefined; readonly locked: true } | No<'not_signed_in'>> {
    const found = await sessionHere(house, came.session);
    if (!found) return no('not_signed_in');
    await lockPlace(house, found.session);
    return { locked: true };
  },

  /** Signs out. A session that is over already is no error. */
  async signOut(came: Pick<CameWith, 'session'>): Promise<void> {
    const found = await sessionHere(house, came.session);
    if (found) await house.directory.endSession(found.session.id, house.now());
  },

  /** One's own sessions, the last used first. */
  async mySessions(
    came: CameWith,
  ): Promise<{ readonly refused?: undefined; readonly sessions: readonly SessionLine[] } | No<NotOpen>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    const now = house.now();
    const standing = (await house.directory.sessionsOf(found.account.id))
      .filter((session) => standingOf(session, now) !== 'over')
      .sort((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1));
    const lines = standing.map((session) => ({
      session: session.id,
      browser: session.browser,
      office: session.office,
      since: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      locked: standingOf(session, now) === 'locked',
      present: session.id === found.session.id,
    }));
    return { sessions: lines };
  },

  /** Ends one of one's own sessions; anybody else's answers as if there were none. */
  async endSession(
    came: CameWith,
    session: string,
  ): Promise<{ readonly refused?: undefined; readonly ended: 1 } | No<NotOpen | 'session_unknown'>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    const own = await house.directory.sessionsOf(found.account.id);
    if (!own.some(({ id }) => id === session)) return no('session_unknown');
    await house.directory.endSession(session, house.now());
    return { ended: 1 };
  },

  /** Ends all of one's sessions but this one. */
  async endOtherSessions(
    came: CameWith,
  ): Promise<{ readonly refused?: undefined; readonly ended: number } | No<NotOpen>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    return { ended: await house.directory.endSessions(found.account.id, house.now(), found.session.id) };
  },
});
