import { HOUR_MS, MINUTE_MS } from '@front-office/values';
import type { Browser } from './browsers.ts';
import type { Tried } from './hashing.ts';
import type { House } from './house.ts';

/** So many in a window that begins at a whole multiple of its length. */
export interface Limit {
  readonly most: number;
  readonly windowMs: number;
}

export interface Limits {
  /** Wrong tries for one account by browsers that have not signed in as it before, all together. */
  readonly account: Limit;
  /** Wrong tries for one account by one browser that has. */
  readonly knownBrowser: Limit;
  /** Wrong tries from one address, for whatever accounts, by browsers that are not known. */
  readonly address: Limit;
  /** Passkey challenges asked for from one address. */
  readonly challenges: Limit;
  readonly pairingByAddress: Limit;
  readonly pairingByAll: Limit;
}

/** ASVS 5.0 V6.1.1 and V6.3.1 ask for figures that are written down: the README says where these come from. */
export const defaultLimits: Limits = {
  account: { most: 10, windowMs: HOUR_MS },
  knownBrowser: { most: 10, windowMs: HOUR_MS },
  address: { most: 30, windowMs: HOUR_MS },
  challenges: { most: 300, windowMs: HOUR_MS },
  pairingByAddress: { most: 10, windowMs: 10 * MINUTE_MS },
  pairingByAll: { most: 200, windowMs: 10 * MINUTE_MS },
};

/** Who tries to prove to be whom. */
export interface Attempt {
  readonly proof: 'password' | 'second';
  /** The folded sign-in name, whether there is such an account or not. */
  readonly name: string;
  readonly browser: Browser;
  readonly address: string;
}

/** In the directory a key is a hash: neither name nor address lies there. */
const keyOf = (house: House, ...parts: readonly string[]) => house.keys.mac('limit', JSON.stringify(parts));

/**
 * Lets somebody try to prove something, within the limits. Each try is counted before it is made, so that a thousand at
 * once are not all the first; what was no failure is taken back. `prove` is told whether the account's limit is kept;
 * when it is not, the answer is `wrong` whatever it says, so that nobody learns of a lock-out by it.
 *
 * `too_many` is judged by the address alone, before anything is hashed, and tells nothing of any account.
 */
export async function withinLimits(
  house: House,
  { proof, name, browser, address }: Attempt,
  prove: (isWithin: boolean) => Promise<Tried>,
): Promise<Tried | 'too_many'> {
  const { directory, limits, now } = house;
  const isKnown = browser.hasBeen(name);
  const ofAddress = keyOf(house, 'address', address);
  const ofAccount = isKnown ? keyOf(house, proof, name, browser.id) : keyOf(house, proof, name);
  const limit = isKnown ? limits.knownBrowser : limits.account;

  if (!isKnown && (await isOver(house, ofAddress, limits.address))) return 'too_many';
  const isWithin = !(await isOver(house, ofAccount, limit));
  const tried = await prove(isWithin);
  if (tried === 'busy') {
    if (!isKnown) await directory.uncount(ofAddress, limits.address.windowMs, now());
    await directory.uncount(ofAccount, limit.windowMs, now());
    return 'busy';
  }
  if (tried === 'wrong' || !isWithin) return 'wrong';
  // Strangers' wrong guesses stay counted although the right person came meanwhile; one's own slips are forgotten.
  if (isKnown) await directory.forget(ofAccount);
  else {
    await directory.uncount(ofAddress, limits.address.windowMs, now());
    await directory.uncount(ofAccount, limit.windowMs, now());
  }
  return 'right';
}

/** Lets an account be tried again at once: its owner has come in by another way. */
export async function forgetTries(house: House, name: string): Promise<void> {
  for (const proof of ['password', 'second'] as const) await house.directory.forget(keyOf(house, proof, name));
}

/** Counts one more of what is not tied to an account; true when that is too many. */
export const isTooMany = (house: House, what: string, who: string, limit: Limit): Promise<boolean> =>
  isOver(house, keyOf(house, what, who), limit);

/** Takes one of those back that was no guess. */
export const takeBack = (house: House, what: string, who: string, { windowMs }: Limit): Promise<void> =>
  house.directory.uncount(keyOf(house, what, who), windowMs, house.now());

const isOver = async ({ directory, now }: House, key: string, { most, windowMs }: Limit) =>
  (await directory.count(key, windowMs, now())) > most;

/** Wrong tries that a session or a place outlives: the fifth ends it. */
export const TRIES = 5;

/** Longer than any session lasts. It begins anew once a year. */
const SESSION_WINDOW_MS = 365 * 24 * HOUR_MS;

type SessionTry = 'second' | 'pin';
const keyOfSession = (house: House, what: SessionTry, session: string) => keyOf(house, 'session', what, session);

/** Counts one more try in a session. */
export const triesOf = (house: House, what: SessionTry, session: string): Promise<number> =>
  house.directory.count(keyOfSession(house, what, session), SESSION_WINDOW_MS, house.now());

/** Takes one back that came to nothing. */
export const takeBackTry = (house: House, what: SessionTry, session: string): Promise<void> =>
  house.directory.uncount(keyOfSession(house, what, session), SESSION_WINDOW_MS, house.now());

export const forgetTriesOf = (house: House, what: SessionTry, session: string): Promise<void> =>
  house.directory.forget(keyOfSession(house, what, session));
