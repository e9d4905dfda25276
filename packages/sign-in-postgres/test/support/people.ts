import { createHash } from 'node:crypto';
import { Account, Membership, Session, Ticket } from '@front-office/sign-in';
import { Instant, newId } from '@front-office/values';

export const at = (time: string): Instant => Instant.parse(`2026-06-30T${time}+02:00`);

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const anAccount = (given: Partial<Account> = {}): Account =>
  Account.parse({
    id: newId(),
    name: `anna.${newId()}@praxis.example.com`,
    shownAs: 'Anna Beispielmüller',
    language: 'de',
    password: null,
    totp: null,
    demo: false,
    createdAt: at('08:00:00'),
    revision: 0,
    ...given,
  });

export const aMembership = (account: string, given: Partial<Membership> = {}): Membership =>
  Membership.parse({
    account,
    office: newId(),
    staff: newId(),
    pin: null,
    since: at('08:00:00'),
    endedAt: null,
    ...given,
  });

export const aSession = (account: string, given: Partial<Session> = {}): Session =>
  Session.parse({
    id: newId(),
    account,
    office: null,
    hash: hashOf(newId()),
    browserHash: hashOf(newId()),
    browser: null,
    provenBy: ['pwd'],
    owesSecond: false,
    createdAt: at('08:00:00'),
    provenAt: at('08:00:00'),
    lastSeenAt: at('08:00:00'),
    until: at('20:00:00'),
    lockedAt: null,
    endedAt: null,
    revision: 0,
    ...given,
  });

export const aTicket = (given: Partial<Ticket> = {}): Ticket =>
  Ticket.parse({
    kind: 'invitation',
    hash: hashOf(newId()),
    subject: newId(),
    about: { office: newId(), sent: 1, again: false, by: null },
    until: at('20:00:00'),
    ...given,
  });
