import { changeAccount, foldedName, foldedPassword } from './accounts.ts';
import { browserOf } from './browsers.ts';
import { enter, renew } from './entering.ts';
import type { Tried } from './hashing.ts';
import type { CameWith, House } from './house.ts';
import { withinLimits } from './limits.ts';
import { passwordRefusal } from './password-rules.ts';
import { isNo, type No, no } from './refusals.ts';
import type { Account } from './schema.ts';
import { type NotOpen, openHere } from './standing.ts';
import type { Entered } from './who-am-i.ts';

/** Whatever is wrong with a name and a password. */
export type NotProven = 'sign_in_failed' | 'too_many_tries' | 'busy_signing_in';

/** Why a new password is not taken. */
export type BadPassword = NonNullable<ReturnType<typeof passwordRefusal>>['refused']['code'];

/** Signing in by name and password. */
export const passwords = (house: House) => ({
  /**
   * Signs in. Where one-time codes are on, the session owes the second proof, and opens nothing before `takeSecond`.
   * A wrong password, an unknown name, an account without a password and one that is locked out all answer
   * `sign_in_failed` after the same one hash.
   */
  async signIn(
    came: CameWith,
    { name, password }: { readonly name: string; readonly password: string },
  ): Promise<Entered | No<NotProven>> {
    const account = await proveByPassword(house, came, foldedName(name), password);
    if (isNo(account)) return account;
    return enter(house, came, account, { provenBy: 'pwd', owesSecond: Boolean(account.totp?.confirmed) });
  },

  /**
   * Changes one's own password, for which the current one is asked (ASVS 5.0 V6.2.3). All other sessions end, and this
   * one goes on under a new secret.
   */
  async changePassword(
    came: CameWith,
    { current, password }: { readonly current: string; readonly password: string },
  ): Promise<Entered | No<NotOpen | NotProven | BadPassword | 'not_for_demo_accounts' | 'account_unknown'>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    if (found.account.demo) return no('not_for_demo_accounts');
    const bad = passwordRefusal(password, { name: found.account.name, house: house.relyingParty.name });
    if (bad) return bad;
    const proven = await proveByPassword(house, came, found.account.name, current);
    if (isNo(proven)) return proven;
    const hash = await house.hasher.hash(foldedPassword(password));
    if (hash === undefined) return no('busy_signing_in');
    const changed = await changeAccount(house, found.account.id, (account) => ({ ...account, password: hash }));
    if (isNo(changed)) return changed;
    await house.directory.endSessions(found.account.id, house.now(), found.session.id);
    await house.tellAbout('passwordChanged', changed);
    const provenBy = [...new Set([...found.session.provenBy.filter((by) => by !== 'pin'), 'pwd' as const])];
    return renew(house, came, { ...found, account: changed }, { provenBy, provenAt: house.now() });
  },
});

/** The account that name and password prove, within the limits. */
export async function proveByPassword(
  house: House,
  came: CameWith,
  name: string,
  password: string,
): Promise<Account | No<NotProven>> {
  const { directory, hasher } = house;
  const typed = foldedPassword(password);
  const account = await directory.accountByName(name);
  const attempt = { proof: 'password', name, browser: browserOf(house, came.browser), address: came.address } as const;
  const tried = await withinLimits(house, attempt, () => hasher.verify(account?.password ?? null, typed));
  if (tried !== 'right' || !account?.password) return notProven(tried);
  if (!hasher.isOutdated(account.password)) return account;
  const hash = await hasher.hash(typed);
  if (hash === undefined) return account; // too many wait: the next sign-in raises it
  const raised = await changeAccount(house, account.id, (now) =>
    now.password === account.password ? { ...now, password: hash } : now,
  );
  return isNo(raised) ? account : raised;
}

function notProven(tried: Tried | 'too_many'): No<NotProven> {
  if (tried === 'too_many') return no('too_many_tries');
  return no(tried === 'busy' ? 'busy_signing_in' : 'sign_in_failed');
}
