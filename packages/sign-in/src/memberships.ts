import type { CameWith, House } from './house.ts';
import { type No, no } from './refusals.ts';
import type { Account } from './schema.ts';
import { type NotOpen, openHere } from './standing.ts';

/** A staff member of one office. */
export interface InOffice {
  readonly office: string;
  readonly staff: string;
}

/** Joining and leaving an office, for whoever composes the server: none of this is a door. */
export const memberships = (house: House) => ({
  /** Makes whoever is signed in a staff member of an office: the owner of an office that has just been set up. */
  async joinOffice(
    came: Pick<CameWith, 'session'>,
    where: InOffice,
  ): Promise<{ readonly refused?: undefined; readonly joined: true } | No<NotOpen | 'staff_has_account'>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    return (await join(house, found.account, where)) ? { joined: true } : no('staff_has_account');
  },

  /** Somebody leaves: their sessions there end at once, and an invitation or a recovery on its way is void. */
  async leaveOffice({ office, staff }: InOffice): Promise<void> {
    const membership = await house.directory.membership(office, staff);
    await house.directory.endMembership(office, staff, house.now());
    await house.directory.withdrawTickets('invitation', subjectOf({ office, staff }));
    if (membership) await house.directory.withdrawTickets('recovery', membership.account);
  },

  /** Ends all sessions of a staff member in this office, from the next request on; answers how many. What they have elsewhere goes on. */
  async signOutOf({ office, staff }: InOffice): Promise<number> {
    const { directory, now } = house;
    const membership = await directory.membership(office, staff);
    const sessions = membership ? await directory.sessionsOf(membership.account) : [];
    const here = sessions.filter((session) => session.office === office);
    await Promise.all(here.map(({ id }) => directory.endSession(id, now())));
    return here.length;
  },

  /** Whether a staff member has a sign-in, by which name, and whether it is one of the demo. */
  async signInOf({ office, staff }: InOffice): Promise<Pick<Account, 'name' | 'shownAs' | 'demo'> | undefined> {
    const membership = await house.directory.membership(office, staff);
    const account = membership && (await house.directory.account(membership.account));
    return account && { name: account.name, shownAs: account.shownAs, demo: account.demo };
  },

  /** The offices that the account with this sign-in name is a member of now; none for an unknown name. */
  async officesOf(name: string): Promise<readonly string[]> {
    const account = await house.directory.accountByName(name);
    const memberships = account ? await house.directory.membershipsOf(account.id) : [];
    return memberships.map(({ office }) => office);
  },
});

/** Joins, or finds that it has been done; false when the staff member is somebody else, or the person somebody else there. */
export async function join({ directory, now }: House, account: Account, { office, staff }: InOffice): Promise<boolean> {
  const added = { account: account.id, office, staff, pin: null, since: now(), endedAt: null };
  if (await directory.addMembership(added)) return true;
  return (await directory.membership(office, staff))?.account === account.id;
}

export const subjectOf = ({ office, staff }: InOffice): string => `${office} ${staff}`;
