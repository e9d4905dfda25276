import { type Instant, MINUTE_MS, millisOf, msBetween } from '@front-office/values';
import type { Directory, SessionFound } from '../ports.ts';
import type { Account, Membership, Passkey, Session, Ticket, Token } from '../schema.ts';
import { MemoryCounts } from './memory-counts.ts';

/** A directory in memory, for tests and demos: it keeps its word on races, since nothing here waits in between. */
export class MemoryDirectory implements Directory {
  readonly #accounts = new Map<string, Account>();
  readonly #passkeys = new Map<string, Passkey>();
  readonly #recoveryCodes = new Map<string, Set<string>>();
  readonly #totpSteps = new Map<string, number>();
  #memberships: Membership[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #tickets = new Map<string, Ticket>();
  readonly #tokens = new Map<string, Token>();
  readonly #counts = new MemoryCounts();

  async addAccount(account: Account) {
    const taken = [...this.#accounts.values()].some((other) => other.id === account.id || other.name === account.name);
    if (taken) return false;
    this.#accounts.set(account.id, account);
    return true;
  }

  account = async (id: string) => this.#accounts.get(id);

  accountByName = async (name: string) => [...this.#accounts.values()].find((account) => account.name === name);

  async changeAccount(account: Account) {
    if (this.#accounts.get(account.id)?.revision !== account.revision) return false;
    this.#accounts.set(account.id, { ...account, revision: account.revision + 1 });
    return true;
  }

  isEmpty = async () => this.#accounts.size === 0;

  async addPasskey(passkey: Passkey) {
    if (this.#passkeys.has(passkey.credential)) return false;
    this.#passkeys.set(passkey.credential, passkey);
    return true;
  }

  passkey = async (credential: string) => this.#passkeys.get(credential);

  passkeysOf = async (account: string) => [...this.#passkeys.values()].filter((passkey) => passkey.account === account);

  async usePasskey(credential: string, counter: number, at: Instant) {
    const passkey = this.#passkeys.get(credential);
    if (!passkey) return false;
    if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter) return false;
    this.#passkeys.set(credential, { ...passkey, counter, lastUsedAt: at });
    return true;
  }

  async removePasskey(account: string, credential: string) {
    return this.#passkeys.get(credential)?.account === account && this.#passkeys.delete(credential);
  }

  async setRecoveryCodes(account: string, hashes: readonly string[]) {
    this.#recoveryCodes.set(account, new Set(hashes));
  }

  useRecoveryCode = async (account: string, hash: string) => this.#recoveryCodes.get(account)?.delete(hash) ?? false;

  recoveryCodesLeft = async (account: string) => this.#recoveryCodes.get(account)?.size ?? 0;

  async useTotpStep(account: string, step: number) {
    if (step <= (this.#totpSteps.get(account) ?? -1)) return false;
    this.#totpSteps.set(account, step);
    return true;
  }

  async addMembership(membership: Membership) {
    const { account, office, staff } = membership;
    const taken = (other: Membership) =>
      other.office === office && (other.account === account || other.staff === staff);
    if (this.#standing().some(taken)) return false;
    this.#memberships.push(membership);
    return true;
  }

  membershipsOf = async (account: string) => this.#standing().filter((membership) => membership.account === account);

  membership = async (office: string, staff: string) =>
    this.#standing().find((membership) => membership.office === office && membership.staff === staff);

  async changeMembership(changed: Membership) {
    this.#memberships = this.#memberships.map((membership) => {
      const same = membership.office === changed.office && membership.staff === changed.staff;
      return same && membership.endedAt === null ? changed : membership;
    });
  }

  async endMembership(office: string, staff: string, at: Instant) {
    const membership = await this.membership(office, staff);
    if (!membership) return;
    await this.changeMembership({ ...membership, endedAt: at });
    this.#end((session) => session.account === membership.account && session.office === office, at);
  }

  async addSession(session: Session) {
    this.#sessions.set(session.id, session);
  }

  async session(hash: string) {
    const session = [...this.#sessions.values()].find((one) => one.hash === hash && one.endedAt === null);
    return session && this.#found(session);
  }

  sessionsOf = async (account: string) =>
    [...this.#sessions.values()].filter((session) => session.account === account && session.endedAt === null);

  sessionsOfBrowser = async (browserHash: string) =>
    [...this.#sessions.values()]
      .filter((session) => session.browserHash === browserHash && session.endedAt === null)
      .flatMap((session) => this.#found(session) ?? []);

  async changeSession(session: Session) {
    const stored = this.#sessions.get(session.id);
    if (!stored || stored.endedAt !== null || stored.revision !== session.revision) return false;
    this.#sessions.set(session.id, { ...session, revision: session.revision + 1 });
    return true;
  }

  async endSession(id: string, at: Instant) {
    this.#end((session) => session.id === id, at);
  }

  endSessions = async (account: string, at: Instant, but?: string) =>
    this.#end((session) => session.account === account && session.id !== but, at);

  async addTicket(ticket: Ticket) {
    this.#tickets.set(`${ticket.kind} ${ticket.hash}`, ticket);
  }

  async ticket(kind: Ticket['kind'], hash: string, now: Instant) {
    const ticket = this.#tickets.get(`${kind} ${hash}`);
    return ticket && ticket.until > now ? ticket : undefined;
  }

  async takeTicket(kind: Ticket['kind'], hash: string, now: Instant) {
    const key = `${kind} ${hash}`;
    const ticket = this.#tickets.get(key);
    this.#tickets.delete(key);
    return ticket && ticket.until > now ? ticket : undefined;
  }

  async withdrawTickets(kind: Ticket['kind'], subject: string) {
    for (const [key, ticket] of this.#tickets) {
      if (ticket.kind === kind && ticket.subject === subject) this.#tickets.delete(key);
    }
  }

  async addToken(token: Token) {
    this.#tokens.set(token.hash, token);
  }

  token = async (hash: string) => this.#tokens.get(hash);

  tokensOf = async (office: string, subject: string) =>
    [...this.#tokens.values()].filter((token) => token.office === office && token.subject === subject);

  async endTokens(office: string, subject: string, at: Instant) {
    for (const token of await this.tokensOf(office, subject)) {
      if (token.endedAt === null) this.#tokens.set(token.hash, { ...token, endedAt: at });
    }
  }

  async seenToken(hash: string, at: Instant) {
    const token = this.#tokens.get(hash);
    if (!token || (token.lastSeenAt && msBetween(token.lastSeenAt, at) < MINUTE_MS)) return;
    this.#tokens.set(hash, { ...token, lastSeenAt: at });
  }

  async lastSeen(office: string) {
    const seen = new Map<string, Instant>();
    for (const { office: of, subject, lastSeenAt } of this.#tokens.values()) {
      if (of === office && lastSeenAt && lastSeenAt > (seen.get(subject) ?? '')) seen.set(subject, lastSeenAt);
    }
    return seen;
  }

  count = async (key: string, windowMs: number, now: Instant) => this.#counts.add(key, windowMs, millisOf(now), 1);

  async uncount(key: string, windowMs: number, now: Instant) {
    this.#counts.add(key, windowMs, millisOf(now), -1);
  }

  async forget(key: string) {
    this.#counts.forget(key);
  }

  async tidy(now: Instant) {
    this.#counts.tidy(millisOf(now));
    const monthMs = 30 * 24 * 60 * MINUTE_MS;
    const isLongOver = (over: Instant | null) => over !== null && msBetween(over, now) > monthMs;
    for (const { id, endedAt, until } of this.#sessions.values()) {
      if (isLongOver(endedAt) || isLongOver(until)) this.#sessions.delete(id);
    }
    for (const [key, { until }] of this.#tickets) if (isLongOver(until)) this.#tickets.delete(key);
  }

  #standing = () => this.#memberships.filter((membership) => membership.endedAt === null);

  #found(session: Session): SessionFound | undefined {
    const account = this.#accounts.get(session.account);
    const here = (one: Membership) => one.account === session.account && one.office === session.office;
    return account && { session, account, membership: this.#standing().find(here) };
  }

  #end(which: (session: Session) => boolean, at: Instant): number {
    const ended = [...this.#sessions.values()].filter((session) => session.endedAt === null && which(session));
    for (const session of ended) this.#sessions.set(session.id, { ...session, endedAt: at });
    return ended.length;
  }
}
