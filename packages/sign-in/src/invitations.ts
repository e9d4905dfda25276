import type { Language } from '@front-office/kernel';
import { type Instant, newId, plusMs } from '@front-office/values';
import * as z from 'zod';
import { foldedPassword, newName } from './accounts.ts';
import { enter, renew } from './entering.ts';
import { type CameWith, type House, LASTS_MS } from './house.ts';
import type { Link } from './links.ts';
import { type InOffice, join, subjectOf } from './memberships.ts';
import { passwordRefusal } from './password-rules.ts';
import { type BadPassword, type NotProven, proveByPassword } from './passwords.ts';
import { isNo, type No, no } from './refusals.ts';
import type { Account, Ticket } from './schema.ts';
import { hashOf, newSecret } from './secrets.ts';
import { freshHere, isFresh, openHere } from './standing.ts';
import type { Entered } from './who-am-i.ts';

/** What the holder of a link may see. Whether the name has an account already, it does not say. */
export interface Invited {
  readonly refused?: undefined;
  readonly office: string;
  readonly name: string;
  readonly until: Instant;
  /** `nothing` when this browser is signed in by that name, proven lately; else the password: a new one, or theirs. */
  readonly needs: 'nothing' | 'password';
}

/** What accepts an invitation. With an account of that name, `shownAs` and `language` change nothing. */
export interface Accepting {
  readonly secret: string;
  readonly password?: string | undefined;
  readonly shownAs: string;
  readonly language: Language;
}

const About = z.object({ office: z.string(), staff: z.string(), name: z.string() });

/** Inviting a colleague. Who may, others say. */
export const invitations = (house: House) => ({
  /** A link for one staff member, good once and for seven days; earlier ones for them are withdrawn. */
  async invite({
    office,
    staff,
    name: typed,
  }: InOffice & { readonly name: string }): Promise<Link | No<'name_no_mail_address' | 'staff_has_account'>> {
    const named = newName(typed);
    if (isNo(named)) return named;
    if (await house.directory.membership(office, staff)) return no('staff_has_account');
    const subject = subjectOf({ office, staff });
    await house.directory.withdrawTickets('invitation', subject);
    const [secret, until] = [newSecret(), plusMs(house.now(), LASTS_MS.invitation)];
    const about = { office, staff, name: named.name };
    await house.directory.addTicket({ kind: 'invitation', hash: hashOf(secret), subject, about, until });
    return { secret, until };
  },

  /** Looks at an invitation without taking it. */
  async invitation(came: CameWith, secret: string): Promise<Invited | No<'link_over'>> {
    const ticket = await house.directory.ticket('invitation', hashOf(secret), house.now());
    if (!ticket) return no('link_over');
    const { office, name } = About.parse(ticket.about);
    const found = await freshHere(house, came);
    const isHere = !('refused' in found) && found.account.name === name;
    return { office, name, until: ticket.until, needs: isHere ? 'nothing' : 'password' };
  },

  /**
   * Accepts an invitation, in one of three ways:
   *
   * - The name is new: the password makes an account, which joins the office.
   * - The name has an account: the password must be that account's. Nothing of the account is changed by the invitation.
   *   When it has one-time codes the answer owes the second proof, and the invitation waits to be accepted once more.
   * - Whoever is signed in by that name, proven within ten minutes, needs no password. Somebody else's session in the
   *   same browser does not count: a shared desk would give the place to the wrong person.
   */
  async acceptInvitation(
    came: CameWith,
    accepting: Accepting,
  ): Promise<
    Entered | No<BadPassword | NotProven | 'link_over' | 'staff_has_account' | 'proof_too_old' | 'not_signed_in'>
  > {
    const { directory, now } = house;
    const ticket = await directory.ticket('invitation', hashOf(accepting.secret), now());
    if (!ticket) return no('link_over');
    const { name } = About.parse(ticket.about);
    if (accepting.password === undefined) return acceptAsSignedIn(house, came, ticket, name);

    // The rules of passwords come first for everybody, so that their answer does not tell a new name from a known one.
    const bad = passwordRefusal(accepting.password, { name, house: house.relyingParty.name });
    if (bad) return bad;
    if (!(await directory.accountByName(name))) {
      const hash = await house.hasher.hash(foldedPassword(accepting.password));
      if (hash === undefined) return no('busy_signing_in');
      const account = newAccount(house, name, hash, accepting);
      if (await directory.addAccount(account)) return comeIn(house, came, ticket, account);
      // Somebody was faster, perhaps the same person with a second click: then the password is right.
    }
    const account = await proveByPassword(house, came, name, accepting.password);
    if (isNo(account)) return account;
    if (account.totp?.confirmed) return enter(house, came, account, { provenBy: 'pwd', owesSecond: true });
    return comeIn(house, came, ticket, account);
  },
});

async function acceptAsSignedIn(house: House, came: CameWith, ticket: Ticket, name: string) {
  const found = await openHere(house, came);
  if ('refused' in found || found.account.name !== name) return no('not_signed_in');
  if (!isFresh(found.session, house.now())) return no('proof_too_old');
  const joined = await takeInvitation(house, ticket, found.account);
  return isNo(joined) ? joined : renew(house, came, found, { office: joined.office });
}

async function comeIn(house: House, came: CameWith, ticket: Ticket, account: Account) {
  const joined = await takeInvitation(house, ticket, account);
  if (isNo(joined)) return joined;
  return enter(house, came, account, { provenBy: 'pwd', owesSecond: false, office: joined.office });
}

/** Takes the link first: what was withdrawn in the meantime makes nobody a member. */
async function takeInvitation(house: House, { hash }: Ticket, account: Account) {
  const taken = await house.directory.takeTicket('invitation', hash, house.now());
  if (!taken) return no('link_over');
  const { office, staff } = About.parse(taken.about);
  return (await join(house, account, { office, staff })) ? { office } : no('staff_has_account');
}

/** An account as it begins. */
export const newAccount = (
  house: House,
  name: string,
  password: string,
  { shownAs, language }: Pick<Account, 'shownAs' | 'language'>,
): Account => ({
  id: newId<'AccountId'>(),
  name,
  shownAs,
  language,
  password,
  totp: null,
  demo: false,
  createdAt: house.now(),
  revision: 0,
});
