import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheOffice, focusedName, heading, refused, said, tabsThrough } from './at-the-office.ts';

const office = atTheOffice();
const { comesIn, opens, does, looksUp } = office;

const form = (page: Page) => page.getByRole('dialog');
const fact = (page: Page, name: string) => page.locator('.levels > div').filter({ hasText: name });

async function offers(name: string): Promise<string> {
  const { sites } = await looksUp('/sites?limit=200');
  const settings = { language: 'de', largePrint: false, highContrast: false, idleSeconds: 45, purposesShown: true };
  return (await does('/devices', { kind: 'tablet', name, site: sites[0].id, settings })).case;
}

async function showsCode(page: Page, button: string, not = ''): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const shown = page
    .locator('[role=status] .pairing-code')
    .filter({ hasText: /^\w{4}-\w{4}$/, hasNotText: not || '#' });
  return (await shown.textContent()) ?? '';
}

test('a new device wants a name, and its page opens and says what to do next', async () => {
  const page = await comesIn('Anna', '/devices');
  await page.getByRole('button', { name: 'Add a device' }).click();
  await form(page).getByRole('button', { name: 'Add a device' }).click();
  await form(page).getByText('Please give the device a name.').waitFor();
  await form(page).getByLabel('Kind').selectOption('Display');
  await page.locator('#device-name').fill('Kiosk am Eingang');
  await form(page).getByRole('button', { name: 'Add a device' }).click();
  await refused(page, 'Another device here already has this name.');
  await page.locator('#device-name').fill('Anzeige im Wartezimmer');
  await form(page).getByRole('button', { name: 'Add a device' }).click();
  await heading(page, 'Anzeige im Wartezimmer');
  await page.locator('h1:focus').waitFor();
  await page.getByText('Open the address of the kiosk at the device, and type this code there.').waitFor();
  await fact(page, 'Kind').getByText('Display').waitFor();
});

test('another code ends the one before, and the new one pairs', async () => {
  const device = await offers('Kiosk im Flur');
  const page = await comesIn('Anna', `/devices/${device}`);
  const first = await showsCode(page, 'Show a code');
  await page.getByText(/Good once, until \d\d:\d\d\./).waitFor();
  const second = await showsCode(page, 'Show another code', first);

  const kiosk = await opens('/kiosk/');
  const types = async (code: string) => {
    await kiosk.getByRole('textbox', { name: /code/i }).fill(code);
    await kiosk.getByRole('button', { name: 'Pair this device' }).click();
  };
  await types(first);
  await kiosk.getByRole('alert').waitFor();
  await types(second);
  await kiosk.getByRole('heading', { level: 1, name: /Willkommen|Welcome/ }).waitFor();

  await page.reload();
  await page.getByText('Paired', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Show a code' }).count()).toBe(0);
});

test('how a device behaves is set, once what cannot be was put right', async () => {
  const page = await comesIn('Anna', `/devices/${await offers('Tablet am Tresen')}`);
  await page.getByRole('button', { name: 'Configure' }).click();
  await form(page).getByLabel('Language of the start screen').selectOption('English');
  await form(page).getByLabel('Large print').check();
  await form(page).getByLabel('Seconds without a touch').fill('5');
  await form(page).getByRole('button', { name: 'Configure' }).click();
  await refused(page, /Nothing was saved/);
  await form(page).getByLabel('Seconds without a touch').fill('60');
  await form(page).getByRole('button', { name: 'Configure' }).click();
  await said(page, 'Set. The device follows it within a minute.');
  await fact(page, 'Large print').getByText('Yes').waitFor();
  await fact(page, 'Seconds without a touch').getByText('60').waitFor();
  await fact(page, 'High contrast').getByText('No').waitFor();
});

test('a device gets another name, but not that of another device', async () => {
  await offers('Tablet im Labor');
  const page = await comesIn('Anna', `/devices/${await offers('Tablet im Büro')}`);
  await page.getByRole('button', { name: 'Rename' }).click();
  await form(page).getByLabel('Name').fill('Tablet im Labor');
  await page.keyboard.press('Enter');
  await refused(page, 'Another device here already has this name. Nothing was changed.');
  await form(page).getByLabel('Name').fill('Tablet in der Abrechnung');
  await page.keyboard.press('Enter');
  await said(page, 'The device has another name now.');
  await heading(page, 'Tablet in der Abrechnung');
});

test('a revoked device is listed apart, and nothing can be done with it any more', async () => {
  const page = await comesIn('Anna', `/devices/${await offers('Tablet auf dem Rollwagen')}`);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await form(page).getByText('Within a minute the device may do nothing any more, for good.').waitFor();
  await form(page).getByLabel('Reason').selectOption('Broken');
  await form(page).getByRole('button', { name: 'Revoke' }).click();
  await said(page, 'Revoked. The device may do nothing any more.');
  await page.getByText('Revoked', { exact: true }).waitFor();
  await page.locator('.actions button').first().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'To the devices' }).click();
  await page
    .getByRole('region', { name: /^Revoked/ })
    .getByRole('link', { name: 'Tablet auf dem Rollwagen' })
    .waitFor();
});

test('who does not look after devices is not led there, and is told so at the address', async () => {
  const page = await comesIn('Lena', '/devices');
  await page
    .locator('.notice-bad')
    .filter({ hasText: /You do not have the permission for this/ })
    .waitFor();
  expect(await page.getByRole('link', { name: 'Devices', exact: true }).count()).toBe(0);
});

test('by keyboard alone a device is added, set and renamed, and the focus comes back to where it was', async () => {
  const page = await comesIn('Anna', '/devices');
  await page.getByRole('button', { name: 'Add a device' }).focus();
  await page.keyboard.press('Enter');
  await form(page).waitFor();
  expect(await focusedName(page)).toBe('Kind');
  expect(await tabsThrough(page, 3)).toEqual(['Name', 'Add a device', 'Cancel']);
  await page.keyboard.press('Escape');
  await form(page).waitFor({ state: 'detached' });
  await page.locator('button:focus').filter({ hasText: 'Add a device' }).press('Enter');
  await form(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Tablet zum Mitnehmen');
  await page.keyboard.press('Enter');
  await heading(page, 'Tablet zum Mitnehmen');
  await page.locator('h1:focus').waitFor();
  expect(await tabsThrough(page, 4)).toEqual(['To the devices', 'Show a code', 'Rename', 'Configure']);
  await page.keyboard.press('Enter');
  await form(page).waitFor();
  expect(await tabsThrough(page, 5)).toEqual([
    'Large print',
    'High contrast',
    'Ask for the purpose of the visit',
    'Seconds without a touch before it asks',
    'Configure',
  ]);
  await page.keyboard.press('Enter');
  await said(page, 'Set. The device follows it within a minute.');
  await page.locator('button:focus').filter({ hasText: 'Configure' }).waitFor();
});
