import { randomBytes } from 'node:crypto';
import { type Instant, instantOf, newId } from '@front-office/values';
import type { Account, Membership, Passkey, Session, Ticket, Token } from '../schema.ts';

/** Minutes after an invented morning. */
export const minute = (minutes: number): Instant => instantOf(Date.UTC(2026, 5, 30, 6, minutes));

/** As a hash looks: 256 random bits in base64url. */
export const anyHash = (): string => randomBytes(32).toString('base64url');

export const sampleAccount = (differing: Partial<Account> = {}): Account => ({
  id: newId<'AccountId'>(),
  name: `${newId()}@example.com`,
  shownAs: 'Anna Beispielmüller',
  language: 'de',
  password: null,
  totp: null,
  demo: false,
  createdAt: minute(0),
  revision: 0,
  ...differing,
});

export const samplePasskey = (account: Account, differing: Partial<Passkey> = {}): Passkey => ({
  credential: anyHash(),
  account: account.id,
  publicKey: anyHash(),
  counter: 0,
  transports: ['internal', 'hybrid'],
  label: 'Mein Telefon „blau“',
  createdAt: minute(0),
  lastUsedAt: null,
  ...differing,
});

export const sampleMembership = (account: Account, differing: Partial<Membership> = {}): Membership => ({
  account: account.id,
  office: newId(),
  staff: newId(),
  pin: null,
  since: minute(0),
  endedAt: null,
  ...differing,
});

export const sampleSession = (account: Account, differing: Partial<Session> = {}): Session => ({
  id: newId<'SessionId'>(),
  account: account.id,
  office: null,
  hash: anyHash(),
  browserHash: anyHash(),
  browser: 'Firefox',
  provenBy: ['pwd', 'otp'],
  owesSecond: false,
  createdAt: minute(0),
  provenAt: minute(0),
  lastSeenAt: minute(1),
  until: minute(12 * 60),
  lockedAt: null,
  endedAt: null,
  revision: 0,
  ...differing,
});

export const sampleTicket = (differing: Partial<Ticket> = {}): Ticket => ({
  kind: 'invitation',
  hash: anyHash(),
  subject: newId(),
  about: { office: newId(), times: 3, asked: true, label: null },
  until: minute(60),
  ...differing,
});

export const sampleToken = (differing: Partial<Token> = {}): Token => ({
  hash: anyHash(),
  kind: 'device',
  office: newId(),
  subject: newId(),
  hint: 'fo_dev_Ab3d',
  scopes: ['visits.checkInSelf'],
  createdAt: minute(0),
  until: null,
  endedAt: null,
  lastSeenAt: null,
  ...differing,
});
