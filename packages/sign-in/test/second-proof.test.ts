import { millisOf } from '@front-office/values';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { Browser, codeOf, type DeskOptions, desk, PASSWORD } from './support/desk.ts';

/** Anna has one-time codes on; `code` is what her app shows now. */
async function withCodes(options: DeskOptions = {}) {
  const house = desk(options);
  const anna = await house.colleague();
  const { signIn, clock } = house;
  const made = await signIn.setUpOneTimeCodes(anna.browser.brings);
  if (made.refused) throw new Error(made.refused.code);
  const code = (steps = 0) =>
    TOTP.generate({ secret: Secret.fromBase32(made.seed), timestamp: millisOf(clock.now()) + steps * 30_000 });
  expect(await codeOf(signIn.confirmOneTimeCodes(anna.browser.brings, code()))).toBeUndefined();
  const codes = await signIn.makeRecoveryCodes(anna.browser.brings);
  if (codes.refused) throw new Error(codes.refused.code);
  clock.advanceMinutes(2);
  const halfway = async () => house.signedIn(anna.name);
  return { ...house, anna, made, code, recoveryCodes: codes.codes, halfway };
}

describe('one-time codes', () => {
  it('are asked for after the password, and nothing is open before', async () => {
    const { signIn, halfway, code, office } = await withCodes();
    const browser = await halfway();
    const before = browser.session ?? '';
    expect(await signIn.whoAmI(browser.brings)).toMatchObject({ owes: 'second', office: null, offices: [] });
    expect(await signIn.resolve(before)).toBeUndefined();
    expect(await codeOf(signIn.mySessions(browser.brings))).toBe('second_proof_owed');
    expect(await codeOf(signIn.chooseOffice(browser.brings, office))).toBe('second_proof_owed');
    const { whoAmI } = browser.keep(await signIn.takeSecond(browser.brings, code()));
    expect(whoAmI).toMatchObject({ owes: null, office, provenBy: ['pwd', 'otp'] });
    expect(await signIn.resolve(before)).toBeUndefined();
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ office });
  });

  it('are good one step early or late, and each once', async () => {
    const { signIn, halfway, code } = await withCodes();
    const tried = async (text: string) => codeOf(signIn.takeSecond((await halfway()).brings, text));
    expect(await tried(code(2))).toBe('code_wrong');
    expect(await tried(code(-2))).toBe('code_wrong');
    expect(await tried(code(-1))).toBeUndefined();
    expect(await tried(code(-1))).toBe('code_wrong');
    expect(await tried(code(1))).toBeUndefined();
    expect(await tried(code(0))).toBe('code_wrong');
  });

  it('the fifth wrong one ends the session', async () => {
    const { signIn, halfway, code } = await withCodes();
    const browser = await halfway();
    for (let left = 4; left > 0; left -= 1) {
      expect(await signIn.takeSecond(browser.brings, '000000')).toEqual({
        refused: { code: 'code_wrong', figures: { left } },
      });
    }
    expect(await codeOf(signIn.takeSecond(browser.brings, '000000'))).toBe('not_signed_in');
    expect(await codeOf(signIn.takeSecond(browser.brings, code()))).toBe('not_signed_in');
  });

  it('are limited over all sessions of an account, for whoever knows the password', async () => {
    const { signIn, anna, code, recoveryCodes, clock } = await withCodes();
    const halfway = async (address: number) => {
      const browser = new Browser(`198.51.100.${address}`);
      browser.keep(await signIn.signIn(browser.brings, { name: anna.name, password: PASSWORD }));
      return browser;
    };
    for (let guess = 0; guess < 10; guess += 1) await signIn.takeSecond((await halfway(guess)).brings, '000000');
    expect(await codeOf(signIn.takeSecond((await halfway(11)).brings, code()))).toBe('code_wrong');
    expect(await codeOf(signIn.takeSecond((await halfway(12)).brings, recoveryCodes[0] ?? ''))).toBe('code_wrong');
    clock.advanceMinutes(60);
    expect(await codeOf(signIn.takeSecond((await halfway(13)).brings, recoveryCodes[0] ?? ''))).toBeUndefined();
  });

  it('must come within ten minutes of the password', async () => {
    const { signIn, halfway, code, clock } = await withCodes();
    const browser = await halfway();
    clock.advanceMinutes(10);
    expect(await codeOf(signIn.takeSecond(browser.brings, code()))).toBe('not_signed_in');
  });

  it('count only once one was confirmed, and are not replaced while they are on', async () => {
    const { signIn, colleague, signedIn } = desk();
    const { name, browser } = await colleague();
    await signIn.setUpOneTimeCodes(browser.brings);
    expect(await codeOf(signIn.confirmOneTimeCodes(browser.brings, '000000'))).toBe('code_wrong');
    expect(await signIn.whoAmI((await signedIn(name)).brings)).toMatchObject({ owes: null });
    const on = await withCodes();
    expect(await codeOf(on.signIn.setUpOneTimeCodes(on.anna.browser.brings))).toBe('one_time_codes_on');
    expect(await codeOf(on.signIn.confirmOneTimeCodes(on.anna.browser.brings, on.code()))).toBe('one_time_codes_on');
  });

  it('the seed is sealed for its account, under a key that is not in the directory', async () => {
    const { directory, anna, made, halfway, signIn, code, colleague } = await withCodes();
    const account = await directory.accountByName(anna.name);
    expect(JSON.stringify(account)).not.toContain(made.seed);
    const other = await colleague('joerg@example.com');
    const joerg = await directory.accountByName(other.name);
    if (!joerg || !account) throw new Error('both have accounts');
    await directory.changeAccount({ ...joerg, totp: account.totp });
    const browser = new Browser();
    browser.keep(await signIn.signIn(browser.brings, { name: other.name, password: PASSWORD }));
    expect(await codeOf(signIn.takeSecond(browser.brings, code()))).toBe('code_wrong');
    const otherKey = desk({ directory, sealKey: new Uint8Array(32).fill(8) });
    expect(await codeOf(otherKey.signIn.takeSecond((await halfway()).brings, code()))).toBe('code_wrong');
    expect(() => desk({ sealKey: new Uint8Array(31) })).toThrow(RangeError);
  });

  it('are turned off with their recovery codes, by whoever was proven lately', async () => {
    const { signIn, anna, directory, clock, halfway, code, recoveryCodes, told } = await withCodes();
    clock.advanceMinutes(9);
    expect(await codeOf(signIn.removeOneTimeCodes(anna.browser.brings))).toBe('proof_too_old');
    const browser = await halfway();
    expect(await codeOf(signIn.removeOneTimeCodes(browser.brings))).toBe('second_proof_owed');
    browser.keep(await signIn.takeSecond(browser.brings, code()));
    expect(await signIn.removeOneTimeCodes(browser.brings)).toEqual({ removed: true });
    expect(await signIn.whoAmI((await halfway()).brings)).toMatchObject({ owes: null });
    const { id = '' } = (await directory.accountByName(anna.name)) ?? {};
    expect(recoveryCodes).toHaveLength(10);
    expect(await directory.recoveryCodesLeft(id)).toBe(0);
    expect(told.map(({ what }) => what)).toEqual(['oneTimeCodesOn', 'recoveryCodesMade', 'oneTimeCodesOff']);
  });
});

describe('recovery codes', () => {
  it('stand in for a one-time code, once each, however they are typed', async () => {
    const { signIn, halfway, recoveryCodes, told, anna } = await withCodes();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    const [first = '', second = ''] = recoveryCodes;
    const sloppy = first.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' ');
    expect(await codeOf(signIn.takeSecond((await halfway()).brings, sloppy))).toBeUndefined();
    expect(await codeOf(signIn.takeSecond((await halfway()).brings, first))).toBe('code_wrong');
    expect(await codeOf(signIn.takeSecond((await halfway()).brings, second))).toBeUndefined();
    expect(told.filter(({ what }) => what === 'recoveryCodeUsed')).toEqual([
      { what: 'recoveryCodeUsed', name: anna.name },
      { what: 'recoveryCodeUsed', name: anna.name },
    ]);
  });

  it('are made only where one-time codes are on', async () => {
    const { signIn, colleague } = desk();
    const { browser } = await colleague();
    expect(await codeOf(signIn.makeRecoveryCodes(browser.brings))).toBe('one_time_codes_off');
  });
});
