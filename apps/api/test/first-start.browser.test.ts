import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser.ts';
import { dataFolder, type ServerUnderTest, startServer } from '../../../test/support/server.ts';

// Nobody is there yet: the link that the terminal shows makes the owner, and a short wizard the office.

let browser: Browser;
let server: ServerUnderTest;
let folder: Awaited<ReturnType<typeof dataFolder>>;

beforeAll(async () => {
  folder = await dataFolder();
  const starting = startServer({ DATA_DIR: folder.path }, { args: ['--office=own'] });
  [browser, server] = await Promise.all([launchBrowser(), starting]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.end('SIGTERM');
  await folder.remove();
});

const linkOf = ({ output }: ServerUnderTest) => /http:\S+\/desk\/set-up#\S+/.exec(output())?.[0] ?? '';

async function opened(address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  return page;
}

async function isUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

it('whoever holds the link makes themselves the owner of an office, once', { timeout: 60_000 }, async () => {
  const link = linkOf(server);
  expect(link).toMatch(/#[\w-]{43}$/);
  const page = await opened(link);
  await heading(page, 'What kind of office is it?');
  expect(page.url()).not.toContain('#');
  await isUsable(page);
  await page.getByRole('button', { name: 'Law office' }).click();

  await heading(page, 'The office');
  await page.getByLabel('Monday').fill('whenever');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Please enter the name of the office.').waitFor();
  await page.getByText('Please write it like 08:00–12:00, 15:00–18:00.').waitFor();
  await isUsable(page);
  await page.getByLabel('Name of the office').fill('Kanzlei Neubeispiel');
  await page.getByLabel('Street').fill('Musterallee 9');
  await page.getByLabel('Postcode').fill('00001 Musterstadt');
  await page.getByLabel('Country').fill('DE');
  await page.getByLabel(/^State/).fill('HH');
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByLabel('Monday').fill('9-12, 14-17:30');
  await page.getByRole('button', { name: 'Continue' }).click();

  await heading(page, 'Team and rooms');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Last name').fill('Probeneuß');
  await page.getByRole('textbox', { name: 'Rooms' }).fill('Empfang\nBesprechung');
  await isUsable(page);
  await page.getByRole('button', { name: 'Continue' }).click();

  await heading(page, 'Your sign-in');
  const [shownAs, name, password] = await page.locator('main input').all();
  await shownAs?.fill('Dr. Henrike Musterberg');
  await name?.fill('henrike@example.com');
  await password?.fill('password');
  await page.getByRole('button', { name: 'Open the office' }).click();
  await page.getByText(/12/).first().waitFor(); // too short, says the server
  await password?.fill('Regen am Dienstag');
  await page.getByRole('button', { name: 'Open the office' }).click();
  await heading(page, 'Visitors today');
  await page.getByText('Kanzlei Neubeispiel').first().waitFor();

  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('link', { name: 'Probeneuß' }).waitFor();
  await page.getByText('Owner').first().waitFor();

  const again = await opened(link);
  await heading(again, 'This link is over');
  await isUsable(again);
});
