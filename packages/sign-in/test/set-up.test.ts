import { newId } from '@front-office/values';
import { describe, expect, it, vi } from 'vitest';
import { MemoryDirectory } from '../src/testing.ts';
import { Browser, codeOf, desk, OTHER_PASSWORD, PASSWORD } from './support/desk.ts';

const NAME = 'anna@example.com';
const person = { shownAs: 'Anna Beispielmüller', language: 'de' } as const;

describe('first start', () => {
  const first = { name: NAME, password: PASSWORD, ...person };
  const begun = async (directory = new MemoryDirectory()) => {
    const house = desk({ directory });
    const link = await house.signIn.setUpLink();
    if (link.refused) throw new Error(link.refused.code);
    return { ...house, secret: link.secret };
  };

  it('a link makes the first account once, and there is no other default', async () => {
    const { signIn, secret } = await begun();
    expect(await signIn.setUpIsOpen(secret)).toBe(true);
    const browser = new Browser();
    expect(browser.keep(await signIn.takeSetUp(browser.brings, { secret, ...first })).whoAmI).toMatchObject({
      office: null,
    });
    expect(await signIn.setUpIsOpen(secret)).toBe(false);
    const where = { office: newId(), staff: newId() };
    expect(await signIn.joinOffice(browser.brings, where)).toEqual({ joined: true });
    expect(await codeOf(signIn.setUpLink())).toBe('set_up_done');
    browser.keep(await signIn.chooseOffice(browser.brings, where.office));
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject(where);
  });

  it('a newer link withdraws the older one, and each is over after a day', async () => {
    const { signIn, secret, clock } = await begun();
    const second = await signIn.setUpLink();
    expect(await codeOf(signIn.takeSetUp(new Browser().brings, { secret, ...first }))).toBe('link_over');
    clock.advanceMinutes(24 * 60);
    expect(
      await codeOf(signIn.takeSetUp(new Browser().brings, { secret: second.refused ? '' : second.secret, ...first })),
    ).toBe('link_over');
  });

  it('of ten who take it at once, with whatever names, one comes in and one account is made', async () => {
    const { signIn, secret, directory } = await begun();
    const names = Array.from({ length: 10 }, (_, index) => `person${index % 5}@example.com`);
    const codes = await Promise.all(
      names.map((name) => codeOf(signIn.takeSetUp(new Browser().brings, { secret, ...first, name }))),
    );
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(
      (await Promise.all(names.slice(0, 5).map((name) => directory.accountByName(name)))).filter(Boolean),
    ).toHaveLength(1);
  });

  it('after a crash in between the same name and password go on, and no others', async () => {
    const { signIn, secret } = await begun();
    const where = { office: newId(), staff: newId() };
    const office = vi.fn(async () => where).mockRejectedValueOnce(new Error('the machine stopped'));
    const take = (changed = {}) => signIn.takeSetUp(new Browser().brings, { secret, ...first, ...changed }, office);
    await expect(take()).rejects.toThrow('the machine stopped');
    expect(await codeOf(signIn.setUpLink())).toBeUndefined();
    expect(await codeOf(take())).toBe('link_over'); // withdrawn by the newer link
    const again = await signIn.setUpLink();
    const secondTry = { secret: again.refused ? '' : again.secret };
    expect(await codeOf(take({ ...secondTry, password: OTHER_PASSWORD }))).toBe('link_over');
    expect(await take(secondTry)).toMatchObject({ whoAmI: where });
    expect(await codeOf(signIn.setUpLink())).toBe('set_up_done');
  });
});

describe('the demo', () => {
  const demoPerson = { office: newId(), staff: newId(), shownAs: 'Demo', language: 'de' } as const;

  it('lets anybody be its people, and nobody change how they sign in', async () => {
    const { signIn } = desk({ demo: true });
    for (let start = 0; start < 2; start += 1) await signIn.demoAccount(demoPerson);
    const { office, staff, shownAs } = demoPerson;
    expect(await signIn.demoPeople()).toEqual({ people: [{ office, staff, shownAs }] });
    const browser = new Browser();
    browser.keep(await signIn.demoSignIn(browser.brings, demoPerson));
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ office, staff, demo: true });
    expect(await codeOf(signIn.setPin(browser.brings, '274913'))).toBe('not_for_demo_accounts');
    expect(await codeOf(signIn.changePassword(browser.brings, { current: '', password: PASSWORD }))).toBe(
      'not_for_demo_accounts',
    );
    expect(await codeOf(signIn.signIn(new Browser().brings, { name: `${staff}@demo.invalid`, password: '' }))).toBe(
      'sign_in_failed',
    );
  });

  it('reaches no real account, and nobody at all where the server is no demo', async () => {
    const house = desk({ demo: true });
    const anna = await house.colleague();
    expect(await codeOf(house.signIn.demoSignIn(new Browser().brings, anna))).toBe('demo_only');
    const { signIn } = desk({ directory: house.directory });
    await signIn.demoAccount(demoPerson);
    expect(await codeOf(signIn.demoSignIn(new Browser().brings, demoPerson))).toBe('demo_only');
    expect(await codeOf(signIn.demoPeople())).toBe('demo_only');
  });
});
