import { afterEach, expect, test } from 'vitest';
import { atTheDoor, choosesFromMenu, focused, signsIn, today } from './at-the-door.ts';
import { PASSWORD } from './front-door.ts';

const comeToTheDoor = atTheDoor();
let here: Awaited<ReturnType<typeof comeToTheDoor>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

const MIA = 'mia@example.com';

test('an invitation makes a sign-in; its secret is in no address that is asked for, and not in the history', async () => {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const secret = await door.invite(MIA);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.goto(`${desk.address}invitation#${secret}`);
  await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
  expect(page.url()).toBe(`${desk.address}invitation`);
  expect(await page.evaluate('location.hash')).toBe('');
  expect(await page.getByLabel('Mail address').inputValue()).toBe(MIA);
  expect(await focused(page).getAttribute('id')).toBe('invitation-shownAs');
  await page.keyboard.type('Mia Mustersee');
  await page.getByLabel('Password', { exact: true }).fill('password1234');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Many people use this password' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Mia Mustersee: more' }).waitFor();
  await today(page).waitFor();
  expect(page.url()).toBe(desk.address);
  expect(asked.filter((request) => request.includes(secret))).toEqual([]);
  await page.goBack();
  expect(page.url()).not.toContain(secret);
});

test('who has a sign-in with one-time codes accepts with both proofs, and the account stays as it was', async () => {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const bernd = await door.colleague('bernd@example.com', 'Bernd Probezorn', { codes: true, elsewhere: true });
  await desk.minutesPass(1);
  await page.goto(`${desk.address}invitation#${await door.invite(bernd.name)}`);
  await page.getByLabel('Your name').fill('Somebody Else');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code of your app').fill(bernd.code());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bernd Probezorn: more' }).waitFor();
});

test('who is signed in already accepts with one press', async () => {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const bernd = await door.colleague('bernd@example.com', 'Bernd Probezorn', { elsewhere: true });
  await page.goto(desk.address);
  await signsIn(page, bernd.name);
  await page.getByRole('button', { name: 'Bernd Probezorn: more' }).waitFor();
  await page.goto(`${desk.address}invitation#${await door.invite(bernd.name)}`);
  await page.getByText('You are invited as bernd@example.com, and signed in already.').waitFor();
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await today(page).waitFor();
});

test('a link that was used, or is not whole, says so and leads to signing in', async () => {
  here = await comeToTheDoor();
  const { desk, page } = here;
  await page.goto(`${desk.address}invitation#${'x'.repeat(43)}`);
  await page.getByRole('alert').getByText('This link has been used already').waitFor();
  await page.goto(`${desk.address}recovery`);
  await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
  await page.getByRole('link', { name: 'To signing in' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a recovery link sets a new password, once, and ends all sessions', async () => {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const anna = await door.colleague('anna@example.com', 'Anna Beispielmüller');
  const link = `${desk.address}recovery#${await door.recover(anna.name)}`;
  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password' }).fill('Kaffee ohne Zucker');
  await page.keyboard.press('Enter');
  await today(page).waitFor();
  expect(await door.signIn.whoAmI(anna.came)).toMatchObject({ refused: { code: 'not_signed_in' } });
  await choosesFromMenu(page, 'Sign out');
  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password' }).fill('Kaffee mit Zucker');
  await page.keyboard.press('Enter');
  await page.locator('.notice:focus', { hasText: 'This link has been used already' }).waitFor();
});
