import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser.ts';
import { dataFolder, type ServerUnderTest, startServer } from '../../../test/support/server.ts';

// A tablet becomes a kiosk of the house and is taken out of use again, over the real server and both built screens.

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

async function opened(path: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}${path}`);
  return page;
}

async function isUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

it('a kiosk is paired by a code, behaves as the desk sets it, and is out of use within a minute once it is revoked', {
  timeout: 150_000,
}, async () => {
  const desk = await opened('/desk/devices');
  await desk.getByRole('button', { name: /Dr\. Anna Beispielmüller/ }).click();
  await desk.getByRole('heading', { level: 1, name: 'Devices' }).waitFor();
  await isUsable(desk);
  await desk.getByRole('button', { name: 'Add a device' }).click();
  await desk.getByLabel('Name').fill('Kiosk im Flur');
  await desk.getByRole('dialog').getByRole('button', { name: 'Add a device' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Kiosk im Flur' }).waitFor();
  await desk.getByRole('button', { name: 'Show a code' }).click();
  const code = (await desk.locator('.pairing-code').textContent()) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await isUsable(desk);

  const kiosk = await opened('/kiosk/');
  const entry = kiosk.getByRole('textbox', { name: /code/i });
  await entry.fill('AAAA-AAAA');
  await kiosk.getByRole('button', { name: 'Pair this device' }).click();
  await kiosk.getByText(/code/i).first().waitFor();
  await isUsable(kiosk);
  await entry.fill(code.toLowerCase().replace('-', ' '));
  await kiosk.getByRole('button', { name: 'Pair this device' }).click();
  await kiosk.getByRole('heading', { level: 1, name: /Willkommen|Welcome/ }).waitFor();

  await desk.reload();
  await desk.getByRole('button', { name: 'Revoke' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  const revokedAt = performance.now();
  await desk.getByText('Revoked. The device may do nothing any more.').waitFor();
  await kiosk.getByRole('heading', { level: 1, name: /not in use|nicht in Betrieb/i }).waitFor({ timeout: 60_000 });
  expect(performance.now() - revokedAt).toBeLessThan(60_000);
});
