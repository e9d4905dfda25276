import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Instant, MINUTE_MS, millisOf, msBetween } from '@front-office/values';
import type { House } from './house.ts';
import type { Limit } from './limits.ts';
import type { Token } from './schema.ts';
import { hashOf } from './secrets.ts';

export type TokenKind = Token['kind'];

/** What a token is issued for. */
export interface TokenFor {
  readonly kind: TokenKind;
  readonly office: string;
  /** The id of the device's or the service account's case. */
  readonly subject: string;
  /** Capabilities it is limited to; null: all that its subject has. */
  readonly scopes: readonly string[] | null;
  readonly until: Instant | null;
}

/** Whom a token proves. */
export interface ProvenToken extends TokenFor {
  /** Names it in the log without telling it. */
  readonly hint: string;
}

const PREFIX: Readonly<Record<TokenKind, string>> = { device: 'fo_dev_', service: 'fo_key_' };
const HINT_LENGTH = 12;

/** Tokens of devices and programs. */
export const tokens = (house: House) => ({
  /** Issues a token; its secret is shown this once. */
  async issueToken({
    kind,
    office,
    subject,
    scopes,
    until,
  }: TokenFor): Promise<{ readonly secret: string; readonly hint: string }> {
    const secret = newTokenSecret(kind);
    const hint = secret.slice(0, HINT_LENGTH);
    const [createdAt, hash] = [house.now(), hashOf(secret)];
    const kept = scopes && [...scopes];
    await house.directory.addToken({
      hash,
      kind,
      office,
      subject,
      hint,
      scopes: kept,
      createdAt,
      until,
      endedAt: null,
      lastSeenAt: null,
    });
    return { secret, hint };
  },

  /** Whom a token proves: nothing when it is mistyped (told without the directory), unknown, ended or over. */
  async resolveToken(secret: string): Promise<ProvenToken | undefined> {
    if (!isTokenSecret(secret)) return undefined;
    const [now, hash] = [house.now(), hashOf(secret)];
    const token = await house.directory.token(hash);
    if (!token || token.endedAt !== null || (token.until !== null && token.until <= now)) return undefined;
    if (token.lastSeenAt === null || msBetween(token.lastSeenAt, now) >= MINUTE_MS) {
      await house.directory.seenToken(hash, now);
    }
    const { kind, office, subject, scopes, until, hint } = token;
    return { kind, office, subject, scopes, until, hint };
  },

  /** What was issued for a device or a service account, the latest first; never the secrets. */
  async tokensOf(
    office: string,
    subject: string,
  ): Promise<readonly Pick<Token, 'hint' | 'scopes' | 'createdAt' | 'until' | 'endedAt' | 'lastSeenAt'>[]> {
    const tokens = await house.directory.tokensOf(office, subject);
    const lines = tokens.map(({ hint, scopes, createdAt, until, endedAt, lastSeenAt }) => ({
      hint,
      scopes,
      createdAt,
      until,
      endedAt,
      lastSeenAt,
    }));
    return lines.sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  },

  /** Ends all tokens of a device or a service account, from the next request on. */
  async endTokens(office: string, subject: string): Promise<void> {
    await house.directory.endTokens(office, subject, house.now());
  },

  /**
   * Counts one request of a device or program, for all servers together, and tells how many are left of `most` in a window of
   * so many milliseconds: below zero this one was too many.
   */
  async countRequest(
    { office, subject }: Pick<TokenFor, 'office' | 'subject'>,
    { most, windowMs }: Limit,
  ): Promise<{ readonly remaining: number; readonly resetSeconds: number }> {
    const now = house.now();
    const count = await house.directory.count(house.keys.mac('limit', `requests ${office} ${subject}`), windowMs, now);
    const intoWindow = millisOf(now) % windowMs;
    return { remaining: most - count, resetSeconds: Math.max(1, Math.ceil((windowMs - intoWindow) / 1_000)) };
  },

  /** When each device or program of an office was last seen, to the minute. */
  lastSeen: (office: string): Promise<ReadonlyMap<string, Instant>> => house.directory.lastSeen(office),
});

/**
 * `fo_dev_` or `fo_key_`, 256 random bits in base62, and six characters of CRC-32 over all before: a scanner that finds
 * one in a repository, and a person who copied half of one, know without asking a server. The checksum keeps no secret.
 */
function newTokenSecret(kind: TokenKind): string {
  const body = PREFIX[kind] + base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43);
  return body + checksum(body);
}

/** Whether a text has the form and the checksum of a token. */
export const isTokenSecret = (text: string): boolean =>
  /^fo_(?:dev|key)_[0-9A-Za-z]{49}$/.test(text) && text.slice(-6) === checksum(text.slice(0, -6));

const checksum = (body: string) => base62(BigInt(crc32(body)), 6);

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function base62(value: bigint, length: number): string {
  let [text, rest] = ['', value];
  for (; rest > 0n; rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text;
  return text.padStart(length, '0');
}
