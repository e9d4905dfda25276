import { plusMs } from '@front-office/values';
import { changeAccount, foldedName, foldedPassword } from './accounts.ts';
import { enter } from './entering.ts';
import { type CameWith, type House, LASTS_MS } from './house.ts';
import { forgetTries } from './limits.ts';
import type { Link } from './links.ts';
import { passwordRefusal } from './password-rules.ts';
import type { BadPassword } from './passwords.ts';
import { isNo, type No, no } from './refusals.ts';
import type { Account, Ticket } from './schema.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Entered } from './who-am-i.ts';

/** Whose account: a staff member's, asked for by their office; or anybody's by name, for whoever runs the server. */
export type WhoseAccount = { readonly office: string; readonly staff: string } | { readonly name: string };

/** What else is taken from the account, because it is lost or in wrong hands. */
export interface AlsoRemoved {
  readonly oneTimeCodes?: boolean;
  readonly passkeys?: boolean;
}

/** A colleague with the right to do so gives somebody a way in again. Who may offer it, others say. */
export const recovery = (house: House) => ({
  /**
   * A link that sets a new password, good once and for 24 hours; earlier ones are withdrawn. The account is told.
   *
   * `account_elsewhere` when the person works in another office too: whoever holds the link would come in there as well,
   * and one office must not hand out keys to another. They recover by what they have themselves, or whoever runs the
   * server offers it by name.
   */
  async offerRecovery(
    whose: WhoseAccount,
    also: AlsoRemoved = {},
  ): Promise<Link | No<'account_unknown' | 'account_elsewhere'>> {
    const account = await accountOf(house, whose);
    if (!account || account.demo) return no('account_unknown');
    const office = 'office' in whose ? whose.office : null;
    if (await isElsewhere(house, account, office)) return no('account_elsewhere');
    await house.directory.withdrawTickets('recovery', account.id);
    const secret = newSecret();
    const until = plusMs(house.now(), LASTS_MS.recovery);
    await house.directory.addTicket({
      kind: 'recovery',
      hash: hashOf(secret),
      subject: account.id,
      about: { office, oneTimeCodes: also.oneTimeCodes ?? false, passkeys: also.passkeys ?? false },
      until,
    });
    await house.tellAbout('recoveryOffered', account);
    return { secret, until };
  },

  /**
   * Takes the link: sets the password, ends all sessions, removes what the offer says, and comes in. One-time codes that
   * were not removed are still owed.
   */
  async recover(
    came: CameWith,
    { secret, password }: { readonly secret: string; readonly password: string },
  ): Promise<Entered | No<BadPassword | 'link_over' | 'busy_signing_in'>> {
    const { directory, now } = house;
    const ticket = await directory.ticket('recovery', hashOf(secret), now());
    const account = ticket && (await directory.account(ticket.subject));
    if (!ticket || !account || (await isElsewhere(house, account, officeOf(ticket)))) return no('link_over');
    const bad = passwordRefusal(password, { name: account.name, house: house.relyingParty.name });
    if (bad) return bad;
    const hash = await house.hasher.hash(foldedPassword(password));
    if (hash === undefined) return no('busy_signing_in');
    if (!(await directory.takeTicket('recovery', ticket.hash, now()))) return no('link_over');
    const changed = await changeAccount(house, account.id, (present) => ({
      ...present,
      password: hash,
      totp: ticket.about.oneTimeCodes === true ? null : present.totp,
    }));
    if (isNo(changed)) return no('link_over');
    await removeAsOffered(house, changed, ticket);
    await directory.endSessions(changed.id, now());
    await forgetTries(house, changed.name);
    await house.tellAbout('recovered', changed);
    return enter(house, came, changed, { provenBy: 'recovery', owesSecond: Boolean(changed.totp?.confirmed) });
  },
});

async function accountOf({ directory }: House, whose: WhoseAccount): Promise<Account | undefined> {
  if ('name' in whose) return directory.accountByName(foldedName(whose.name));
  const membership = await directory.membership(whose.office, whose.staff);
  return membership && directory.account(membership.account);
}

/** Whoever runs the server (no office) may recover every account. */
const isElsewhere = async ({ directory }: House, account: Account, office: string | null) =>
  office !== null && (await directory.membershipsOf(account.id)).some((membership) => membership.office !== office);

const officeOf = (ticket: Ticket) => (typeof ticket.about.office === 'string' ? ticket.about.office : null);

async function removeAsOffered({ directory }: House, account: Account, { about }: Ticket): Promise<void> {
  if (about.oneTimeCodes === true) await directory.setRecoveryCodes(account.id, []);
  if (about.passkeys !== true) return;
  for (const { credential } of await directory.passkeysOf(account.id)) {
    await directory.removePasskey(account.id, credential);
  }
}
