import type { Tried } from './hashing.ts';
import type { CameWith, House } from './house.ts';
import { type No, no } from './refusals.ts';
import type { Account } from './schema.ts';
import { freshHere, type NotFresh } from './standing.ts';
import { newTypedCode, typedCode } from './typed-codes.ts';

const HOW_MANY = 10;

/** 50 bits: within the limits of `takeSecond` nobody guesses one, and it is short enough for a slip of paper. */
const GROUPS_OF = 5;
const GROUPS = 2;

/** Recovery codes stand in for one-time codes when the telephone is gone. */
export const recoveryCodes = (house: House) => ({
  /** Ten new ones, shown this once; the old ones are void. */
  async makeRecoveryCodes(
    came: CameWith,
  ): Promise<
    { readonly refused?: undefined; readonly codes: readonly string[] } | No<NotFresh | 'one_time_codes_off'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    if (!found.account.totp?.confirmed) return no('one_time_codes_off');
    const codes = Array.from({ length: HOW_MANY }, () => newTypedCode(GROUPS_OF, GROUPS));
    const hashes = codes.map((code) => recoveryHash(house, found.account, code));
    await house.directory.setRecoveryCodes(found.account.id, hashes);
    await house.tellAbout('recoveryCodesMade', found.account);
    return { codes };
  },
});

/** Uses a recovery code up, if it is one. */
export async function tryRecoveryCode(house: House, account: Account, code: string): Promise<Tried> {
  if (typedCode(code).length !== GROUPS_OF * GROUPS) return 'wrong';
  if (!(await house.directory.useRecoveryCode(account.id, recoveryHash(house, account, code)))) return 'wrong';
  await house.tellAbout('recoveryCodeUsed', account);
  return 'right';
}

/** With the server's key: 2^50 plain hashes are a day's work for whoever has stolen the directory. */
const recoveryHash = ({ keys }: House, account: Account, code: string) =>
  keys.mac('recovery code', `${account.id} ${typedCode(code)}`);
