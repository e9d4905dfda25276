import type { Language } from '@front-office/kernel';
import { derivedId, plusMs } from '@front-office/values';
import { foldedPassword, newName } from './accounts.ts';
import { enter } from './entering.ts';
import { type CameWith, type House, LASTS_MS } from './house.ts';
import { newAccount } from './invitations.ts';
import type { Link } from './links.ts';
import { type InOffice, join } from './memberships.ts';
import { passwordRefusal } from './password-rules.ts';
import type { BadPassword } from './passwords.ts';
import { isNo, type No, no } from './refusals.ts';
import type { Account } from './schema.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Entered } from './who-am-i.ts';

/** The one first account of a directory. Its id is fixed: of two who make it at once, the second finds it made. */
const FIRST_ACCOUNT = derivedId<'AccountId'>('9d9ef48f-6e50-4cd4-8a5e-3a1bb4a3a2c7', 'first account');

const SUBJECT = 'first account';

export interface FirstPerson {
  readonly name: string;
  readonly password: string;
  readonly shownAs: string;
  readonly language: Language;
}

/**
 * Sets the office up for its first account, and answers who they are in it. It must bear being called again after a
 * crash: derive its ids or request ids from the account.
 */
export type SetUpOffice = (account: Pick<Account, 'id' | 'name' | 'shownAs' | 'language'>) => Promise<InOffice>;

/** First start: there is no default password, but a link that whoever starts the server reads there. */
export const setUp = (house: House) => ({
  /**
   * The link to the first account, good once and for 24 hours; a new one withdraws the old. Refused once there is an
   * account that belongs to an office, or any other than the first.
   */
  async setUpLink(): Promise<Link | No<'set_up_done'>> {
    const { directory, now } = house;
    if (!(await directory.isEmpty()) && !(await isHalfDone(house))) return no('set_up_done');
    await directory.withdrawTickets('set-up', SUBJECT);
    const [secret, until] = [newSecret(), plusMs(now(), LASTS_MS.setUp)];
    await directory.addTicket({ kind: 'set-up', hash: hashOf(secret), subject: SUBJECT, about: {}, until });
    return { secret, until };
  },

  /** Whether a set-up link is still good, for the page that it opens. */
  async setUpIsOpen(secret: string): Promise<boolean> {
    return (await house.directory.ticket('set-up', hashOf(secret), house.now())) !== undefined;
  },

  /**
   * Makes the first account and, with `office`, what it works in. The link is used up at the end only, so after a crash
   * in between the same name and password go on where it stopped. Of two at once one comes in; the other is told that
   * the link is over.
   */
  async takeSetUp(
    came: CameWith,
    { secret, ...first }: FirstPerson & { readonly secret: string },
    office?: SetUpOffice,
  ): Promise<Entered | No<BadPassword | 'name_no_mail_address' | 'link_over' | 'busy_signing_in'>> {
    const { directory, now } = house;
    const ticket = await directory.ticket('set-up', hashOf(secret), now());
    if (!ticket) return no('link_over');
    const account = await firstAccount(house, first);
    if (isNo(account)) return account;
    const where = await office?.({
      id: account.id,
      name: account.name,
      shownAs: account.shownAs,
      language: account.language,
    });
    if (where && !(await join(house, account, where))) return no('link_over');
    if (!(await directory.takeTicket('set-up', ticket.hash, now()))) return no('link_over');
    return enter(house, came, account, { provenBy: 'pwd', owesSecond: false });
  },
});

/** The first account is there, and a crash kept it from its office. */
async function isHalfDone({ directory }: House): Promise<boolean> {
  const first = await directory.account(FIRST_ACCOUNT);
  return first !== undefined && (await directory.membershipsOf(first.id)).length === 0;
}

/** Made now, or by an earlier try with the same name and password. */
async function firstAccount(house: House, first: FirstPerson) {
  const named = newName(first.name);
  if (isNo(named)) return named;
  const bad = passwordRefusal(first.password, { name: named.name, house: house.relyingParty.name });
  if (bad) return bad;
  const typed = foldedPassword(first.password);
  const hash = await house.hasher.hash(typed);
  if (hash === undefined) return no('busy_signing_in');
  const made = { ...newAccount(house, named.name, hash, first), id: FIRST_ACCOUNT };
  if ((await house.directory.isEmpty()) && (await house.directory.addAccount(made))) return made;
  const earlier = await house.directory.account(FIRST_ACCOUNT);
  const tried = await house.hasher.verify(earlier?.name === named.name ? earlier.password : null, typed);
  if (tried === 'busy') return no('busy_signing_in');
  return tried === 'right' && earlier ? earlier : no('link_over');
}
