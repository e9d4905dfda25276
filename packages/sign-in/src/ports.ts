import type { Instant } from '@front-office/values';
import type { Account, Membership, Passkey, Session, Ticket, Token } from './schema.ts';

/**
 * Where accounts, sessions and tokens lie: one directory for all offices of a server. Secrets are here as hashes only.
 * Every method is one statement or one transaction, and several servers may work on one directory. An implementation
 * throws `StoreAway` when it cannot be reached.
 */
export interface Directory {
  // Accounts
  /** False when another account has the name or the id. */
  addAccount(account: Account): Promise<boolean>;
  account(id: string): Promise<Account | undefined>;
  /** By its folded sign-in name. */
  accountByName(name: string): Promise<Account | undefined>;
  /** Writes the account as it is given, unless it has changed since it was read (`revision`); false then. */
  changeAccount(account: Account): Promise<boolean>;
  /** Whether there is any account: a house without one hands out the set-up link. */
  isEmpty(): Promise<boolean>;

  // Passkeys
  /** False when the credential is known already, of whomever. */
  addPasskey(passkey: Passkey): Promise<boolean>;
  passkey(credential: string): Promise<Passkey | undefined>;
  passkeysOf(account: string): Promise<readonly Passkey[]>;
  /** Notes a use: false when the counter is not above the stored one although one of them is not 0. */
  usePasskey(credential: string, counter: number, at: Instant): Promise<boolean>;
  removePasskey(account: string, credential: string): Promise<boolean>;

  // Recovery codes and the like: a secret that is good once
  /** Replaces all recovery codes of an account, by their hashes. */
  setRecoveryCodes(account: string, hashes: readonly string[]): Promise<void>;
  /** True for the first who asks; a used or unknown code is false. */
  useRecoveryCode(account: string, hash: string): Promise<boolean>;
  recoveryCodesLeft(account: string): Promise<number>;
  /** True when this time step is later than any that was used before: a one-time code is good once. */
  useTotpStep(account: string, step: number): Promise<boolean>;

  // Memberships: which staff member of which office an account is
  /** False when the account is a member of that office already, or the staff member has another account. */
  addMembership(membership: Membership): Promise<boolean>;
  /** Those that have not ended. */
  membershipsOf(account: string): Promise<readonly Membership[]>;
  /** The one that has not ended. */
  membership(office: string, staff: string): Promise<Membership | undefined>;
  changeMembership(membership: Membership): Promise<void>;
  /** Ends it with all sessions in that office, at once. The account stays; it may be a member elsewhere. */
  endMembership(office: string, staff: string, at: Instant): Promise<void>;

  // Sessions
  addSession(session: Session): Promise<void>;
  /** By the hash of its secret, with the account and the membership that it stands on; ended ones are not found. */
  session(hash: string): Promise<SessionFound | undefined>;
  sessionsOf(account: string): Promise<readonly Session[]>;
  /** Sessions that this browser still holds, locked or not. */
  sessionsOfBrowser(browserHash: string): Promise<readonly SessionFound[]>;
  /** Gives a session another secret, office, lock or last use; false when it has ended or was changed meanwhile (`revision`). */
  changeSession(session: Session): Promise<boolean>;
  endSession(id: string, at: Instant): Promise<void>;
  /** All of an account but one. Answers how many. */
  endSessions(account: string, at: Instant, but?: string): Promise<number>;

  // Tickets: set-up, invitation, recovery, pairing, the challenge of a passkey
  addTicket(ticket: Ticket): Promise<void>;
  /** Looks at it without using it up; used and expired ones are not found. */
  ticket(kind: Ticket['kind'], hash: string, now: Instant): Promise<Ticket | undefined>;
  /** Uses it up: the first who asks gets it, nobody ever again. */
  takeTicket(kind: Ticket['kind'], hash: string, now: Instant): Promise<Ticket | undefined>;
  /** Withdraws all of a kind that are about this subject. */
  withdrawTickets(kind: Ticket['kind'], subject: string): Promise<void>;

  // Tokens of devices and programs
  addToken(token: Token): Promise<void>;
  /** Ended ones too: `endedAt` says so. */
  token(hash: string): Promise<Token | undefined>;
  tokensOf(office: string, subject: string): Promise<readonly Token[]>;
  endTokens(office: string, subject: string, at: Instant): Promise<void>;
  /** Notes that it was used, at most once a minute. */
  seenToken(hash: string, at: Instant): Promise<void>;
  /** When each device or program of an office was last seen, by its id. */
  lastSeen(office: string): Promise<ReadonlyMap<string, Instant>>;

  // Limits, counted by all servers together
  /** Counts one more under this key in the present window and answers how many there are. */
  count(key: string, windowMs: number, now: Instant): Promise<number>;
  /** Takes one back in the present window, never below nothing: what was counted beforehand was no failure. */
  uncount(key: string, windowMs: number, now: Instant): Promise<void>;
  forget(key: string): Promise<void>;
  /** Drops what is over: ended sessions and used tickets of 30 days ago, windows that have passed. */
  tidy(now: Instant): Promise<void>;
}

export interface SessionFound {
  readonly session: Session;
  readonly account: Account;
  /** Nothing while the person has chosen no office, or the membership has ended. */
  readonly membership: Membership | undefined;
}
