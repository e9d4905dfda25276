import { afterEach, describe, expect, test } from 'vitest';
import { atTheDoor, choosesFromMenu, focused, signsIn, today } from './at-the-door.ts';
import { BRANCH, PASSWORD } from './front-door.ts';

const comeToTheDoor = atTheDoor();
let here: Awaited<ReturnType<typeof comeToTheDoor>>;
async function arrive(...options: Parameters<typeof comeToTheDoor>) {
  here = await comeToTheDoor(...options);
  return here;
}
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

const ANNA = 'anna@example.com';

describe('by name and password', () => {
  test('by keyboard alone one signs in, and goes on where one was going', async () => {
    const { desk, door, page } = await arrive();
    await door.colleague(ANNA, 'Anna Beispielmüller');
    await page.goto(`${desk.address}announce`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.title()).toBe('Sign in – Front Office');
    await page.keyboard.type('Anna@Example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('#sign-in-password').getAttribute('type')).toBe('password');
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('#sign-in-password').getAttribute('type')).toBe('text');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Announce a visitor' }).waitFor();
    expect(page.url()).toBe(`${desk.address}announce`);
    await page.getByRole('button', { name: 'Anna Beispielmüller: more' }).waitFor();
  });

  test('a screen reader and a password manager find what they need', async () => {
    const { desk, page } = await arrive({}, { demo: true });
    await here.door.demoPerson('Anna Beispielmüller (Praxismanager:in)');
    await page.goto(desk.address);
    await page.getByRole('heading', { name: 'Demo' }).waitFor();
    await expect.poll(() => focused(page).getAttribute('id')).toBe('sign-in-name');
    expect(await page.locator('main').ariaSnapshot()).toBe(
      `
- main:
  - heading "Sign in" [level=1]
  - form "Sign in":
    - text: Mail address
    - textbox "Mail address"
    - text: Password
    - textbox "Password"
    - button "Show password": Show
    - button "Sign in"
  - paragraph: or
  - button "Sign in with a passkey"
  - region "Demo":
    - heading "Demo" [level=2]
    - paragraph: This is a demo with invented people. Choose who you want to be.
    - list:
      - listitem:
        - 'button "Demo: Anna Beispielmüller (Praxismanager:in)"'`.trim(),
    );
    const given = (id: string) => page.locator(id).getAttribute('autocomplete');
    expect([await given('#sign-in-name'), await given('#sign-in-password')]).toEqual([
      'username webauthn',
      'current-password',
    ]);
  });

  test('a wrong password and an unknown name are the same to the eye; the sentence takes the focus', async () => {
    const { desk, door, page } = await arrive();
    await door.colleague(ANNA, 'Anna Beispielmüller');
    await page.goto(desk.address);
    const said: (string | null)[] = [];
    for (const name of [ANNA, 'nobody@example.com']) {
      await signsIn(page, name, 'not the password');
      await page.locator('.notice:focus').waitFor();
      said.push(await page.locator('main').textContent());
      expect(await page.title()).toBe('Error: Sign in – Front Office');
      expect(await page.locator('#sign-in-name').inputValue()).toBe(name);
      await page.locator('#sign-in-name').focus();
    }
    expect(said[0]).toContain('Signing in did not work. Nothing was changed. Please check name and password');
    expect(said[1]).toBe(said[0]);
  });

  test('what is left empty is said at its entry, and the page leads there', async () => {
    const { desk, page } = await arrive();
    await page.goto(desk.address);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('group', { name: 'Please check what you entered' }).waitFor();
    await expect.poll(() => focused(page).textContent()).toMatch(/mail address\.\s*Please enter the password/);
    await page.getByRole('link', { name: 'Please enter the password.' }).click();
    await expect.poll(() => focused(page).getAttribute('id')).toBe('sign-in-password');
  });

  test('after too many tries from here the page says how long to wait', async () => {
    const { desk, page } = await arrive({ locale: 'de-DE' }, { limits: { address: { most: 1, windowMs: 3_600_000 } } });
    await page.goto(desk.address);
    await signsIn(page, ANNA, 'falsch');
    await page.getByText('Die Anmeldung hat nicht geklappt.').waitFor();
    await signsIn(page, ANNA, 'falsch');
    await page.getByText('Bitte warten Sie eine Stunde').waitFor();
    await expect.poll(() => focused(page).textContent()).toContain('Von hier aus gab es zu viele Versuche.');
  });

  test('without a connection it says so, and the same press tries again', async () => {
    const { desk, door, page, context } = await arrive();
    await door.colleague(ANNA, 'Anna Beispielmüller');
    await page.goto(desk.address);
    await page.locator('#sign-in-name').waitFor();
    await context.setOffline(true);
    await signsIn(page, ANNA);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await context.setOffline(false);
    await again.click();
    await today(page).waitFor();
  });
});

describe('with a second proof', () => {
  test('a one-time code is asked for after the password; a wrong one says how many tries are left', async () => {
    const { desk, door, page } = await arrive();
    const bernd = await door.colleague('bernd@example.com', 'Bernd Probezorn', { codes: true });
    await desk.minutesPass(1);
    await page.goto(desk.address);
    await signsIn(page, bernd.name);
    const code = page.getByRole('textbox', { name: 'Code of your app' });
    await code.waitFor();
    await expect.poll(() => focused(page).getAttribute('id')).toBe('second-code');
    await expect.poll(() => code.getAttribute('autocomplete')).toBe('one-time-code');
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.locator('.notice:focus').waitFor();
    await expect
      .poll(() => page.locator('#second-code-error').textContent())
      .toMatch(/The code is not right.*You have 4 more/);
    await code.fill(bernd.code());
    await code.press('Enter');
    await today(page).waitFor();
  });

  test('without the telephone a recovery code opens, typed as one likes', async () => {
    const { desk, door, page } = await arrive();
    const bernd = await door.colleague('bernd@example.com', 'Bernd Probezorn', { codes: true });
    await page.goto(desk.address);
    await signsIn(page, bernd.name);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(bernd.recoveryCodes[0]?.toLowerCase() ?? '');
    await page.keyboard.press('Enter');
    await today(page).waitFor();
  });

  test('a page that is loaded anew still asks for it, and cancelling leads back to the password', async () => {
    const { desk, door, page } = await arrive();
    const bernd = await door.colleague('bernd@example.com', 'Bernd Probezorn', { codes: true });
    await page.goto(desk.address);
    await signsIn(page, bernd.name);
    await page.getByRole('heading', { name: 'One more code' }).waitFor();
    await page.reload();
    await page.getByText('Bernd Probezorn').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('textbox', { name: 'Mail address' }).waitFor();
  });
});

describe('who works in two offices', () => {
  test('chooses one, and can change later', async () => {
    const { desk, door, page } = await arrive();
    await door.colleague(ANNA, 'Anna Beispielmüller', { branch: true });
    await page.goto(desk.address);
    await signsIn(page, ANNA);
    await page.getByRole('heading', { name: 'Where do you work today?' }).waitFor();
    await page.getByRole('button', { name: BRANCH.name }).click();
    await today(page).waitFor();
    await choosesFromMenu(page, 'Change office');
    await page.getByRole('button', { name: 'Praxis am Beispielplatz' }).click();
    await today(page).waitFor();
  });
});

describe('in a demo', () => {
  test('one is whom one chooses, without a password', async () => {
    const { desk, door, page } = await arrive({}, { demo: true });
    await door.demoPerson('Anna Beispielmüller (Praxismanager:in)');
    await page.goto(desk.address);
    await page.getByRole('button', { name: 'Demo: Anna Beispielmüller (Praxismanager:in)' }).click();
    await today(page).waitFor();
  });
});

describe('when a session ends', () => {
  test('elsewhere, the desk gives way to signing in, says why, and goes on after it', async () => {
    const { desk, door, page } = await arrive();
    const anna = await door.colleague(ANNA, 'Anna Beispielmüller');
    await page.goto(`${desk.address}announce`);
    await signsIn(page, ANNA);
    await page.getByRole('heading', { level: 1, name: 'Announce a visitor' }).waitFor();
    await door.signIn.endOtherSessions(anna.came);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.locator('.notice:focus', { hasText: 'You are not signed in. Nothing was changed.' }).waitFor();
    await signsIn(page, ANNA);
    await page.getByRole('heading', { level: 1, name: 'Announce a visitor' }).waitFor();
  });

  test('by signing out, nothing is left of the desk, in this tab and in others, and nobody follows the office', async () => {
    const { desk, door, page, context } = await arrive();
    await door.colleague(ANNA, 'Anna Beispielmüller');
    await page.goto(desk.address);
    await signsIn(page, ANNA);
    await today(page).waitFor();
    const other = await context.newPage();
    await other.goto(desk.address);
    await today(other).waitFor();

    const asked: string[] = [];
    const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/events'));
    await choosesFromMenu(page, 'Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await ended;
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
    page.on('request', (request) => asked.push(request.url()));
    await page.waitForTimeout(2_500); // longer than the desk asks in
    expect(asked).toEqual([]);
    await expect.poll(() => page.locator('body').textContent()).not.toMatch(/Visitors|Beispiel/);
  });
});
