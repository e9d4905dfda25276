import { derivedId } from '@front-office/values';
import { enter } from './entering.ts';
import type { CameWith, House } from './house.ts';
import { newAccount } from './invitations.ts';
import { type InOffice, join } from './memberships.ts';
import { type No, no } from './refusals.ts';
import type { Account } from './schema.ts';
import type { Entered } from './who-am-i.ts';

/** Somebody whom a demo lets anybody be. */
export type DemoPerson = InOffice & Pick<Account, 'shownAs'>;

/** Demo accounts: without password, marked for ever, and of use only where the server was started as a demo. */
export function demo(house: House) {
  /** Those that this process made at its start, in their order. */
  const people = new Map<string, DemoPerson>();
  return {
    /** Makes a demo account, or finds it made. */
    async demoAccount({ office, staff, shownAs, language }: DemoPerson & Pick<Account, 'language'>): Promise<void> {
      const id = derivedId<'AccountId'>(office, `demo account ${staff}`);
      const name = `${staff}@demo.invalid`; // RFC 2606: nobody has mail there
      const account = { ...newAccount(house, name, '', { shownAs, language }), id, password: null, demo: true };
      await house.directory.addAccount(account);
      await join(house, account, { office, staff });
      people.set(id, { office, staff, shownAs });
    },

    /** Whom one may be here. */
    async demoPeople(): Promise<
      { readonly refused?: undefined; readonly people: readonly DemoPerson[] } | No<'demo_only'>
    > {
      return house.demo ? { people: [...people.values()] } : no('demo_only');
    },

    /** Signs in as one of them. Real accounts are never reached, whatever is asked for. */
    async demoSignIn(came: CameWith, { office, staff }: InOffice): Promise<Entered | No<'demo_only'>> {
      if (!house.demo) return no('demo_only');
      const membership = await house.directory.membership(office, staff);
      const account = membership && (await house.directory.account(membership.account));
      if (!account?.demo) return no('demo_only');
      return enter(house, came, account, { provenBy: 'demo', owesSecond: false, office });
    },
  };
}
