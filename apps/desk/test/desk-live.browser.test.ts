import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';

const sitDown = atTheDesk();
let here: Awaited<ReturnType<typeof sitDown>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

/** A desk that is told what happens, and how often each address was asked for since. */
async function connected() {
  here = await sitDown();
  const asked: string[] = [];
  here.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await here.page.goto(here.desk.address);
  await here.page.getByText('Up to date').waitFor();
  await here.page.waitForTimeout(500); // what it asks for on arrival
  const countOf = (path: string) => asked.filter((each) => each === `/api/v1${path}`).length;
  expect(countOf('/events')).toBe(1);
  asked.length = 0;
  return { ...here, asked, countOf };
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

test('who checks in stands in the list within a second, and nothing is asked for while nothing happens', async () => {
  const { desk, page, asked, countOf } = await connected();
  await page.waitForTimeout(2_500);
  expect(asked).toEqual([]);
  const visit = await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await row(page, 'Mia Mustersee').waitFor({ timeout: 1_000 });
  await page.getByRole('link', { name: 'Mia Mustersee' }).click();
  await page.getByRole('button', { name: 'Send in' }).waitFor();
  await desk.does('receive', visit);
  await page.getByText('Visitor received').waitFor({ timeout: 1_000 });
  expect(countOf('/events')).toBe(0); // the same connection still
});

test('without the events the desk asks by itself, and says that all is well as long as it is answered', async () => {
  const { desk, page, context } = await connected();
  await context.route('**/api/v1/events', (route) => route.abort());
  await page.reload();
  await page.getByText('Up to date').waitFor();
  await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await row(page, 'Mia Mustersee').waitFor({ timeout: 4_000 });
  expect(await page.getByText('No connection').count()).toBe(0);
});

test('a visitor whose host does not answer is marked in the list and on the page of the visit', async () => {
  const { desk, page } = await connected();
  await desk.walksIn({ given: 'Mia', family: 'Mustersee' });
  await desk.minutesPass(1);
  await row(page, 'Mia Mustersee').getByText('Host reminded').waitFor();
  await desk.minutesPass(1);
  await row(page, 'Mia Mustersee').getByText('The host has not answered').waitFor();
  expect(await row(page, 'Mia Mustersee').getByText('Host reminded').count()).toBe(0);
  await page.getByRole('link', { name: 'Mia Mustersee' }).click();
  await page.getByText('There was no answer to the reminder either.').waitFor();
  await page.getByRole('button', { name: 'Has left the house' }).click();
  await page.getByText('State: Left').waitFor();
  await expect.poll(() => page.getByText('The host has not answered').count()).toBe(0);
});
