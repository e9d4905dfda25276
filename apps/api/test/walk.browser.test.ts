import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../test/support/browser.ts';
import { dataFolder, type ServerUnderTest, startServer } from '../../../test/support/server.ts';

// The whole house in one walk: real server, real PostgreSQL, both built screens, a real browser. A visitor comes to the
// kiosk, the desk sees it and sends them up, the visit ends, and a restart forgets none of it.

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

/** A person before one of the screens, in English. */
async function before(screen: 'kiosk' | 'desk', options = {}): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    hasTouch: true,
    viewport: { width: 1024, height: 768 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${server.url}/${screen}`);
  // Nobody is let in unasked: in a demo one chooses who one is, and a device becomes the demo's kiosk.
  await page.getByRole('button', { name: screen === 'desk' ? /Lena Probebach/ : /Demo-Kiosk|demo kiosk/ }).click();
  await page.mouse.move(1, 1); // a list under the pointer would stand still
  return { page, context };
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function isUsable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function fits320(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1024, height: 768 });
}

describe('a visit, end to end', { timeout: 60_000 }, () => {
  it('by touch at the kiosk and by mouse at the desk, and still there after a restart', async () => {
    const desk = await before('desk');
    await heading(desk.page, 'Visitors today');

    const kiosk = await before('kiosk');
    const tap = (name: string | RegExp) => kiosk.page.getByRole('button', { name, exact: true }).tap();
    await tap('English');
    await tap('Check in');
    await heading(kiosk.page, 'What is your name?');
    await kiosk.page.getByLabel('First name').fill('Zoë');
    await kiosk.page.getByLabel('Last name').fill('Sample-Probe');
    await isUsable(kiosk.page);
    await fits320(kiosk.page);
    await tap('Continue');
    await kiosk.page.getByRole('textbox').fill('beisp');
    await tap('Dr. Anna Beispielmüller');
    await heading(kiosk.page, 'Your data with us');
    await tap('Check in now');
    await heading(kiosk.page, 'Check-in complete');
    const line = desk.page.getByRole('link', { name: 'Zoë Sample-Probe' });
    await line.waitFor({ timeout: 1_000 }); // the desk is told; it would ask every two seconds
    expect(await kiosk.page.content()).not.toContain('Sample-Probe');
    await kiosk.context.close();

    await isUsable(desk.page);
    await fits320(desk.page);
    await line.click();
    await heading(desk.page, /Zoë Sample-Probe/);
    await desk.page.getByRole('button', { name: 'Send in' }).click();
    await desk.page.getByLabel(/Badge number/).fill('17');
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Send in' }).click();
    await desk.page.getByText('With host').first().waitFor();
    await desk.page.getByRole('button', { name: 'Has left the house' }).click();
    await desk.page.getByText('There is nothing left to do for this visit.').waitFor();
    await isUsable(desk.page);

    const { url } = server;
    await server.end('SIGKILL');
    await desk.page.getByText('No connection to the server.').waitFor();
    server = await startServer({ DATA_DIR: folder.path, PORT: new URL(url).port });
    await desk.page.reload();
    await heading(desk.page, /Zoë Sample-Probe/);
    for (const fact of ['Visitor arrived', 'Visitor received', 'Visitor left'])
      await desk.page.getByText(fact).waitFor();

    await desk.page.goto(`${url}/desk/stuck`);
    await desk.page.getByText('Nothing is stuck.').waitFor();
    await isUsable(desk.page);
    await fits320(desk.page);
    await desk.context.close();
  });

  it('by keyboard alone, in German and in the dark', async () => {
    const dark = { locale: 'de-DE', colorScheme: 'dark' };
    const kiosk = await before('kiosk', dark);
    const press = (key: string) => kiosk.page.keyboard.press(key);
    await heading(kiosk.page, /Willkommen/);
    await tabTo(kiosk.page, 'Anmelden');
    await press('Enter');
    await heading(kiosk.page, 'Wie heißen Sie?');
    await tabTo(kiosk.page, 'Familienname');
    await kiosk.page.keyboard.type('Mustergrün');
    await press('Enter');
    await heading(kiosk.page, 'Zu wem möchten Sie?');
    await tabTo(kiosk.page, 'Zu wem möchten Sie?');
    await kiosk.page.keyboard.type('probes');
    await kiosk.page.getByRole('button', { name: 'Dr. Jörg Probeßmann' }).waitFor();
    await tabTo(kiosk.page, 'Dr. Jörg Probeßmann');
    await press('Enter');
    await tabTo(kiosk.page, 'Jetzt anmelden');
    await press('Enter');
    await heading(kiosk.page, 'Anmeldung abgeschlossen');
    await isUsable(kiosk.page);
    await kiosk.context.close();

    const desk = await before('desk', dark);
    await desk.page.getByRole('link', { name: 'Mustergrün' }).waitFor();
    await tabTo(desk.page, 'Mustergrün');
    await desk.page.keyboard.press('Enter');
    await heading(desk.page, /Mustergrün/);
    await tabTo(desk.page, 'Abweisen');
    await desk.page.keyboard.press('Enter');
    await tabTo(desk.page, 'Grund');
    await desk.page.keyboard.type('Praxis heute geschlossen');
    await tabTo(desk.page, 'Abweisen');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('Abgewiesen').first().waitFor();
    await isUsable(desk.page);
    await desk.context.close();
  });
});

/** Goes there by Tab alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null; // `labels` is there on inputs and undefined elsewhere
      return (element?.labels?.[0] ?? element)?.textContent?.trim() ?? '';
    });
  for (let tabs = 0; tabs < 60; tabs++) {
    if ((await focused()).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to "${name}"; the focus is on "${await focused()}".`);
}
