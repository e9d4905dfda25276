import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { monthOf, monthsOn } from '../src/absences/days-away.ts';
import { daysSeen, monthSeen, wallClock } from '../src/times.ts';
import { choosesFromMenu } from './at-the-door.ts';
import { atTheOffice, focusedName, heading, idOf, refused, said, tabsThrough } from './at-the-office.ts';
import { everyLook, isFaultless } from './faultless.ts';

const office = atTheOffice();
const { comesIn, does, looksUp } = office;

/** The date on the office's wall, and a day of the month after it. */
let today = '';
const nextMonth = (day: string) => `${monthsOn(monthOf(today), 1)}-${day}`;

beforeAll(async () => {
  const { now, zone } = await looksUp('/desk/visitors');
  today = wallClock(Date.parse(now), zone).date;
});

const form = (page: Page) => page.getByRole('dialog');
const enters = (page: Page) => page.getByRole('button', { name: 'Enter an absence', exact: true });
const sends = (page: Page) => form(page).getByRole('button', { name: 'Enter an absence' }).click();
const field = (page: Page, label: string) => form(page).getByLabel(label);
/** What the list says of somebody on a day, or on days in a row. */
const line = (page: Page, name: string, first: string, last = first) =>
  page
    // The narrow spaces around a dash are spaces like others in the name of a region.
    .getByRole('region', { name: new RegExp(`^${daysSeen(first, last, 'en').replace(/\s/g, ' ')}`) })
    .getByRole('listitem')
    .filter({ hasText: name });

async function isAway(family: string, first: string, last: string, deputy: string | null = null) {
  await does('/absences', {
    staff: await idOf(office, family),
    from: `${first}T00:00:00Z`,
    until: `${last}T00:00:00Z`,
    deputy: deputy && (await idOf(office, deputy)),
  });
}

test('an absence is entered, once what was missing or could not be was put right', async () => {
  const page = await comesIn('Sabine', '/people');
  await page.getByRole('link', { name: 'Absences' }).click();
  await heading(page, 'Absences');
  await enters(page).click();
  await sends(page);
  await page.locator('.notice-bad:focus').filter({ hasText: 'Please choose who is away.' }).waitFor();
  await field(page, 'Who is away?').selectOption('Aylin Beispieloğlu');
  await field(page, 'First day').fill(nextMonth('10'));
  await field(page, 'Last day').fill(nextMonth('08'));
  await sends(page);
  await page.locator('.notice-bad:focus').filter({ hasText: 'The end is not after the beginning.' }).waitFor();
  await form(page)
    .getByRole('link', { name: /The end is not after the beginning/ })
    .click();
  expect(await focusedName(page)).toBe('Last day');
  await field(page, 'Last day').fill(nextMonth('12'));
  await field(page, 'Deputy').selectOption('Lena Probebach');
  await sends(page);
  await said(page, `Entered: Aylin Beispieloğlu, ${daysSeen(nextMonth('10'), nextMonth('12'), 'en')}.`);
  await page.locator('h1:focus').waitFor();
  const entered = line(page, 'Aylin Beispieloğlu', nextMonth('10'), nextMonth('12'));
  await entered.getByText('all day').waitFor();
  await entered.getByText('Deputy: Lena Probebach').waitFor();
});

test('what the office does not allow is refused in its own sentence, and nothing typed is lost', async () => {
  const page = await comesIn('Sabine', '/absences');
  await enters(page).click();
  await field(page, 'Who is away?').selectOption('Aylin Beispieloğlu');
  await field(page, 'Last day').fill(`${Number(today.slice(0, 4)) + 2}-01-01`);
  await sends(page);
  await refused(page, /An absence lasts 366 days at most here\. Nothing was saved\./);
  await field(page, 'Last day').fill(today);
  await field(page, 'Deputy').selectOption('Sabine Mustergrün');
  await sends(page);
  await refused(page, 'Whoever reports an absence cannot become the deputy by it. Nothing was saved.');
  expect(await field(page, 'First day').inputValue()).toBe(today);
});

test('an absence is entered for another time, and then withdrawn', async () => {
  await isAway('Musterowski', nextMonth('16'), nextMonth('17'));
  const page = await comesIn('Anna', '/absences');
  const day = line(page, 'Paweł Musterowski', nextMonth('20'));
  await page.getByRole('button', { name: 'Change', description: 'Paweł Musterowski' }).first().click();
  await form(page).getByRole('heading', { name: 'Change an absence: Paweł Musterowski' }).waitFor();
  await field(page, 'First day').fill(nextMonth('20'));
  await field(page, 'From (time)').fill('09:30');
  await field(page, 'Last day').fill(nextMonth('20'));
  await field(page, 'Until (time)').fill('12:00');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await page.locator('.said').filter({ hasText: 'Changed: Paweł Musterowski' }).waitFor();
  await day.getByText('09:30 to 12:00').waitFor();
  await day.getByText('no deputy').waitFor();

  await day.getByRole('button', { name: 'Withdraw' }).click();
  await form(page).getByText('The person then counts as being here during this time').waitFor();
  await form(page).getByRole('button', { name: 'Withdraw' }).click();
  await said(page, 'The absence of Paweł Musterowski is withdrawn.');
  await day.waitFor({ state: 'detached' });
  await page.locator('h1:focus').waitFor();
});

test('while somebody is away their deputy may do what they may, and both pages say so', async () => {
  const page = await comesIn('Anna', '/absences');
  await enters(page).click();
  await field(page, 'Who is away?').selectOption('Sabine Mustergrün');
  await field(page, 'Deputy').selectOption('Aylin Beispieloğlu');
  await sends(page);
  await said(page, `Entered: Sabine Mustergrün, ${daysSeen(today, today, 'en')}.`);
  await page.goto(new URL(`/desk/people/${await idOf(office, 'Beispieloğlu')}`, page.url()).href);
  const barring = page.getByRole('listitem').filter({ hasText: 'Bar people from the house' });
  await barring.getByText('standing in for Sabine Mustergrün').waitFor();
  await page.goto(new URL(`/desk/people/${await idOf(office, 'Mustergrün')}`, page.url()).href);
  await page.getByText(`Away: ${daysSeen(today, today, 'en')}. Deputy: Aylin Beispieloğlu.`).waitFor();
});

test('the months go on and back, and an absence of later is shown where it was entered', async () => {
  const page = await comesIn('Anna', '/absences');
  const inMonths = (count: number) => monthsOn(monthOf(today), count);
  const month = (count: number) => page.getByRole('region', { name: monthSeen(inMonths(count), 'en') });
  await month(1).waitFor();
  await page.getByRole('button', { name: 'One month on' }).click();
  await month(2).getByText('Nobody is entered as away.').waitFor();
  await month(0).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'One month back' }).click();
  await month(0).waitFor();
  await enters(page).click();
  await field(page, 'Who is away?').selectOption('Dr. Jörg Probeßmann');
  await field(page, 'First day').fill(`${inMonths(5)}-02`);
  await field(page, 'Last day').fill(`${inMonths(5)}-03`);
  await sends(page);
  await month(5).getByText('Dr. Jörg Probeßmann').waitFor();
});

test('somebody at the front desk enters themselves, though no visitor can ask for them', async () => {
  const page = await comesIn('Lena');
  await choosesFromMenu(page, 'Absences');
  await heading(page, 'Absences');
  await enters(page).click();
  await field(page, 'Who is away?').selectOption('Lena Probebach');
  await field(page, 'First day').fill(nextMonth('24'));
  await field(page, 'Last day').fill(nextMonth('24'));
  await field(page, 'Deputy').selectOption('Aylin Beispieloğlu');
  await sends(page);
  await line(page, 'Lena Probebach', nextMonth('24')).getByText('Deputy: Aylin Beispieloğlu').waitFor();
});

test('by keyboard alone: the form is walked in its order, left by Esc, and sent by Enter', async () => {
  const page = await comesIn('Anna', '/absences');
  await enters(page).focus();
  await page.keyboard.press('Enter');
  await form(page).waitFor();
  expect(await focusedName(page)).toBe('Who is away?');
  await page.keyboard.press('Escape');
  await form(page).waitFor({ state: 'detached' });
  await page.locator('button:focus').filter({ hasText: 'Enter an absence' }).press('Enter');
  await form(page).waitFor();
  await page.keyboard.type('Zoë');
  await field(page, 'Deputy').waitFor();
  await form(page).getByText('Nobody is named as a deputy of this person.').waitFor();
  await field(page, 'Until (time)').focus();
  const met = await tabsThrough(page, 5); // a time is several places to stop at
  expect(met.filter((name) => name !== 'Until (time)').slice(0, 2)).toEqual(['Deputy', 'Enter an absence']);
  await field(page, 'First day').fill(nextMonth('26'));
  await field(page, 'Last day').fill(nextMonth('26'));
  await page.keyboard.press('Enter');
  await line(page, 'Zoë Beispielbrück', nextMonth('26')).getByText('no deputy').waitFor();
});

test('who only reads sees who is away, and no button to enter or change it', async () => {
  const { staffRights } = await looksUp('/staff-rights?limit=200');
  const zoe = await idOf(office, 'Beispielbrück');
  const own = staffRights.find(({ staff }: { staff: string }) => staff === zoe);
  const roles = [{ role: 'auditor', until: nextMonth('28') }];
  await does(`/staff-rights/${own.id}/change`, { staff: zoe, level: 'qualified', roles });
  const page = await comesIn('Zoë', '/absences');
  await page.getByText('Deputy: Dr. Anna Beispielmüller').first().waitFor();
  expect(await enters(page).count()).toBe(0);
  expect(await page.getByRole('button', { name: /^(Change|Withdraw)$/ }).count()).toBe(0);
  expect(await page.locator('#person-menu a[href$=absences]').count()).toBe(0);
});

for (const [look, options] of everyLook) {
  test(`the list, the form and its errors are without fault for axe and fit: ${look}`, async () => {
    const page = await comesIn('Anna', '/absences', options);
    await page.locator('.days-away li').first().waitFor();
    await isFaultless(page, 'the list');
    await page.locator('main > .buttons button').first().click();
    await page.locator('#absence-person').selectOption('Dr. Jörg Probeßmann');
    await page.locator('#absence-deputy option').nth(1).waitFor({ state: 'attached' });
    await page.locator('#absence-untilDate').fill('');
    await page.locator('dialog button.main').click();
    await page.locator('dialog .field-error').waitFor();
    await isFaultless(page, 'the form');
    await page.keyboard.press('Escape');
    await page.locator('.days-away button').nth(1).click();
    await page.locator('dialog button.grave').waitFor();
    await isFaultless(page, 'withdrawing');
  });
}
