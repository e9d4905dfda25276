import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser.ts';
import { dataFolder, type ServerUnderTest, startServer } from '../../../test/support/server.ts';

let browser: Browser;
let server: ServerUnderTest;
let folder: Awaited<ReturnType<typeof dataFolder>>;

beforeAll(async () => {
  folder = await dataFolder();
  [browser, server] = await Promise.all([launchBrowser(), startServer({ DATA_DIR: folder.path })]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.end('SIGTERM');
  await folder.remove();
});

it('the API can be read and tried on a page, which the browser is strict with', { timeout: 60_000 }, async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${server.url}/api/docs`);
  const group = page.locator('.opblock-tag[data-tag="visits"]');
  await group.click();
  await page.locator('#operations-visits-postVisitsExpected').click();
  await page.getByText('Left empty, this page makes one for each try.').waitFor();
  expect(faults).toEqual([]);

  await page.getByRole('button', { name: 'Try it out' }).click();
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Execute' }).click();
  const sent = await asked;
  expect(new URL(sent.url()).pathname).toBe('/api/v1/visits/expected');
  expect(sent.headers()['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
  await page.getByText('"code": "not_signed_in"').first().waitFor();

  const { violations } = await new AxeBuilder({ page }).include('header').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await context.close();
});
