import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { atTheDoor, choosesFromMenu, focused, signsIn, today } from './at-the-door.ts';
import { PASSWORD, PIN } from './front-door.ts';
import { virtualAuthenticator } from './virtual-authenticator.ts';

const comeToTheDoor = atTheDoor();
let here: Awaited<ReturnType<typeof comeToTheDoor>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

const ANNA = 'anna@example.com';
const NEW_PASSWORD = 'Kaffee ohne Zucker';

/** Anna has signed in, here and in a Firefox elsewhere, and looks at her own sign-in. */
async function annaAtHerAccount() {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const anna = await door.colleague(ANNA, 'Anna Beispielmüller');
  await page.goto(`${desk.address}account`);
  await signsIn(page, ANNA);
  await page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor();
  return { ...here, anna };
}

const section = (page: Page, name: string) => page.getByRole('region', { name });
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
const dialog = (page: Page) => page.getByRole('dialog');

test('the password is changed: what is wrong with a new one stands at its entry, and all other sessions end', async () => {
  const { door, page, anna } = await annaAtHerAccount();
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('short');
  await page.keyboard.press('Enter');
  await dialog(page)
    .getByRole('link', { name: /at least 12 characters/ })
    .click();
  await expect.poll(() => focused(page).getAttribute('id')).toBe('account-password');
  await expect.poll(() => page.locator('#account-password').getAttribute('autocomplete')).toBe('new-password');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await said(page, 'The password is changed.');
  await expect.poll(() => focused(page).textContent()).toBe('Change the password');
  expect(await door.signIn.whoAmI(anna.came)).toMatchObject({ refused: { code: 'not_signed_in' } });

  await choosesFromMenu(page, 'Sign out');
  await page.locator('#sign-in-name').waitFor();
  await signsIn(page, ANNA, NEW_PASSWORD);
  await page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor();
});

test('a passkey is added, opens the desk without a password, and is removed', async () => {
  const { page } = await annaAtHerAccount();
  const device = await virtualAuthenticator(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('What is it to be called?').fill('My telephone');
  await page.keyboard.press('Enter');
  await said(page, 'The passkey is added.');
  expect(await device.held()).toBe(1);
  const own = section(page, 'Passkeys').getByRole('listitem');
  await expect.poll(() => own.textContent()).toMatch(/My telephoneSince 30\/06\/2026, never used/);

  await device.willing(false); // else the browser would offer it by itself and take the answer for given
  await choosesFromMenu(page, 'Sign out');
  await page.locator('#sign-in-name').waitFor();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await device.willing(true);
  await page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor();
  await own.filter({ hasText: 'last used' }).waitFor();

  await page.getByRole('button', { name: 'Remove “My telephone”' }).click();
  await dialog(page).getByText('You cannot sign in with “My telephone” any more').waitFor();
  await dialog(page).getByRole('button', { name: 'Remove' }).click();
  await said(page, 'The passkey is removed.');
  await page.getByText('You have no passkey yet.').waitFor();
});

test('the browser offers a passkey under the name by itself', async () => {
  const { page } = await annaAtHerAccount();
  await virtualAuthenticator(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('What is it to be called?').fill('My telephone');
  await page.keyboard.press('Enter');
  await said(page, 'The passkey is added.');
  await choosesFromMenu(page, 'Sign out');
  // Nobody presses anything: whoever is offered it takes it here.
  await section(page, 'Passkeys').getByText('last used').waitFor();
});

test('a passkey that is not used, or does not know the finger, opens nothing and says what to do', async () => {
  here = await comeToTheDoor();
  const { desk, page } = here;
  const device = await virtualAuthenticator(page);
  await device.verifies(false);
  await page.goto(desk.address);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.locator('.notice:focus', { hasText: 'No passkey was used.' }).waitFor();
  expect(await page.title()).toBe('Error: Sign in – Front Office');
});

test('one-time codes are turned on by a first code, with recovery codes that are shown once, and off again', async () => {
  const { desk, page, context } = await annaAtHerAccount();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Set up one-time codes' }).click();
  await page.getByRole('img', { name: 'QR code for the app' }).waitFor();
  await page.locator('.qr path[d^=M]').waitFor();
  const seed = (await page.locator('.seed').textContent())?.replaceAll(' ', '') ?? '';
  const app = new TOTP({ secret: Secret.fromBase32(seed) });
  const code = page.getByLabel('Code of your app');
  await code.fill('000000');
  await code.press('Enter');
  await page.locator('#codes-code-error').waitFor();
  await code.fill(app.generate({ timestamp: Date.parse(desk.clock.now()) }));
  await code.press('Enter');
  const codes = page.getByRole('dialog', { name: 'Recovery codes' }).getByRole('listitem');
  await expect.poll(() => codes.count()).toBe(10);
  await page.getByRole('button', { name: 'Copy' }).click();
  await said(page, 'Copied.');
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toBe((await codes.allTextContents()).join('\n'));
  await page.keyboard.press('Escape');
  await expect.poll(() => codes.count()).toBe(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await section(page, 'One-time codes').getByText('Turned on').waitFor();

  await page.getByRole('button', { name: 'Turn off' }).click();
  await dialog(page).getByRole('button', { name: 'Turn off' }).click();
  await said(page, 'One-time codes are off.');
  await page.getByRole('button', { name: 'Set up one-time codes' }).waitFor();
});

test('recovery codes are printed without the rest of the page', async () => {
  const { desk, page } = await annaAtHerAccount();
  await page.getByRole('button', { name: 'Set up one-time codes' }).click();
  const seed = (await page.locator('.seed').textContent())?.replaceAll(' ', '') ?? '';
  const now = { timestamp: Date.parse(desk.clock.now()) };
  await page.getByLabel('Code of your app').fill(new TOTP({ secret: Secret.fromBase32(seed) }).generate(now));
  await page.keyboard.press('Enter');
  const first = page.locator('.recovery-codes li').first();
  await first.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await first.isVisible()).toBe(true);
  expect(await page.locator('h1').isVisible()).toBe(false);
  expect(await page.locator('dialog button').first().isVisible()).toBe(false);
});

test('a PIN is set twice the same, and a simple one is not taken', async () => {
  const { page } = await annaAtHerAccount();
  await page.getByRole('button', { name: 'Set a PIN' }).click();
  const [pin, again] = [page.getByLabel('New PIN'), page.getByLabel('Once more')];
  for (const [one, other, sentence] of [
    [PIN, '274914', 'The two PINs are not the same.'],
    ['123456', '123456', 'A PIN has six digits that nobody guesses at once.'],
  ] as const) {
    await pin.fill(one);
    await again.fill(other);
    await again.press('Enter');
    await dialog(page).getByRole('link', { name: sentence }).waitFor();
  }
  await pin.fill(PIN);
  await again.fill(PIN);
  await again.press('Enter');
  await said(page, 'The PIN is set.');
  await page.getByRole('button', { name: 'Change the PIN' }).waitFor();
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.locator('#pin').waitFor();
  await page.keyboard.type(PIN);
  await page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor();
});

test('what is grave asks for a fresh proof after ten minutes, and then goes on by itself', async () => {
  const { desk, page } = await annaAtHerAccount();
  await desk.minutesPass(11);
  await page.getByRole('button', { name: 'Set a PIN' }).click();
  await page.getByLabel('New PIN').fill(PIN);
  await page.getByLabel('Once more').fill(PIN);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Please sign in once more' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.notice:focus', { hasText: 'you must have signed in within the last ten minutes' }).waitFor();
  await page.getByRole('button', { name: 'Set a PIN' }).last().click();
  await signsIn(page, ANNA);
  await said(page, 'The PIN is set.');
});

test('a fresh proof with one-time codes stays on the page, and is asked for both proofs', async () => {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const bernd = await door.colleague('bernd@example.com', 'Bernd Probezorn', { codes: true, branch: true });
  await desk.minutesPass(1);
  await page.goto(`${desk.address}account`);
  await signsIn(page, bernd.name);
  await page.locator('#second-code').fill(bernd.code());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Praxis am Beispielplatz' }).click();
  await desk.minutesPass(11);
  await page.getByRole('button', { name: 'Set a PIN' }).click();
  await page.getByLabel('New PIN').fill(PIN);
  await page.getByLabel('Once more').fill(PIN);
  await page.keyboard.press('Enter');
  await signsIn(page, bernd.name);
  await page.locator('#second-code').waitFor();
  // Meanwhile the desk asks what is new, and is told that a proof is owed.
  const owed = page.waitForResponse((response) => response.status() === 401);
  await desk.walksIn({ family: 'Mustersee' });
  await owed;
  await page.locator('#second-code').fill(bernd.code());
  await page.keyboard.press('Enter');
  await said(page, 'The PIN is set.');
});

test('a proof by somebody else gives that person a desk of their own', async () => {
  const { desk, door, page } = await annaAtHerAccount();
  await door.colleague('bernd@example.com', 'Bernd Probezorn');
  await desk.minutesPass(11);
  await page.getByRole('button', { name: 'Set up one-time codes' }).click();
  await page.getByRole('dialog', { name: 'Please sign in once more' }).waitFor();
  await signsIn(page, 'bernd@example.com');
  await page.getByRole('button', { name: 'Bernd Probezorn: more' }).waitFor();
  await today(page).waitFor();
  expect(await dialog(page).count()).toBe(0);
});
