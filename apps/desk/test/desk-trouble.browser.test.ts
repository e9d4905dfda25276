import { afterEach, expect, test } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';

const sitDown = atTheDesk();
let here: Awaited<ReturnType<typeof sitDown>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});
async function atVisit() {
  here = await sitDown();
  const visit = await here.desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  const open = () => here.page.goto(`${here.desk.address}visits/${visit}`);
  return { ...here, visit, open };
}

test('an answer that is lost is asked for again under the same request id, and the visitor leaves once', async () => {
  const { desk, page, visit, open } = await atVisit();
  await open();
  const keys: (string | undefined)[] = [];
  await page.route('**/leave', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch(); // the server does it
    await route.abort(); // and nobody hears
  });
  // The desk must not learn of it by asking anew.
  await page.route('**/api/v1/visits/*', (route) => (keys.length === 1 ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Has left the house' }).click();
  await page.getByText('The server cannot be reached now.').waitFor();
  await expect.poll(() => page.locator(':focus').textContent()).toMatch(/^That did not work/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('State: Left').waitFor();
  expect(keys[1]).toBe(keys[0]);
  expect(desk.history().filter((entry) => entry.case === visit)).toHaveLength(2);
});

test('what somebody else has done meanwhile is refused in a sentence, and what was typed stays', async () => {
  const { desk, page, visit, open } = await atVisit();
  await open();
  await page.getByRole('button', { name: 'Turn away' }).click();
  await page.getByLabel('Reason').fill('Wrong day');
  await desk.does('leave', visit);
  await page.getByRole('dialog').getByRole('button', { name: 'Turn away' }).click();
  const notice = page.getByRole('group', { name: 'That did not work' });
  await notice.waitFor();
  expect((await notice.textContent())?.length).toBeGreaterThan('That did not work'.length + 20);
  expect(await notice.getByRole('button').count()).toBe(0); // trying again would not help
  expect(await page.getByLabel('Reason').inputValue()).toBe('Wrong day');
});

test('what a person may not do stays off and says why', async () => {
  const { desk, page, visit, open } = await atVisit();
  desk.without('visits.turnAway');
  await open();
  const button = page.getByRole('button', { name: 'Turn away' });
  await button.waitFor();
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
  const why = await button.getAttribute('aria-describedby');
  await expect.poll(() => page.locator(`#${why}`).textContent()).toMatch(/permission/);
  await button.click({ force: true }); // Playwright itself would wait until it is on
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Has arrived' }).count()).toBe(0); // not now
  expect(desk.history().filter((entry) => entry.case === visit)).toHaveLength(1);
});

test('while the server is away the list stays, says how old it is, and goes on by itself', async () => {
  const { desk, context, page } = await atVisit();
  await page.goto(desk.address);
  await page.getByRole('link', { name: 'Mia Mustersee' }).waitFor();
  await context.setOffline(true);
  await page.getByText('No connection to the server.').waitFor();
  await page.getByText(/As of \d\d:\d\d, \d+ seconds? old\./).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Mia Mustersee' }).count()).toBe(1);
  await context.setOffline(false);
  await page.getByText('Up to date').waitFor();
});

test('the focus goes with its row when the row moves to another group', async () => {
  const { desk, page, visit } = await atVisit();
  await page.goto(desk.address);
  await page.getByRole('link', { name: 'Mia Mustersee' }).focus();
  await desk.walksIn({ given: 'Rosa', family: 'Musterfeld' });
  await page.getByRole('link', { name: 'Rosa Musterfeld' }).waitFor();
  await desk.does('receive', visit);
  await page
    .getByRole('region', { name: /^With host/ })
    .getByText('Mia Mustersee')
    .waitFor();
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Mia Mustersee');
});

test('no row moves under the hand: what is new waits, is counted, and comes when it is asked for', async () => {
  const { desk, page, visit } = await atVisit();
  await page.goto(desk.address);
  const link = page.getByRole('link', { name: 'Mia Mustersee' });
  await link.hover();
  const before = await link.boundingBox();
  await desk.does('receive', visit);
  await desk.walksIn({ given: 'Rosa', family: 'Musterfeld' });
  const button = page.getByRole('button', { name: 'Show 2 changes' });
  await button.waitFor();
  expect(await link.boundingBox()).toEqual(before);
  await expect.poll(() => page.getByRole('row', { name: /Mia Mustersee/ }).textContent()).toMatch(/With host/);
  await button.click();
  await page.getByRole('link', { name: 'Rosa Musterfeld' }).waitFor();
  await page
    .getByRole('region', { name: /^With host/ })
    .getByText('Mia Mustersee')
    .waitFor();
});

test('the list can be paused, and says so', async () => {
  const { desk, page } = await atVisit();
  await page.goto(desk.address);
  await page.getByRole('button', { name: 'Pause the list' }).click();
  await page.getByText('The list is paused.').waitFor();
  await desk.walksIn({ given: 'Rosa', family: 'Musterfeld' });
  await page.waitForTimeout(2_500);
  expect(await page.getByText('Rosa Musterfeld').count()).toBe(0);
  await page.getByRole('button', { name: 'Resume the list' }).click();
  await page.getByText('Rosa Musterfeld').waitFor();
});

test('an address that leads to no visit says so', async () => {
  const { desk, page } = await atVisit();
  await page.goto(`${desk.address}visits/00000000-0000-7000-8000-000000000000`);
  await page.getByRole('heading', { name: 'There is no such visit' }).waitFor();
  await page.goto(`${desk.address}nowhere`);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});
