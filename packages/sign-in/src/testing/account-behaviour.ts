import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import { anyHash, minute, sampleAccount, samplePasskey } from './samples.ts';

const times = <Result>(many: number, act: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: many }, (_, index) => act(index)));
const howMany = (answers: readonly boolean[]) => answers.filter(Boolean).length;

/** What a directory promises of accounts, passkeys and codes that are good once. */
export function describeAccounts(directory: () => Directory): void {
  const added = async (account = sampleAccount()) => {
    expect(await directory().addAccount(account)).toBe(true);
    return account;
  };

  describe('accounts', () => {
    test('are found by id and by name, as they were given', async () => {
      const account = await added(
        sampleAccount({ password: '$argon2id$v=19$…', totp: { sealed: anyHash(), confirmed: false } }),
      );
      expect(await directory().account(account.id)).toEqual(account);
      expect(await directory().accountByName(account.name)).toEqual(account);
      expect(await directory().isEmpty()).toBe(false);
    });

    test('an unknown id, name and a text that is no id find nobody', async () => {
      expect(await directory().account(newId())).toBeUndefined();
      expect(await directory().account("' or true --")).toBeUndefined();
      expect(await directory().accountByName("' or true --")).toBeUndefined();
    });

    test('a name belongs to one account, and so does an id', async () => {
      const account = await added();
      expect(await directory().addAccount(sampleAccount({ name: account.name }))).toBe(false);
      expect(await directory().addAccount(sampleAccount({ id: account.id }))).toBe(false);
      expect(await directory().account(account.id)).toEqual(account);
    });

    test('of ten who take one name at once exactly one gets it', async () => {
      const name = `${newId()}@example.com`;
      expect(howMany(await times(10, () => directory().addAccount(sampleAccount({ name }))))).toBe(1);
    });

    test('a change counts the revision up, and one made from an older reading is not taken', async () => {
      const account = await added();
      expect(await directory().changeAccount({ ...account, shownAs: 'Jörg Probeßmann' })).toBe(true);
      expect(await directory().changeAccount({ ...account, shownAs: 'Somebody else' })).toBe(false);
      expect(await directory().account(account.id)).toEqual({ ...account, shownAs: 'Jörg Probeßmann', revision: 1 });
    });

    test('of ten changes at once exactly one is taken', async () => {
      const account = await added();
      const change = (index: number) => directory().changeAccount({ ...account, shownAs: `Person ${index}` });
      expect(howMany(await times(10, change))).toBe(1);
    });

    test('nobody changes an account that is not there', async () => {
      expect(await directory().changeAccount(sampleAccount())).toBe(false);
    });
  });

  describe('passkeys', () => {
    test('are found by their credential and by their account', async () => {
      const account = await added();
      const passkey = samplePasskey(account);
      expect(await directory().addPasskey(passkey)).toBe(true);
      expect(await directory().passkey(passkey.credential)).toEqual(passkey);
      expect(await directory().passkeysOf(account.id)).toEqual([passkey]);
      expect(await directory().passkeysOf(newId())).toEqual([]);
    });

    test('a credential is known once, of whomever', async () => {
      const passkey = samplePasskey(await added());
      await directory().addPasskey(passkey);
      const others = samplePasskey(await added(), { credential: passkey.credential });
      expect(await directory().addPasskey(others)).toBe(false);
      expect((await directory().passkey(passkey.credential))?.account).toBe(passkey.account);
    });

    test('the counter only rises, and stays at nothing where there is none', async () => {
      const account = await added();
      const [counting, without] = [samplePasskey(account, { counter: 7 }), samplePasskey(account)];
      await directory().addPasskey(counting);
      await directory().addPasskey(without);
      const use = (passkey: { credential: string }, counter: number) =>
        directory().usePasskey(passkey.credential, counter, minute(3));
      expect(await use(counting, 7)).toBe(false);
      expect(await use(counting, 0)).toBe(false);
      expect(await use(counting, 8)).toBe(true);
      expect(await use(without, 0)).toBe(true);
      expect(await use(samplePasskey(account), 1)).toBe(false);
      expect(await directory().passkey(counting.credential)).toEqual({
        ...counting,
        counter: 8,
        lastUsedAt: minute(3),
      });
    });

    test('of ten uses with one counter at once exactly one is good', async () => {
      const passkey = samplePasskey(await added());
      await directory().addPasskey(passkey);
      expect(howMany(await times(10, () => directory().usePasskey(passkey.credential, 4, minute(3))))).toBe(1);
    });

    test('are removed by their own account only', async () => {
      const [account, other] = [await added(), await added()];
      const passkey = samplePasskey(account);
      await directory().addPasskey(passkey);
      expect(await directory().removePasskey(other.id, passkey.credential)).toBe(false);
      expect(await directory().removePasskey(account.id, passkey.credential)).toBe(true);
      expect(await directory().removePasskey(account.id, passkey.credential)).toBe(false);
      expect(await directory().passkey(passkey.credential)).toBeUndefined();
    });
  });

  describe('codes that are good once', () => {
    test('a recovery code is good for the first of ten who use it at once', async () => {
      const account = await added();
      const [code, another] = [anyHash(), anyHash()];
      await directory().setRecoveryCodes(account.id, [code, another]);
      expect(await directory().useRecoveryCode((await added()).id, code)).toBe(false);
      expect(howMany(await times(10, () => directory().useRecoveryCode(account.id, code)))).toBe(1);
      expect(await directory().useRecoveryCode(account.id, anyHash())).toBe(false);
      expect(await directory().recoveryCodesLeft(account.id)).toBe(1);
    });

    test('new recovery codes replace the old ones', async () => {
      const account = await added();
      const [old, young] = [anyHash(), anyHash()];
      await directory().setRecoveryCodes(account.id, [old]);
      await directory().setRecoveryCodes(account.id, [young]);
      expect(await directory().useRecoveryCode(account.id, old)).toBe(false);
      expect(await directory().recoveryCodesLeft(account.id)).toBe(1);
      await directory().setRecoveryCodes(account.id, []);
      expect(await directory().recoveryCodesLeft(account.id)).toBe(0);
    });

    test('a step of one-time codes is good once, and no earlier one after it', async () => {
      const account = await added();
      expect(howMany(await times(10, () => directory().useTotpStep(account.id, 59_000_000)))).toBe(1);
      expect(await directory().useTotpStep(account.id, 58_999_999)).toBe(false);
      expect(await directory().useTotpStep(account.id, 59_000_001)).toBe(true);
      expect(await directory().useTotpStep((await added()).id, 59_000_000)).toBe(true);
    });
  });
}
