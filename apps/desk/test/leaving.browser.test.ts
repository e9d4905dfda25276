import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheOffice, heading, idOf, refused, said, takesOn } from './at-the-office.ts';

const office = atTheOffice();
const { comesIn, does, looksUp } = office;

const begins = (page: Page) => page.getByRole('button', { name: 'No longer works here' }).first().click();
const confirms = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'No longer works here' }).click();
const takesOver = (page: Page, name: string) =>
  page.getByRole('dialog').getByLabel('Who takes over the open visits?').selectOption(name);

test('who leaves loses all rights, is listed apart, and hands their open visits over', async () => {
  const person = await takesOn(office, 'Mia', 'Mustersee');
  await does('/staff-rights', { staff: person, level: 'lead', roles: [{ role: 'physician' }] });
  const { now } = await looksUp('/desk/visitors');
  const visitor = { given: 'Ivan', family: 'Sampleton' };
  await does('/visits/expected', {
    visitor,
    host: person,
    expectedAt: new Date(Date.parse(now) + 60_000).toISOString(),
  });

  const page = await comesIn('Anna', `/people/${person}`);
  await page.getByText('as Physician, Lead').first().waitFor();
  await begins(page);
  await page.getByRole('heading', { name: 'Does Mia Mustersee no longer work here?' }).waitFor();
  await takesOver(page, 'Sabine Mustergrün');
  await confirms(page);
  await said(page, 'Entered. All rights are gone, and open visits are being handed over.');
  await page.getByText('This person no longer works here and may do nothing any more.').waitFor();
  await page.getByText('as Physician, Lead').first().waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'No longer works here' }).count()).toBe(0);

  await page.getByRole('link', { name: 'To the team' }).click();
  const left = page.getByRole('region', { name: /^No longer here/ });
  await left.getByRole('link', { name: 'Mia Mustersee' }).waitFor();

  await page.getByRole('link', { name: 'Today' }).click();
  await page
    .getByRole('row', { name: /Sampleton/ })
    .filter({ hasText: 'Sabine Mustergrün' })
    .waitFor();
});

test('an owner cannot leave, and the form says what comes first', async () => {
  const page = await comesIn('Sabine', `/people/${await idOf(office, 'Beispielmüller')}`);
  await begins(page);
  await confirms(page);
  await refused(page, 'This person is entered as an owner and so cannot leave.');
  await page.keyboard.press('Escape');
  await heading(page, /Anna Beispielmüller/);
  expect(await page.getByText('may do nothing any more').count()).toBe(0);
});

test('whoever has left meanwhile cannot take over; somebody else can', async () => {
  const person = await takesOn(office, 'Tim', 'Beispielreiter');
  const gone = await takesOn(office, 'Rosa', 'Probewald');
  const page = await comesIn('Anna', `/people/${person}`);
  await begins(page);
  await takesOver(page, 'Rosa Probewald');
  const { staff } = await looksUp('/staff?limit=200');
  const { id, ...rosa } = staff.find((member: { id: string }) => member.id === gone);
  await does(`/staff-members/${id}/change`, { ...rosa, active: false });
  await confirms(page);
  await refused(page, 'Whoever is to take over the open work does not work here, or no longer does.');
  await takesOver(page, 'Sabine Mustergrün');
  await confirms(page);
  await said(page, 'Entered. All rights are gone');
});
