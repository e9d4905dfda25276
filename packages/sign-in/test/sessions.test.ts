import { newId } from '@front-office/values';
import { describe, expect, it, vi } from 'vitest';
import { Browser, codeOf, desk } from './support/desk.ts';

describe('a session', () => {
  it('is resolved by one look into the directory, and notes its use at most once a minute', async () => {
    const { signIn, directory, clock, colleague, office } = desk();
    const { browser, staff, entered } = await colleague();
    const session = vi.spyOn(directory, 'session');
    const change = vi.spyOn(directory, 'changeSession');
    for (let request = 0; request < 5; request += 1) {
      expect(await signIn.resolve(browser.session ?? '')).toMatchObject({
        office,
        staff,
        session: entered.whoAmI.session,
      });
    }
    expect([session.mock.calls.length, change.mock.calls.length]).toEqual([5, 0]);
    clock.advanceMinutes(1);
    for (let request = 0; request < 5; request += 1) await signIn.resolve(browser.session ?? '');
    expect([session.mock.calls.length, change.mock.calls.length]).toEqual([10, 1]);
  });

  it('locks after thirty idle minutes, and a use in between keeps it open', async () => {
    const { signIn, clock, colleague } = desk();
    const { browser } = await colleague();
    clock.advanceMinutes(29);
    expect(await signIn.resolve(browser.session ?? '')).toBeDefined();
    clock.advanceMinutes(29);
    expect(await signIn.resolve(browser.session ?? '')).toBeDefined();
    clock.advanceMinutes(30);
    expect(await signIn.resolve(browser.session ?? '')).toBeUndefined();
    expect(await signIn.whoAmI(browser.brings)).toMatchObject({ owes: 'unlock', offices: [] });
    expect(await codeOf(signIn.mySessions(browser.brings))).toBe('session_locked');
  });

  it('is over after twelve hours, however busy', async () => {
    const { signIn, clock, colleague } = desk();
    const { browser } = await colleague();
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      clock.advanceMinutes(20);
      expect(await signIn.resolve(browser.session ?? '')).toBeDefined();
    }
    clock.advanceMinutes(20);
    expect(await signIn.resolve(browser.session ?? '')).toBeUndefined();
    expect(await codeOf(signIn.whoAmI(browser.brings))).toBe('not_signed_in');
  });

  it('gets a new secret at every sign-in, and the old one is worth nothing', async () => {
    const { signIn, colleague, signedIn } = desk();
    const { name, browser } = await colleague();
    const before = browser.session ?? '';
    await signedIn(name, browser);
    expect(browser.session).not.toBe(before);
    expect(await signIn.resolve(before)).toBeUndefined();
  });

  it('keeps no secret in the directory', async () => {
    const { directory, colleague } = desk();
    const { browser, entered } = await colleague();
    const account = await directory.accountByName('anna@example.com');
    const kept = JSON.stringify(await directory.sessionsOf(account?.id ?? ''));
    expect(kept).toContain(entered.whoAmI.session);
    expect(kept).not.toContain(browser.session);
    expect(kept).not.toContain(browser.browser?.split('.')[0]);
  });

  it('that is made up, ended or missing proves nobody', async () => {
    const { signIn, colleague } = desk();
    const { browser } = await colleague();
    await signIn.signOut(browser.brings);
    await signIn.signOut(browser.brings);
    for (const secret of [browser.session ?? '', '', 'made up', 'x'.repeat(10_000)]) {
      expect(await signIn.resolve(secret)).toBeUndefined();
      expect(await codeOf(signIn.whoAmI({ session: secret }))).toBe('not_signed_in');
    }
    expect(await codeOf(signIn.whoAmI({}))).toBe('not_signed_in');
  });
});

describe('one’s own sessions', () => {
  it('are listed, ended one by one, and all but the present one', async () => {
    const { signIn, colleague, signedIn } = desk();
    const { name, browser } = await colleague();
    const [second, third] = [await signedIn(name), await signedIn(name)];
    const listed = await signIn.mySessions(browser.brings);
    if (listed.refused) throw new Error(listed.refused.code);
    expect(listed.sessions).toHaveLength(3);
    expect(listed.sessions.filter(({ present }) => present)).toHaveLength(1);
    const other = await signIn.whoAmI(second.brings);
    if ('refused' in other) throw new Error('second is signed in');
    expect(await signIn.endSession(browser.brings, other.session)).toEqual({ ended: 1 });
    expect(await signIn.resolve(second.session ?? '')).toBeUndefined();
    expect(await signIn.endOtherSessions(browser.brings)).toEqual({ ended: 1 });
    expect(await signIn.resolve(third.session ?? '')).toBeUndefined();
    expect(await signIn.resolve(browser.session ?? '')).toBeDefined();
  });

  it('are nobody else’s to end, and nobody learns that they are there', async () => {
    const { signIn, colleague } = desk();
    const [anna, joerg] = [await colleague(), await colleague('joerg@example.com')];
    expect(await codeOf(signIn.endSession(joerg.browser.brings, anna.entered.whoAmI.session))).toBe('session_unknown');
    expect(await codeOf(signIn.endSession(joerg.browser.brings, newId()))).toBe('session_unknown');
    expect(await signIn.resolve(anna.browser.session ?? '')).toBeDefined();
  });
});

describe('several offices', () => {
  const inTwo = async () => {
    const house = desk();
    const first = await house.colleague();
    const second = newId();
    await house.colleague(first.name, { at: second, browser: new Browser() });
    return { ...house, first, second };
  };

  it('the person chooses after signing in, under a new secret', async () => {
    const { signIn, office, second, first, signedIn } = await inTwo();
    const browser = await signedIn(first.name);
    const before = browser.session ?? '';
    expect(await signIn.whoAmI(browser.brings)).toMatchObject({
      owes: 'office',
      office: null,
      offices: [office, second].sort(),
    });
    expect(await signIn.resolve(before)).toMatchObject({ office: null, staff: null });
    browser.keep(await signIn.chooseOffice(browser.brings, second));
    expect(await signIn.resolve(before)).toBeUndefined();
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ office: second });
    expect(await codeOf(signIn.chooseOffice(browser.brings, newId()))).toBe('office_not_yours');
  });

  it('whoever signs in again at the same browser is where they were', async () => {
    const { signIn, second, first, signedIn } = await inTwo();
    const browser = await signedIn(first.name);
    browser.keep(await signIn.chooseOffice(browser.brings, second));
    await signedIn(first.name, browser);
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ office: second });
  });

  it('who leaves one loses it at once and keeps the other', async () => {
    const { signIn, office, second, first, signedIn } = await inTwo();
    await signIn.leaveOffice({ office, staff: first.staff });
    expect(await signIn.resolve(first.browser.session ?? '')).toBeUndefined();
    const browser = await signedIn(first.name);
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ office: second });
    expect(await codeOf(signIn.chooseOffice(browser.brings, office))).toBe('office_not_yours');
  });
});

describe('an office that signs somebody out', () => {
  it('ends their sessions there on every browser, and none elsewhere', async () => {
    const house = desk();
    const { signIn, office } = house;
    const { name, staff, browser } = await house.colleague();
    const another = new Browser('192.0.2.9');
    await house.signedIn(name, another);
    const colleague = await house.colleague('joerg@example.com');
    expect(await signIn.signOutOf({ office, staff })).toBe(2);
    for (const { session } of [browser, another]) expect(await signIn.resolve(session ?? '')).toBeUndefined();
    expect(await signIn.resolve(colleague.browser.session ?? '')).toMatchObject({ office });
    expect(await signIn.signOutOf({ office, staff })).toBe(0);

    const elsewhere = await house.colleague('anna.anderswo@example.com', { at: newId() });
    expect(await signIn.signOutOf({ office, staff: elsewhere.staff })).toBe(0);
    expect(await signIn.resolve(elsewhere.browser.session ?? '')).toBeDefined();
  });
});
