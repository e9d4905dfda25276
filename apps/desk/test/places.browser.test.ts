import { afterEach, expect, test } from 'vitest';
import { atTheDoor, choosesFromMenu, focused, signsIn, today } from './at-the-door.ts';
import { PIN } from './front-door.ts';

const comeToTheDoor = atTheDoor();
let here: Awaited<ReturnType<typeof comeToTheDoor>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

/** Anna and Bernd have a PIN, and Bernd is at the desk where Anna was before. */
async function twoAtOneDesk() {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  await door.colleague('anna@example.com', 'Anna Beispielmüller', { pin: true });
  await door.colleague('bernd@example.com', 'Bernd Probezorn', { pin: true });
  await page.goto(desk.address);
  await signsIn(page, 'anna@example.com');
  await today(page).waitFor();
  await choosesFromMenu(page, 'Change person');
  await page.getByRole('button', { name: 'Somebody else signs in' }).click();
  await signsIn(page, 'bernd@example.com');
  await page.getByRole('button', { name: 'Bernd Probezorn: more' }).waitFor();
  return here;
}

test('two people change places by PIN, tapped or typed, and the next one begins at the start', async () => {
  const { desk, page } = await twoAtOneDesk();
  const visit = await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await page.goto(`${desk.address}visits/${visit}`);
  await page.getByRole('heading', { level: 1, name: 'Mia Mustersee' }).waitFor();
  await choosesFromMenu(page, 'Change person');
  await page.getByRole('heading', { name: 'Who is at the desk?' }).waitFor();
  await expect
    .poll(() => page.getByRole('listitem').allTextContents())
    .toEqual(['Anna BeispielmüllerLocked', 'Bernd ProbezornHere now']);
  await page.getByRole('button', { name: /Anna/ }).click();
  await page.getByRole('heading', { name: 'Hello, Anna Beispielmüller' }).waitFor();
  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Anna Beispielmüller: more' }).waitFor();
  expect(page.url()).toBe(desk.address);
  await today(page).waitFor();

  await choosesFromMenu(page, 'Change person');
  await page.getByRole('button', { name: /Bernd/ }).press('Enter');
  await page.keyboard.type(PIN);
  await page.getByRole('button', { name: 'Bernd Probezorn: more' }).waitFor();
});

test('another tab follows to the new person, and shows nothing that the one before was told', async () => {
  const { desk, page, context } = await twoAtOneDesk();
  const other = await context.newPage();
  await other.goto(desk.address);
  await other.locator('.visitor-link').first().waitFor();
  await other.route('**/desk/visitors', (route) => route.abort());
  await choosesFromMenu(page, 'Change person');
  await page.getByRole('button', { name: /Anna/ }).click();
  await page.keyboard.type(PIN);
  await other.getByRole('button', { name: 'Anna Beispielmüller: more' }).waitFor();
  expect(await other.locator('.visitor-link').count()).toBe(0);
});

test('who thinks better of it goes on as before', async () => {
  const { desk, page } = await twoAtOneDesk();
  await page.goto(`${desk.address}announce`);
  await choosesFromMenu(page, 'Change person');
  await page.getByRole('button', { name: 'Go on as Bernd Probezorn' }).click();
  await page.getByRole('heading', { level: 1, name: 'Announce a visitor' }).waitFor();
});

test('a locked place shows nothing of the desk, also when it is loaded anew, and the PIN opens it where it was', async () => {
  const { desk, page } = await twoAtOneDesk();
  await page.goto(`${desk.address}announce`);
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('heading', { name: 'Hello, Bernd Probezorn' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Hello, Bernd Probezorn' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await expect.poll(() => focused(page).getAttribute('id')).toBe('pin');
  await page.keyboard.type(PIN);
  await page.getByRole('heading', { level: 1, name: 'Announce a visitor' }).waitFor();
});

test('a wrong PIN says how many tries are left; typing goes on from there; the fifth asks for the password', async () => {
  const { page } = await twoAtOneDesk();
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.locator('#pin').waitFor();
  await page.keyboard.type('111222');
  await page.locator('.notice:focus', { hasText: 'after 4 more this place closes' }).waitFor();
  expect(await page.title()).toBe('Error: Hello, Bernd Probezorn – Front Office');
  for (const left of [3, 2, 1]) {
    await page.keyboard.type('111222');
    await page.locator('.notice:focus', { hasText: `after ${left} more` }).waitFor();
  }
  await page.keyboard.type('111222');
  await page.locator('.notice:focus', { hasText: 'This place is not open any more.' }).waitFor();
  await signsIn(page, 'bernd@example.com');
  await today(page).waitFor();
});

test('a PIN that is too short is not sent', async () => {
  const { page } = await twoAtOneDesk();
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.locator('#pin').waitFor();
  await page.keyboard.type('123');
  await page.keyboard.press('Enter');
  await page.getByText('Please enter the six digits of your PIN.').waitFor();
  await expect.poll(() => focused(page).getAttribute('id')).toBe('pin');
});

test('after 30 minutes without a hand the desk is locked, although it went on asking what is new', async () => {
  const { page } = await twoAtOneDesk();
  await page.clock.install();
  await page.reload();
  await today(page).waitFor();
  await page.clock.runFor(20 * 60_000);
  await page.mouse.move(200, 200);
  await page.clock.runFor(20 * 60_000);
  expect(await page.getByRole('heading', { name: /Hello/ }).count()).toBe(0);
  await page.clock.runFor(11 * 60_000);
  await page.getByRole('heading', { name: 'Hello, Bernd Probezorn' }).waitFor();
});

test('a colleague whose own place is gone finds those who are still here', async () => {
  const { page } = await twoAtOneDesk();
  await choosesFromMenu(page, 'Sign out');
  await page.getByRole('heading', { name: 'Who is at the desk?' }).waitFor();
  await expect.poll(() => page.getByRole('listitem').allTextContents()).toEqual(['Anna BeispielmüllerLocked']);
});
