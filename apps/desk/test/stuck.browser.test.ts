import { afterEach, expect, test } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';

const sitDown = atTheDesk();
let here: Awaited<ReturnType<typeof sitDown>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

test('while nothing is stuck no link leads there, and the page says so', async () => {
  here = await sitDown();
  const { desk, page } = here;
  await page.goto(`${desk.address}stuck`);
  await page.getByText('Nothing is stuck.').waitFor();
  await expect.poll(() => page.getByRole('navigation').getByRole('link').count()).toBe(2);
});

test('a message that came back is seen at once, with why, and sent again by keyboard', async () => {
  here = await sitDown();
  const { desk, page } = here;
  await page.goto(desk.address);
  desk.mailServer.answers = 'refuses the address';
  const visit = await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await page.getByRole('link', { name: 'Stuck 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'Stuck' }).waitFor();
  const item = page.getByRole('listitem').filter({ hasText: 'To the host: visitor is here' });
  await expect
    .poll(() => item.textContent())
    .toMatch(/Not accepted.*refused the address\. Please check it.*\(550 5\.1\.1\)/);
  await expect.poll(() => item.getByRole('link', { name: 'To the visit' }).getAttribute('href')).toContain(visit);

  desk.mailServer.answers = 'takes it';
  await item.getByRole('button', { name: 'Send again' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('It is being sent again.').waitFor();
  await page.getByText('Nothing is stuck.').waitFor();
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Stuck');
  await expect.poll(() => desk.history().map(({ command }) => command)).toContain('sendAgain');
  expect(await page.getByRole('link', { name: /^Stuck/ }).count()).toBe(0);
});

test('what failed for good says what it was, how often and why, and is tried again once for two clicks', async () => {
  here = await sitDown();
  const { desk, page } = here;
  desk.mailServer.answers = 'refuses the password';
  await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await desk.minutesPass(0);
  await page.goto(`${desk.address}stuck`);
  const item = page.getByRole('listitem').filter({ hasText: 'Send a message (To the host: visitor is here)' });
  await expect.poll(() => item.textContent()).toMatch(/Last at 10:20 · 1 try.*The mail server refused the password\./);

  desk.mailServer.answers = 'takes it';
  let sent = 0;
  await page.route('**/try-again', (route) => {
    sent++;
    return route.continue();
  });
  await item.getByRole('button', { name: 'Try again' }).dblclick();
  await page.getByText('It is being tried again.').waitFor();
  await page.getByText('Nothing is stuck.').waitFor();
  expect(sent).toBe(1);
});

test('what somebody else has tried again meanwhile is refused in a sentence, and goes from the list', async () => {
  here = await sitDown();
  const { desk, page } = here;
  desk.mailServer.answers = 'refuses the password';
  await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await desk.minutesPass(0);
  await page.goto(`${desk.address}stuck`);
  const button = page.getByRole('button', { name: 'Try again' });
  await button.waitFor();
  desk.mailServer.answers = 'takes it';
  await desk.triesAgainElsewhere();
  await button.click();
  await page.getByRole('group', { name: 'That did not work' }).waitFor();
  await button.waitFor({ state: 'detached' });
});

test('who may not see to it is told so, and the rest of the desk goes on', async () => {
  here = await sitDown();
  const { desk, page } = here;
  desk.without('office.repair');
  await page.goto(`${desk.address}stuck`);
  await page.getByText(/permission/).waitFor();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByText('Up to date').waitFor();
});

test('while the server is away the list stays, and says how old it is', async () => {
  here = await sitDown();
  const { desk, page, context } = here;
  desk.mailServer.answers = 'refuses the address';
  await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await page.goto(`${desk.address}stuck`);
  await page.getByRole('button', { name: 'Send again' }).waitFor();
  await context.setOffline(true);
  await page.getByText('No connection to the server.').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Send again' }).count()).toBe(1);
  await context.setOffline(false);
  await page.getByText('Up to date').waitFor();
});
