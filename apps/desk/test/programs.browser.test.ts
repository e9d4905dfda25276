import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheOffice, heading, refused, said, tabsThrough } from './at-the-office.ts';

const office = atTheOffice();
const { comesIn, does } = office;

const form = (page: Page) => page.getByRole('dialog');
const keys = (page: Page) => page.getByRole('region', { name: 'Keys' });

/** A program that may look up hosts, good until the end of June 2027. */
const accepts = async (name: string): Promise<string> => {
  const input = { name, purpose: 'Für den Test', scopes: ['hosts.search'], until: '2027-06-30T21:59:00Z' };
  return (await does('/service-accounts', input)).case;
};

test('a program is added with what it may do, once everything that it needs is there', async () => {
  const page = await comesIn('Anna', '/programs');
  await page.getByRole('button', { name: 'Add a program' }).click();
  const add = form(page).getByRole('button', { name: 'Add a program' });
  await add.click();
  await form(page).getByText('Please give the program a name.').waitFor();
  await form(page).getByText('Please choose at least one thing that it may do.').waitFor();
  await page.locator('#program-name:focus').fill('Praxissoftware');
  await form(page).getByLabel('What is it for?').fill('Holt die Besuche des Tages');
  await form(page).getByLabel('Look up who receives visitors').check();
  await form(page).getByLabel('Good until the end of').fill('2020-01-01');
  await add.click();
  await refused(page, 'Please choose an end in the future');
  await form(page).getByLabel('Good until the end of').fill('2027-01-31');
  await add.click();
  await heading(page, 'Praxissoftware');
  await page.getByText('good until 31/01/2027').waitFor();
  await page.getByRole('region', { name: 'What it may do' }).getByText('Look up who receives visitors').waitFor();
  // What would let a program make more of itself is not even offered.
  await page.getByRole('button', { name: 'Change' }).click();
  await form(page).getByLabel('Look up who receives visitors').waitFor();
  expect(
    await form(page)
      .getByLabel(/API keys|Hand a colleague a link/)
      .count(),
  ).toBe(0);
});

test('a key is shown once, is the one that the API takes, and ends when another one replaces it', async () => {
  const page = await comesIn('Anna', `/programs/${await accepts('Telefonanlage')}`);
  await keys(page).getByText('There is no key yet.').waitFor();
  await keys(page).getByRole('button', { name: 'Make a key' }).click();
  const key = (await keys(page).locator('[role=status] .address').textContent()) ?? '';
  expect(key).toMatch(/^fo_key_\w{49}$/);
  const asks = async () => {
    const url = `${new URL(page.url()).origin}/api/v1/hosts?search=pro`;
    return (await fetch(url, { headers: { Authorization: `Bearer ${key}` } })).status;
  };
  expect(await asks()).toBe(200);

  await page.reload();
  await keys(page)
    .getByText(/^last used/)
    .waitFor();
  expect(await page.content()).not.toContain(key);
  await keys(page).getByRole('button', { name: 'Make a key, and end those before' }).click();
  await keys(page).getByText('ended', { exact: true }).waitFor();
  expect(await asks()).toBe(401);
});

test('a closed program can do nothing any more, and is listed apart', async () => {
  const page = await comesIn('Anna', `/programs/${await accepts('Kalenderabgleich')}`);
  await page.getByRole('button', { name: 'Close' }).click();
  await form(page).getByText('Its keys end at once. It cannot be opened again.').waitFor();
  await form(page).getByRole('button', { name: 'Close' }).click();
  await said(page, 'Closed. Its keys are good for nothing any more.');
  await page.getByRole('button', { name: 'Make a key' }).waitFor({ state: 'detached' });
  expect(await page.locator('.actions button').count()).toBe(0);
  await page.getByRole('link', { name: 'To the programs' }).click();
  await page
    .getByRole('region', { name: /^Closed/ })
    .getByRole('link', { name: 'Kalenderabgleich' })
    .waitFor();
});

test('a webhook goes to no private address, shows its secret once, rests and goes on, and is removed', async () => {
  const page = await comesIn('Anna', '/programs');
  const webhook = page.getByRole('region', { name: 'Webhook' });
  await webhook.getByRole('button', { name: 'Create a webhook' }).click();
  await form(page).getByLabel('Address').fill('http://127.0.0.1/hook');
  await form(page).getByLabel('visit.visitorArrived').check();
  await form(page)
    .getByLabel('See visits and bars')
    .or(
      form(page)
        .getByLabel(/visits/i)
        .first(),
    )
    .first()
    .check();
  await form(page).getByRole('button', { name: 'Create a webhook' }).click();
  await refused(page, 'The address was not saved. It has to begin with https');
  await form(page).getByLabel('Address').fill('https://hooks.example.com/front-office');
  await form(page).getByRole('button', { name: 'Create a webhook' }).click();
  const secret = (await webhook.locator('[role=status] .address').textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await page.reload();
  await webhook.getByText('https://hooks.example.com/front-office').waitFor();
  expect(await page.content()).not.toContain(secret);

  await webhook.getByRole('button', { name: 'Renew the secret' }).click();
  const next = webhook.locator('[role=status] .address').filter({ hasText: 'whsec_' });
  await next.waitFor();
  expect(await next.textContent()).not.toBe(secret);
  await webhook.getByText(/^The secret before signs as well until/).waitFor();

  await webhook.getByRole('button', { name: 'Pause' }).click();
  await said(page, 'Paused. What happens is held back.');
  await webhook.getByText('Paused · Paused by hand').waitFor();
  await webhook.getByRole('button', { name: 'Resume' }).click();
  await said(page, 'It is told again from now on.');
  await webhook.getByRole('button', { name: 'Remove' }).click();
  await form(page).getByRole('button', { name: 'Remove' }).click();
  await said(page, 'The webhook is removed.');
  await webhook.getByText('Nobody is told yet.').waitFor();
});

test('who does not look after programs is not led there, and is told so at the address', async () => {
  const page = await comesIn('Lena', '/programs');
  await page.locator('.notice-bad').first().getByText('You do not have the permission for this').waitFor();
  expect(await page.getByRole('link', { name: 'Programs', exact: true }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Add a program' }).count()).toBe(0);
});

test('by keyboard alone a program is added and gets a key', async () => {
  const page = await comesIn('Anna', '/programs');
  await page.getByRole('button', { name: 'Add a program' }).focus();
  await page.keyboard.press('Enter');
  await form(page).waitFor();
  await page.keyboard.type('Druckdienst');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Druckt Besucherausweise');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await heading(page, 'Druckdienst');
  await page.locator('h1:focus').waitFor();
  expect(await tabsThrough(page, 4)).toEqual(['To the programs', 'Change', 'Close', 'Make a key']);
  await page.keyboard.press('Enter');
  await keys(page).locator('[role=status] .address').waitFor();
});

test.each(['de', 'en'])(
  'everybody can use it, in %s, light and dark, on a telephone and on a screen',
  { timeout: 120_000 },
  async (language) => {
    const program = await accepts(`Prüfprogramm ${language}`);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        const viewport = { width, height: 800 };
        const locale = language === 'de' ? 'de-DE' : 'en-GB';
        const page = await comesIn('Anna', '/programs', { colorScheme, viewport, locale });
        await looksRight(page);
        await page.getByRole('button', { name: /^(Programm hinzufügen|Add a program)$/ }).click();
        await form(page).waitFor();
        await looksRight(page);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /^(Webhook anlegen|Create a webhook)$/ }).click();
        await form(page).waitFor();
        await looksRight(page);
        await page.keyboard.press('Escape');
        await page.locator(`a[href$="${program}"]`).click();
        await page.getByRole('button', { name: /^(Schlüssel erstellen|Make a key)$/ }).click();
        await page.locator('[role=status] .address').waitFor();
        await looksRight(page);
      }
  },
);

async function looksRight(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}
