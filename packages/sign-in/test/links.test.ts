import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { Authenticator } from './support/authenticator.ts';
import { Browser, codeOf, desk, OTHER_PASSWORD, PASSWORD } from './support/desk.ts';

const NAME = 'anna@example.com';
const person = { shownAs: 'Anna Beispielmüller', language: 'de' } as const;

async function invited(name = NAME, house = desk()) {
  const staff = newId();
  const link = await house.signIn.invite({ office: house.office, staff, name });
  if (link.refused) throw new Error(link.refused.code);
  const accept = (browser: Browser, password?: string) =>
    house.signIn.acceptInvitation(browser.brings, {
      secret: link.secret,
      ...person,
      ...(password === undefined ? {} : { password }),
    });
  return { ...house, staff, secret: link.secret, accept };
}

describe('an invitation', () => {
  it('makes an account for a new name, once', async () => {
    const { signIn, accept, secret, office, staff } = await invited(' Anna@Example.com');
    expect(await signIn.invitation(new Browser().brings, secret)).toMatchObject({
      office,
      name: NAME,
      needs: 'password',
    });
    expect(await accept(new Browser(), PASSWORD)).toMatchObject({ whoAmI: { office, staff } });
    expect(await codeOf(accept(new Browser(), PASSWORD))).toBe('link_over');
    expect(await signIn.signInOf({ office, staff })).toEqual({ name: NAME, shownAs: person.shownAs, demo: false });
    expect(await codeOf(signIn.invite({ office, staff, name: NAME }))).toBe('staff_has_account');
  });

  it('does not tell before a password whether the name has an account', async () => {
    const house = desk();
    await house.colleague(NAME, { at: newId() });
    const [known, fresh] = [await invited(NAME, house), await invited('joerg@example.com', house)];
    for (const { signIn, secret, accept } of [known, fresh]) {
      expect(await signIn.invitation(new Browser().brings, secret)).toMatchObject({ needs: 'password' });
      expect(await codeOf(accept(new Browser()))).toBe('not_signed_in');
      expect(await codeOf(accept(new Browser(), 'too short'))).toBe('password_too_short');
    }
  });

  it('changes nothing of an account that there is: its own password is asked for', async () => {
    const house = desk();
    await house.colleague(NAME, { at: newId() });
    const before = await house.directory.accountByName(NAME);
    const { accept, office } = await invited(NAME, house);
    expect(await codeOf(accept(new Browser(), OTHER_PASSWORD))).toBe('sign_in_failed');
    const entered = await accept(new Browser(), PASSWORD);
    expect(entered).toMatchObject({ whoAmI: { office } });
    expect(await house.directory.accountByName(NAME)).toEqual(before);
  });

  it('needs no password from whoever is signed in by that name, proven lately', async () => {
    const house = desk();
    const { browser } = await house.colleague(NAME, { at: newId() });
    const { signIn, accept, secret, office } = await invited(NAME, house);
    expect(await signIn.invitation(browser.brings, secret)).toMatchObject({ needs: 'nothing' });
    house.clock.advanceMinutes(10);
    expect(await codeOf(accept(browser))).toBe('proof_too_old');
    await house.signedIn(NAME, browser);
    expect(await accept(browser)).toMatchObject({ whoAmI: { office } });
  });

  it('never goes to somebody else who is signed in at the same browser', async () => {
    const house = desk();
    const joerg = await house.colleague('joerg@example.com', { at: newId() });
    const { accept, office } = await invited(NAME, house);
    expect(await codeOf(accept(joerg.browser))).toBe('not_signed_in');
    expect(await accept(joerg.browser, PASSWORD)).toMatchObject({ whoAmI: { office, shownAs: person.shownAs } });
    const account = await house.directory.accountByName('joerg@example.com');
    expect((await house.directory.membershipsOf(account?.id ?? '')).map((one) => one.office)).not.toContain(office);
  });

  it('is over after seven days, withdrawn by a newer one, and by leaving', async () => {
    const late = await invited();
    late.clock.advanceMinutes(7 * 24 * 60);
    expect(await codeOf(late.accept(new Browser(), PASSWORD))).toBe('link_over');
    const { signIn, office, staff, accept } = await invited();
    const second = await signIn.invite({ office, staff, name: NAME });
    expect(await codeOf(accept(new Browser(), PASSWORD))).toBe('link_over');
    await signIn.leaveOffice({ office, staff });
    expect(await codeOf(signIn.invitation(new Browser().brings, second.refused ? '' : second.secret))).toBe(
      'link_over',
    );
  });

  it('goes to a mail address', async () => {
    const { signIn, office } = desk();
    expect(await codeOf(signIn.invite({ office, staff: newId(), name: 'Anna' }))).toBe('name_no_mail_address');
  });
});

describe('recovery by an owner', () => {
  const offered = async (also = {}) => {
    const house = desk();
    const anna = await house.colleague();
    const { office, staff } = anna;
    const link = await house.signIn.offerRecovery({ office, staff }, also);
    if (link.refused) throw new Error(link.refused.code);
    const recover = (password = OTHER_PASSWORD) =>
      house.signIn.recover(new Browser().brings, { secret: link.secret, password });
    return { ...house, anna, recover };
  };

  it('sets a new password once, ends all sessions, and tells the account', async () => {
    const { signIn, anna, recover, told, office } = await offered();
    expect(await codeOf(recover('too short'))).toBe('password_too_short');
    expect(await recover()).toMatchObject({ whoAmI: { office, provenBy: ['recovery'] } });
    expect(await signIn.resolve(anna.browser.session ?? '')).toBeUndefined();
    expect(await codeOf(recover())).toBe('link_over');
    expect(await codeOf(signIn.signIn(new Browser().brings, { name: anna.name, password: PASSWORD }))).toBe(
      'sign_in_failed',
    );
    expect(told.map(({ what }) => what)).toEqual(['recoveryOffered', 'recovered']);
  });

  it('is over after a day, and with the next offer', async () => {
    const late = await offered();
    late.clock.advanceMinutes(24 * 60);
    expect(await codeOf(late.recover())).toBe('link_over');
    const { signIn, anna, recover } = await offered();
    await signIn.offerRecovery({ office: anna.office, staff: anna.staff });
    expect(await codeOf(recover())).toBe('link_over');
  });

  it('ends a lock-out', async () => {
    const { signIn, anna, recover } = await offered();
    for (let guess = 0; guess < 20; guess += 1) {
      await signIn.signIn(new Browser(`198.51.100.${guess}`).brings, { name: anna.name, password: 'a wrong password' });
    }
    await recover();
    expect(
      await codeOf(signIn.signIn(new Browser().brings, { name: anna.name, password: OTHER_PASSWORD })),
    ).toBeUndefined();
  });

  it.each([
    [{}, 1],
    [{ passkeys: true }, 0],
  ])('with %j leaves %i passkeys', async (also, left) => {
    const { signIn, anna, directory, office } = await offered();
    const made = await signIn.newPasskeyOptions(anna.browser.brings);
    if (made.refused) throw new Error(made.refused.code);
    await signIn.addPasskey(anna.browser.brings, { label: 'x', response: new Authenticator().create(made.options) });
    const link = await signIn.offerRecovery({ office, staff: anna.staff }, also);
    await signIn.recover(new Browser().brings, { secret: link.refused ? '' : link.secret, password: OTHER_PASSWORD });
    const account = await directory.accountByName(anna.name);
    expect(await directory.passkeysOf(account?.id ?? '')).toHaveLength(left);
  });

  it('is not for one office to give when the person works in another too; whoever runs the server may', async () => {
    const { signIn, anna, recover, colleague, office } = await offered();
    await colleague(anna.name, { at: newId() });
    expect(await codeOf(recover())).toBe('link_over');
    expect(await codeOf(signIn.offerRecovery({ office, staff: anna.staff }))).toBe('account_elsewhere');
    expect(await codeOf(signIn.offerRecovery({ name: anna.name }))).toBeUndefined();
    expect(await codeOf(signIn.offerRecovery({ office: newId(), staff: anna.staff }))).toBe('account_unknown');
  });
});
