import { browserOf } from './browsers.ts';
import { lockPlace, renew } from './entering.ts';
import type { CameWith, House } from './house.ts';
import { forgetTriesOf, TRIES, takeBackTry, triesOf } from './limits.ts';
import type { SessionFound } from './ports.ts';
import { type No, no } from './refusals.ts';
import type { Session } from './schema.ts';
import { freshHere, type NotFresh, sessionHere, standingOf } from './standing.ts';
import type { Entered } from './who-am-i.ts';

/** Somebody who is signed in at this browser, as everybody at the desk may see them. */
export interface Place {
  readonly session: Session['id'];
  readonly shownAs: string;
  readonly office: string | null;
  readonly hasPin: boolean;
  /** The one that the browser holds now, and whether it is locked. */
  readonly present: boolean;
  readonly locked: boolean;
}

/** A shared desk: several people are signed in at one browser, one of them at the keyboard, and a PIN changes places. */
export const pins = (house: House) => ({
  /** Sets the PIN of whoever is signed in, for the office they are in. */
  async setPin(
    came: CameWith,
    pin: string,
  ): Promise<
    | { readonly refused?: undefined; readonly set: true }
    | No<NotFresh | 'office_not_yours' | 'pin_too_simple' | 'busy_signing_in'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    if (!found.membership) return no('office_not_yours');
    if (isSimple(pin)) return no('pin_too_simple');
    const hash = await house.hasher.hash(pin);
    if (hash === undefined) return no('busy_signing_in');
    await house.directory.changeMembership({ ...found.membership, pin: hash });
    return { set: true };
  },

  /** Who is signed in at this browser: their shown names and nothing else of them. */
  async whoIsHere(came: Pick<CameWith, 'browser' | 'session'>): Promise<{ readonly places: readonly Place[] }> {
    const present = await sessionHere(house, came.session);
    const found = await placesOf(house, came);
    const places = found.map(({ session, account, membership }) => ({
      session: session.id,
      shownAs: account.shownAs,
      office: membership?.office ?? null,
      hasPin: Boolean(membership?.pin),
      present: session.id === present?.session.id,
      locked: standingOf(session, house.now()) === 'locked',
    }));
    return { places: places.sort((a, b) => a.shownAs.localeCompare(b.shownAs)) };
  },

  /**
   * Opens somebody's place at this browser by their PIN, under a new secret, and locks the one that was open. The same
   * opens one's own place again. After the fifth wrong PIN the place is over, and its owner signs in fully.
   */
  async changePlace(
    came: CameWith,
    { session: chosen, pin }: { readonly session: string; readonly pin: string },
  ): Promise<Entered | No<'place_over' | 'pin_not_set' | 'pin_wrong' | 'busy_signing_in'>> {
    const found = (await placesOf(house, came)).find(({ session }) => session.id === chosen);
    if (!found) return no('place_over');
    const stored = found.membership?.pin;
    if (!stored) return no('pin_not_set');
    const wrong = await tryPin(house, found.session, stored, pin);
    if (wrong) return wrong;
    const present = await sessionHere(house, came.session);
    if (present && present.session.id !== chosen) await lockPlace(house, present.session);
    const provenBy = [...new Set([...found.session.provenBy, 'pin' as const])];
    const opened = await renew(house, came, found, { lockedAt: null, provenBy });
    return 'refused' in opened && opened.refused ? no('place_over') : opened;
  },
});

async function placesOf(house: House, came: Pick<CameWith, 'browser'>): Promise<readonly SessionFound[]> {
  if (came.browser === undefined) return [];
  const found = await house.directory.sessionsOfBrowser(browserOf(house, came.browser).hash);
  return found.filter(({ session }) => ['open', 'locked'].includes(standingOf(session, house.now())));
}

/** Counted before it is tried, so that a hundred at once are not all the first. */
async function tryPin(
  house: House,
  session: Session,
  stored: string,
  pin: string,
): Promise<No<'place_over' | 'pin_wrong' | 'busy_signing_in'> | undefined> {
  const tries = await triesOf(house, 'pin', session.id);
  const tried = tries > TRIES ? 'wrong' : await house.hasher.verify(stored, pin);
  if (tried === 'busy') {
    await takeBackTry(house, 'pin', session.id);
    return no('busy_signing_in');
  }
  if (tried === 'right') {
    await forgetTriesOf(house, 'pin', session.id);
    return undefined;
  }
  if (tries >= TRIES) {
    await house.directory.endSession(session.id, house.now());
    return no('place_over');
  }
  return no('pin_wrong', { left: TRIES - tries });
}

/** Not what people try first: one digit, a row, two or three digits again and again, a mirror, a pattern of keys. */
function isSimple(pin: string): boolean {
  if (!/^\d{6}$/.test(pin)) return true;
  const repeats = /^(\d{1,3})\1+$/.test(pin);
  const pairs = /^(\d)\1(\d)\2(\d)\3$/.test(pin) || /^(\d)\1\1(\d)\2\2$/.test(pin);
  const mirror = pin === [...pin].reverse().join('');
  return repeats || pairs || mirror || ROWS.some((row) => row.includes(pin));
}

const ROWS = ['01234567890123', '98765432109876', '147258369', '159753', '147369258', '789456123'];
