import * as z from 'zod';
import type { House } from './house.ts';
import { isNo, type No, no } from './refusals.ts';
import type { Account } from './schema.ts';

/** The one form of a sign-in name: either case, however it is composed, without control characters. */
export const foldedName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cc}/gu, '')
    .trim();

const MailAddress = z.email().max(254);

/** The folded name of a new account: a mail address, so that people have one to remember and it is unique in the world. */
export function newName(typed: string): No<'name_no_mail_address'> | { readonly name: string } {
  const name = foldedName(typed);
  return MailAddress.safeParse(name).success ? { name } : no('name_no_mail_address');
}

/** One form of a password, whichever keyboard made it: NIST SP 800-63B asks for a normalization before hashing. */
export const foldedPassword = (typed: string): string => typed.normalize('NFC');

const MOST_CHANGES = 20;

/**
 * Changes an account as it is now; again from the start when somebody else changed it meanwhile. `change` answers the new
 * one, or a refusal.
 */
export async function changeAccount<Code extends No['refused']['code'] = never>(
  { directory }: House,
  id: string,
  change: (account: Account) => Account | No<Code>,
): Promise<Account | No<Code | 'account_unknown' | 'busy_signing_in'>> {
  for (let attempt = 0; attempt < MOST_CHANGES; attempt += 1) {
    const account = await directory.account(id);
    if (!account) return no('account_unknown');
    const changed = change(account);
    if (isNo(changed)) return changed;
    if (await directory.changeAccount(changed)) return { ...changed, revision: changed.revision + 1 };
  }
  return no('busy_signing_in');
}
