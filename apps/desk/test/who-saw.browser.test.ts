import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheOffice, heading, idOf, refused } from './at-the-office.ts';
import { everyLook, isFaultless } from './faultless.ts';

const office = atTheOffice();
const { comesIn, does, looksUp } = office;

const visitor = /Probewitsch/;
const section = (page: Page) => page.getByRole('region', { name: 'Who saw this' });
const opens = (page: Page) => section(page).getByText('Show who opened this visit').click();

async function looksAtVisit(page: Page): Promise<void> {
  await page.getByRole('link', { name: visitor }).click();
  await heading(page, visitor);
  await page.locator('.timeline li').first().waitFor();
}

test('who answers for the office sees which colleague opened a visit, and when', async () => {
  await looksAtVisit(await comesIn('Lena'));
  const page = await comesIn('Sabine');
  await looksAtVisit(page);
  await section(page).waitFor();
  expect(await section(page).getByRole('listitem').count()).toBe(0); // asked for when it is opened
  await opens(page);
  const lena = section(page).getByRole('listitem').filter({ hasText: 'Lena Probebach' });
  await lena.getByText(/^\d\d:\d\d$/).waitFor();
  // The latest first: the one who asks has just opened it.
  const names = await section(page).locator('li strong').allTextContents();
  expect(names.slice(0, 2)).toEqual(['Sabine Mustergrün', 'Lena Probebach']);
});

test('who may not see it is shown no such section', async () => {
  const page = await comesIn('Lena');
  await looksAtVisit(page);
  let answers = 0;
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/my-rights')) answers += 1;
  });
  await page.reload();
  await page.locator('.timeline li').first().waitFor();
  await expect.poll(() => answers).toBe(2); // the frame's and the section's own
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).not.toContain('Who saw this');
  expect(await section(page).count()).toBe(0);
});

test('an answer without anybody says so, and one that is cut short says that too', async () => {
  const page = await comesIn('Sabine');
  await page.route('**/api/v1/who-saw/*', (route) => route.fulfill({ json: { seen: [], more: false } }));
  await looksAtVisit(page);
  await opens(page);
  await section(page).getByText('Nobody has opened this visit yet.').waitFor();
  await opens(page);
  const seen = [
    { by: { kind: 'service', id: 'a' }, name: null, at: '2026-03-02T08:05:00.000Z' },
    { by: { kind: 'staff', id: 'b' }, name: 'Lena Probebach', at: '2026-03-01T23:30:00.000Z' },
  ];
  await page.unroute('**/api/v1/who-saw/*');
  await page.route('**/api/v1/who-saw/*', (route) => route.fulfill({ json: { seen, more: true } }));
  await opens(page);
  await section(page).getByText('There are older entries that are not shown here.').waitFor();
  // By the clock on the office's wall, where it is the next day already.
  const lines = await section(page).getByRole('listitem').allTextContents();
  expect(lines).toEqual(['02/03/2026, 09:05 Program', '02/03/2026, 00:30 Lena Probebach']);
});

test('who may no longer see it when it is opened is refused in the server’s own sentence', async () => {
  const { staffRights } = await looksUp('/staff-rights?limit=200');
  const zoe = await idOf(office, 'Beispielbrück');
  const own = staffRights.find(({ staff }: { staff: string }) => staff === zoe);
  const { now } = await looksUp('/desk/visitors');
  const gives = (roles: readonly object[]) =>
    does(`/staff-rights/${own.id}/change`, { staff: zoe, level: 'qualified', roles });
  await gives([{ role: 'receptionist' }, { role: 'auditor', until: now.slice(0, 'YYYY-MM-DD'.length) }]);
  const page = await comesIn('Zoë');
  await looksAtVisit(page);
  await section(page).waitFor();
  await gives([{ role: 'receptionist' }]);
  await opens(page);
  await refused(page, /You do not have the permission for this/);
});

for (const [look, options] of everyLook) {
  test(`the section is without fault for axe and fits: ${look}`, async () => {
    const page = await comesIn('Anna', '/', options);
    await looksAtVisit(page);
    await page.locator('[aria-labelledby=who-saw] summary').click();
    await page.locator('[aria-labelledby=who-saw] li').first().waitFor();
    await isFaultless(page, 'who saw this');
  });
}
