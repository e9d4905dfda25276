import { describe, expect, it } from 'vitest';
import { Browser, codeOf, desk, PASSWORD } from './support/desk.ts';

const PIN = '274913';

/** Anna and Jörg are signed in at one browser, each with a PIN; Jörg came last and has the keyboard. */
async function sharedDesk() {
  const house = desk();
  const browser = new Browser();
  const anna = await house.colleague('anna@example.com', { browser });
  await house.signIn.setPin(browser.brings, PIN);
  const annas = browser.session ?? '';
  const joerg = await house.colleague('joerg@example.com', { browser, shownAs: 'Jörg Probeßmann' });
  await house.signIn.setPin(browser.brings, '860251');
  return { ...house, browser, anna: anna.entered.whoAmI, annas, joerg: joerg.entered.whoAmI };
}

describe('a shared desk', () => {
  it('shows who is there by name, and whoever comes locks whoever was there', async () => {
    const { signIn, browser, anna, annas, joerg } = await sharedDesk();
    expect(await signIn.whoIsHere(browser.brings)).toEqual({
      places: [
        {
          session: anna.session,
          shownAs: 'Anna Beispielmüller',
          office: anna.office,
          hasPin: true,
          present: false,
          locked: true,
        },
        {
          session: joerg.session,
          shownAs: 'Jörg Probeßmann',
          office: joerg.office,
          hasPin: true,
          present: true,
          locked: false,
        },
      ],
    });
    expect(await signIn.resolve(annas)).toBeUndefined();
    expect(await signIn.whoIsHere(new Browser().brings)).toEqual({ places: [] });
  });

  it('changes places by PIN, under a new secret, and locks the other one', async () => {
    const { signIn, browser, anna, annas } = await sharedDesk();
    const joergs = browser.session ?? '';
    const { whoAmI } = browser.keep(await signIn.changePlace(browser.brings, { session: anna.session, pin: PIN }));
    expect(whoAmI).toMatchObject({ session: anna.session, provenBy: ['pwd', 'pin'], owes: null });
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ staff: anna.staff });
    for (const old of [joergs, annas]) expect(await signIn.resolve(old)).toBeUndefined();
  });

  it('the PIN opens a place that was idle or locked by hand', async () => {
    const { signIn, browser, joerg, clock } = await sharedDesk();
    await signIn.lock(browser.brings);
    expect(await signIn.resolve(browser.session ?? '')).toBeUndefined();
    browser.keep(await signIn.changePlace(browser.brings, { session: joerg.session, pin: '860251' }));
    clock.advanceMinutes(31);
    expect(await signIn.whoAmI(browser.brings)).toMatchObject({ owes: 'unlock', hasPin: true });
    browser.keep(await signIn.changePlace(browser.brings, { session: joerg.session, pin: '860251' }));
    expect(await signIn.resolve(browser.session ?? '')).toBeDefined();
  });

  it('a PIN is no proof for what is grave', async () => {
    const { signIn, browser, anna } = await sharedDesk();
    browser.keep(await signIn.changePlace(browser.brings, { session: anna.session, pin: PIN }));
    expect(await codeOf(signIn.setPin(browser.brings, '518204'))).toBe('proof_too_old');
    expect(await codeOf(signIn.setUpOneTimeCodes(browser.brings))).toBe('proof_too_old');
    browser.keep(await signIn.signIn(browser.brings, { name: 'anna@example.com', password: PASSWORD }));
    expect(await codeOf(signIn.setPin(browser.brings, '518204'))).toBeUndefined();
  });

  it('after five wrong PINs the place is over, also for the right one', async () => {
    const { signIn, browser, anna } = await sharedDesk();
    for (let left = 4; left > 0; left -= 1) {
      expect(await signIn.changePlace(browser.brings, { session: anna.session, pin: '000000' })).toEqual({
        refused: { code: 'pin_wrong', figures: { left } },
      });
    }
    expect(await codeOf(signIn.changePlace(browser.brings, { session: anna.session, pin: '000000' }))).toBe(
      'place_over',
    );
    expect(await codeOf(signIn.changePlace(browser.brings, { session: anna.session, pin: PIN }))).toBe('place_over');
  });

  it('a hundred PINs at once are five', async () => {
    const { signIn, browser, anna } = await sharedDesk();
    const pins = Array.from({ length: 30 }, (_, index) => (index < 20 ? '000000' : PIN));
    const codes = await Promise.all(
      pins.map((pin) => codeOf(signIn.changePlace(browser.brings, { session: anna.session, pin }))),
    );
    expect(codes.filter((code) => code === undefined)).toEqual([]);
    expect(codes.filter((code) => code === 'pin_wrong')).toHaveLength(4);
  });

  it('another browser opens nothing, whatever it knows', async () => {
    const { signIn, anna } = await sharedDesk();
    const stranger = new Browser();
    const known = { session: anna.session, pin: PIN };
    expect(await codeOf(signIn.changePlace(stranger.brings, known))).toBe('place_over');
    stranger.browser = 'A'.repeat(43);
    expect(await codeOf(signIn.changePlace(stranger.brings, known))).toBe('place_over');
  });

  it('without a PIN there is only the full sign-in', async () => {
    const { signIn, colleague } = desk();
    const { browser, entered } = await colleague();
    const place = { session: entered.whoAmI.session, pin: PIN };
    expect(await codeOf(signIn.changePlace(browser.brings, place))).toBe('pin_not_set');
  });

  it.each([
    ['12345'],
    ['1234567'],
    ['12a456'],
    ['123456'],
    ['654321'],
    ['111111'],
    ['121212'],
    ['123123'],
    ['112233'],
    ['123321'],
    ['147258'],
  ])('%s is no PIN', async (pin) => {
    const { signIn, colleague } = desk();
    const { browser } = await colleague();
    expect(await codeOf(signIn.setPin(browser.brings, pin))).toBe('pin_too_simple');
  });
});
