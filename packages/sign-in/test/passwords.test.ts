import { HOUR_MS } from '@front-office/values';
import * as argon2 from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { Hasher } from '../src/hashing.ts';
import { passwordRefusal } from '../src/password-rules.ts';
import { Browser, cheap, codeOf, desk, OTHER_PASSWORD, PASSWORD } from './support/desk.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn(real.verify), hash: vi.fn(real.hash) };
});

const rules = (password: string) =>
  passwordRefusal(password, { name: 'anna.beispiel@example.com', house: 'Front Office' })?.refused.code;

describe('a new password', () => {
  it.each([
    ['elf Zeichen', 'password_too_short'],
    ['🔑'.repeat(11), 'password_too_short'],
    ['x y'.repeat(50), 'password_too_long'],
    ['passwort2026!', 'password_too_common'],
    ['Password123456', 'password_too_common'],
    ['aaaaaaaaaaaaa', 'password_too_common'],
    ['abababababab', 'password_too_common'],
    ['123456789012', 'password_too_common'],
    ['qwertzuiopasdf', 'password_too_common'],
    ['ich bin anna.beispiel!', 'password_tells_name'],
    ['Mein Front-Office!', 'password_tells_name'],
  ])('%s is refused: %s', (password, code) => {
    expect(rules(password)).toBe(code);
  });

  it.each([['Regen am Dienstag'], ['zwölf Zeichen'], ['qqqqqq lange Reihe'], ['パスワードを毎日かえる人']])(
    '%s is taken, without a rule about digits or signs',
    (password) => {
      expect(rules(password)).toBeUndefined();
    },
  );
});

describe('signing in', () => {
  it('by name and password opens a session in the one office', async () => {
    const { signIn, colleague, office } = desk();
    const { name, staff } = await colleague();
    const browser = new Browser();
    const { whoAmI } = browser.keep(await signIn.signIn(browser.brings, { name, password: PASSWORD }));
    expect(whoAmI).toMatchObject({ shownAs: 'Anna Beispielmüller', office, staff, owes: null, provenBy: ['pwd'] });
    expect(await signIn.resolve(browser.session ?? '')).toMatchObject({ office, staff });
  });

  it('takes the name however it is typed, and the password however its letters are composed', async () => {
    const { signIn, colleague } = desk();
    await colleague('jörg@example.com'.normalize('NFD').replace('ö'.normalize('NFD'), 'oe'));
    const browser = new Browser();
    expect(
      await codeOf(signIn.signIn(browser.brings, { name: ' JOERG@Example.com ', password: PASSWORD.normalize('NFD') })),
    ).toBeUndefined();
  });

  it('answers a wrong password, an unknown name and a lock-out alike, after one hash of the same cost', async () => {
    const { signIn, colleague } = desk({ limits: { account: { most: 2, windowMs: HOUR_MS } } });
    const { name } = await colleague();
    const verify = vi.mocked(argon2.verify);
    const tried = async (as: string, password: string) => {
      verify.mockClear();
      const answer = await signIn.signIn(new Browser().brings, { name: as, password });
      expect(verify).toHaveBeenCalledTimes(1);
      const [stored = ''] = verify.mock.calls[0] ?? [];
      return { answer, cost: argon2.parseOptions(stored) };
    };
    const wrong = await tried(name, 'a wrong password');
    const unknown = await tried('nobody@example.com', 'a wrong password');
    await tried(name, 'a wrong password');
    const lockedOut = await tried(name, PASSWORD);
    expect(unknown).toEqual(wrong);
    expect(lockedOut).toEqual(wrong);
    expect(wrong.answer).toEqual({ refused: { code: 'sign_in_failed', figures: {} } });
  });

  it('raises the cost of a hash that was made at a lower one', async () => {
    const { directory, colleague } = desk();
    const { name } = await colleague();
    const dearer = desk({ directory, hashing: { passes: 2 } });
    await dearer.signedIn(name);
    const { password } = (await directory.accountByName(name)) ?? {};
    expect(argon2.parseOptions(password ?? '')).toMatchObject({ timeCost: 2 });
    await dearer.signedIn(name);
    expect((await directory.accountByName(name))?.password).toBe(password);
  });
});

describe('hashing', () => {
  it('works on so many at once, lets so many wait, and sends the others away', async () => {
    const hasher = new Hasher({ ...cheap, atOnce: 2, waiting: 3 });
    const hashes = await Promise.all(Array.from({ length: 10 }, () => hasher.hash(PASSWORD)));
    expect(hashes.filter((hash) => hash !== undefined)).toHaveLength(5);
    expect(await hasher.hash(PASSWORD)).toContain('$argon2id$v=19$m=8,t=1,p=1$');
  });

  it('a server that is full says so, counts nothing, and works again', async () => {
    const { signIn, colleague } = desk({
      hashing: { atOnce: 1, waiting: 1 },
      limits: { account: { most: 3, windowMs: HOUR_MS } },
    });
    const { name } = await colleague();
    const tries = Array.from({ length: 8 }, () =>
      codeOf(signIn.signIn(new Browser().brings, { name, password: PASSWORD })),
    );
    const codes = await Promise.all(tries);
    expect(codes).toContain('busy_signing_in');
    expect(await codeOf(signIn.signIn(new Browser().brings, { name, password: PASSWORD }))).toBeUndefined();
  });
});

describe('changing the password', () => {
  it('asks for the current one, ends all other sessions, and goes on under a new secret', async () => {
    const { signIn, colleague, signedIn, told } = desk();
    const { name, browser } = await colleague();
    const elsewhere = await signedIn(name);
    const before = browser.session ?? '';
    const change = { current: PASSWORD, password: OTHER_PASSWORD };
    expect(await codeOf(signIn.changePassword(browser.brings, { ...change, current: 'not my password' }))).toBe(
      'sign_in_failed',
    );
    expect(await codeOf(signIn.changePassword(browser.brings, { ...change, password: 'too short' }))).toBe(
      'password_too_short',
    );
    browser.keep(await signIn.changePassword(browser.brings, change));
    expect(await signIn.resolve(before)).toBeUndefined();
    expect(await signIn.resolve(elsewhere.session ?? '')).toBeUndefined();
    expect(await signIn.resolve(browser.session ?? '')).toBeDefined();
    expect(told).toContainEqual({ what: 'passwordChanged', name });
    expect(await codeOf(signIn.signIn(new Browser().brings, { name, password: PASSWORD }))).toBe('sign_in_failed');
    await signedIn(name, new Browser(), OTHER_PASSWORD);
  });
});
