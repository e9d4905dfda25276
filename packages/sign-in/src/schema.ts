import { languages } from '@front-office/kernel';
import { Instant, idSchema } from '@front-office/values';
import * as z from 'zod';

export const AccountId = idSchema('AccountId');
export const SessionId = idSchema('SessionId');

/** A SHA-256 in base64url: all that is kept of a secret that has full entropy. */
export const Hash = z.string().length(43);

/** A person's sign-in, for all offices. Its id is nobody's staff id, and its name no contact address. */
export const Account = z.strictObject({
  id: AccountId,
  /** Folded (NFKC, lower case): what is typed to sign in, by its form a mail address. */
  name: z.string().min(3).max(254),
  /** How the person is called in the list of those who use a browser. */
  shownAs: z.string().min(1).max(120),
  language: z.enum(languages),
  /** argon2id in PHC form; null where there are passkeys only. */
  password: z.string().nullable(),
  /** The seed of one-time codes, sealed by the server's key; `confirmed` once a code was entered. */
  totp: z.strictObject({ sealed: z.string(), confirmed: z.boolean() }).nullable(),
  /** Only in a demo office: may be taken without proof where the server says so, and has no password. */
  demo: z.boolean(),
  createdAt: Instant,
  revision: z.int().nonnegative(),
});
export type Account = z.output<typeof Account>;

export const Passkey = z.strictObject({
  /** The credential id in base64url. */
  credential: z.string().max(1400),
  account: AccountId,
  /** COSE key in base64url. */
  publicKey: z.string(),
  counter: z.int().nonnegative(),
  transports: z.array(z.string().max(20)).max(10),
  /** What the person calls it: "my phone". */
  label: z.string().min(1).max(60),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type Passkey = z.output<typeof Passkey>;

/** An account as a staff member of one office. */
export const Membership = z.strictObject({
  account: AccountId,
  office: z.uuid(),
  staff: z.uuid(),
  /** argon2id of the PIN for changing places at a shared desk. */
  pin: z.string().nullable(),
  since: Instant,
  endedAt: Instant.nullable(),
});
export type Membership = z.output<typeof Membership>;

export const Session = z.strictObject({
  id: SessionId,
  account: AccountId,
  /** Where the person works now. */
  office: z.uuid().nullable(),
  hash: Hash,
  /** Of the browser's own secret: a shared desk knows who is signed in there. */
  browserHash: Hash,
  /** What the browser called itself. */
  browser: z.string().max(200).nullable(),
  /** How the person was proven: RFC 8176's `pwd`, `otp`, `pin`, and `passkey`, `recovery`, `demo`. */
  provenBy: z.array(z.enum(['pwd', 'otp', 'pin', 'passkey', 'recovery', 'demo', 'invitation'])),
  /** The password was right, and a second proof is still owed: nothing is open but the doors of signing in. */
  owesSecond: z.boolean(),
  createdAt: Instant,
  /** When the person was last fully proven, not by PIN: what is grave asks for it anew. */
  provenAt: Instant,
  lastSeenAt: Instant,
  /** Ends then whatever happens. */
  until: Instant,
  /** Somebody else has taken the place; the PIN opens it again. */
  lockedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  revision: z.int().nonnegative(),
});
export type Session = z.output<typeof Session>;

/** A secret that is good once and for a short time. `about` is what whoever takes it is told. */
export const Ticket = z.strictObject({
  kind: z.enum(['set-up', 'invitation', 'recovery', 'pairing', 'passkey-new', 'passkey-sign-in']),
  hash: Hash,
  /** What it is about: an account, a staff member, a device; for withdrawing. */
  subject: z.string().max(100),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  until: Instant,
});
export type Ticket = z.output<typeof Ticket>;

/** What a device or a program shows instead of a person's session. */
export const Token = z.strictObject({
  hash: Hash,
  kind: z.enum(['device', 'service']),
  office: z.uuid(),
  /** The id of the device's or the service account's case. */
  subject: z.uuid(),
  /** Its first characters, so that a person tells keys apart. */
  hint: z.string().max(12),
  /** Capabilities it is limited to; null: all that its subject has. */
  scopes: z.array(z.string()).nullable(),
  createdAt: Instant,
  until: Instant.nullable(),
  endedAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
});
export type Token = z.output<typeof Token>;
