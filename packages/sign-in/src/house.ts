import { HOUR_MS, type Instant, MINUTE_MS } from '@front-office/values';
import { defaultHashing, Hasher, type Hashing } from './hashing.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Directory } from './ports.ts';
import type { Account } from './schema.ts';
import { type Keys, keysFrom } from './secrets.ts';

/** What the owner of an account is told by mail when it has changed; `words` has the text. It never carries a secret. */
export type Told =
  | 'passwordChanged'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'oneTimeCodesOn'
  | 'oneTimeCodesOff'
  | 'recoveryCodesMade'
  | 'recoveryCodeUsed'
  | 'recoveryOffered'
  | 'recovered';

/** Hands on what happened to an account. It is called after the deed: an implementation queues, and does not throw. */
export type TellAbout = (told: Told, account: Pick<Account, 'name' | 'shownAs' | 'language'>) => Promise<void>;

export interface RelyingParty {
  /** The domain that passkeys are bound to, such as `office.example.com`. */
  readonly id: string;
  /** As people read it when their telephone asks; no password may contain it. */
  readonly name: string;
  /** Where pages come from, such as `https://office.example.com`. */
  readonly origins: readonly string[];
}

export interface SignInOptions {
  readonly directory: Directory;
  readonly now: () => Instant;
  /** 32 random bytes that lie outside the directory. Without them nobody signs in by one-time codes. */
  readonly sealKey: Uint8Array;
  readonly relyingParty: RelyingParty;
  readonly hashing?: Partial<Hashing>;
  readonly tellAbout?: TellAbout;
  readonly limits?: Partial<Limits>;
  /** Lets anybody sign in as the demo accounts. */
  readonly demo?: boolean;
}

/** What every room of this package works with. */
export interface House {
  readonly directory: Directory;
  readonly now: () => Instant;
  readonly keys: Keys;
  readonly relyingParty: RelyingParty;
  readonly hasher: Hasher;
  readonly tellAbout: TellAbout;
  readonly limits: Limits;
  readonly demo: boolean;
}

export const houseOf = (options: SignInOptions): House => ({
  directory: options.directory,
  now: options.now,
  keys: keysFrom(options.sealKey),
  relyingParty: options.relyingParty,
  hasher: new Hasher({ ...defaultHashing, ...options.hashing }),
  tellAbout: options.tellAbout ?? (async () => {}),
  limits: { ...defaultLimits, ...options.limits },
  demo: options.demo ?? false,
});

/** What came with a request. Nothing in it is believed before it was looked up. */
export interface CameWith {
  readonly session?: string | undefined;
  readonly browser?: string | undefined;
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string | null;
}

/** How long things last. Sources in the README. */
export const LASTS_MS = {
  session: 12 * HOUR_MS,
  idle: 30 * MINUTE_MS,
  /** The wait for a second proof. */
  second: 10 * MINUTE_MS,
  /** What is grave asks for a proof that is no older. */
  proof: 10 * MINUTE_MS,
  /** Browsers keep no cookie longer than 400 days (RFC 6265bis). */
  browser: 400 * 24 * HOUR_MS,
  challenge: 5 * MINUTE_MS,
  setUp: 24 * HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
  recovery: 24 * HOUR_MS,
  pairing: 10 * MINUTE_MS,
} as const;
