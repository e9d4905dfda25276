import { describe, expect, it } from 'vitest';
import { Browser, codeOf, desk, PASSWORD } from './support/desk.ts';

const wrong = 'a wrong password';

describe('guessing', () => {
  it('ten thousand guesses from one address get nowhere, and thirty of them are tried', async () => {
    const { signIn, colleague } = desk();
    const { name } = await colleague();
    const stranger = new Browser('198.51.100.7');
    const codes = new Map<string | undefined, number>();
    for (let guess = 0; guess < 10_000; guess += 1) {
      const code = await codeOf(signIn.signIn(stranger.brings, { name, password: `${wrong} ${guess}` }));
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes]).toEqual([
      ['sign_in_failed', 30],
      ['too_many_tries', 9_970],
    ]);
    expect(await codeOf(signIn.signIn(stranger.brings, { name, password: PASSWORD }))).toBe('too_many_tries');
  });

  it('from a hundred addresses at once the right one among them is not told from the others', async () => {
    const { signIn, colleague } = desk({ hashing: { waiting: 200 } });
    const { name } = await colleague();
    const guess = (index: number) =>
      codeOf(
        signIn.signIn(new Browser(`198.51.100.${index}`).brings, { name, password: index === 50 ? PASSWORD : wrong }),
      );
    const codes = await Promise.all(Array.from({ length: 100 }, (_, index) => guess(index)));
    expect(new Set(codes)).toEqual(new Set(['sign_in_failed']));
  });

  it('one password for many names is stopped by the address', async () => {
    const { signIn } = desk();
    const stranger = new Browser('198.51.100.7');
    const spray = (index: number) =>
      signIn.signIn(stranger.brings, { name: `person${index}@example.com`, password: wrong });
    for (let index = 0; index < 30; index += 1) await spray(index);
    expect(await codeOf(spray(30))).toBe('too_many_tries');
  });

  it('does not lock somebody out of the browser that they have used before', async () => {
    const { signIn, colleague } = desk();
    const { name, browser } = await colleague();
    await signIn.signOut(browser.brings);
    for (let guess = 0; guess < 50; guess += 1) {
      await signIn.signIn(new Browser(`198.51.100.${guess}`).brings, { name, password: wrong });
    }
    expect(await codeOf(signIn.signIn(new Browser('203.0.113.9').brings, { name, password: PASSWORD }))).toBe(
      'sign_in_failed',
    );
    expect(await codeOf(signIn.signIn(browser.brings, { name, password: PASSWORD }))).toBeUndefined();
  });

  it('a known browser has limits of its own, and its owner’s slips are forgotten with the right password', async () => {
    const { signIn, colleague } = desk();
    const { name, browser } = await colleague();
    const tries = async (many: number) => {
      for (let guess = 0; guess < many; guess += 1) await signIn.signIn(browser.brings, { name, password: wrong });
      return codeOf(signIn.signIn(browser.brings, { name, password: PASSWORD }));
    };
    expect(await tries(9)).toBeUndefined();
    expect(await tries(9)).toBeUndefined();
    expect(await tries(10)).toBe('sign_in_failed');
  });

  it('a browser is known for the names that came in there, and cannot claim others', async () => {
    const { signIn, colleague, clock } = desk();
    const [anna, joerg] = [await colleague(), await colleague('joerg@example.com')];
    const forged = new Browser();
    forged.browser = `${joerg.browser.browser?.split('.')[0]}.${anna.browser.browser?.split('.')[1]}`;
    for (let guess = 0; guess < 10; guess += 1)
      await signIn.signIn(new Browser(`198.51.100.${guess}`).brings, { name: anna.name, password: wrong });
    for (const browser of [forged, joerg.browser]) {
      expect(
        await codeOf(signIn.signIn({ ...browser.brings, session: undefined }, { name: anna.name, password: PASSWORD })),
      ).toBe('sign_in_failed');
    }
    clock.advanceMinutes(60);
    expect(await codeOf(signIn.signIn(new Browser().brings, { name: anna.name, password: PASSWORD }))).toBeUndefined();
  });

  it('a whole office behind one address signs in, since only what failed is counted', async () => {
    const { signIn, colleague } = desk();
    const { name } = await colleague();
    for (let person = 0; person < 60; person += 1) {
      expect(await codeOf(signIn.signIn(new Browser().brings, { name, password: PASSWORD }))).toBeUndefined();
    }
  });
});
