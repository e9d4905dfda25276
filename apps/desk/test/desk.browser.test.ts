import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';

const sitDown = atTheDesk();
let here: Awaited<ReturnType<typeof sitDown>>;
async function arrive(options?: Parameters<typeof sitDown>[0]) {
  here = await sitDown(options);
  await here.page.goto(here.desk.address);
  await here.page.getByRole('heading', { name: /Expected|Erwartet/ }).waitFor();
  return here;
}
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

const group = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const focused = (page: Page) => page.locator(':focus');
const textOf = async (page: Page, selector: string) => (await page.locator(selector).textContent())?.trim();
const commandsAt = (visit: string) =>
  here.desk
    .history()
    .filter((entry) => entry.case === visit)
    .map(({ command }) => command);

describe('by mouse', () => {
  test('a visitor who walks in is seen, sent in with a badge and let go; the log has it all', async () => {
    const { desk, page } = await arrive();
    const visit = await desk.walksIn({ given: 'Mia', family: 'Mustersee' }, 'Beispiel & Sample');
    const row = group(page, 'Waiting').getByRole('row', { name: /Mia Mustersee/ });
    await row.waitFor();
    await expect
      .poll(() => row.textContent())
      .toMatch(/10:20.*Beispiel & Sample.*Dr\. Anna Beispielmüller.*Waiting just now/);

    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Mia Mustersee' }).waitFor();
    await page.getByRole('button', { name: 'Send in' }).click();
    await page.getByLabel(/Badge number/).fill('17');
    await page.getByRole('dialog').getByRole('button', { name: 'Send in' }).click();
    await page.getByText('“Send in” is saved. State: With host.').waitFor();
    await page.getByRole('button', { name: 'Has left the house' }).click();
    await page.getByText('There is nothing left to do for this visit.').waitFor();

    expect(await textOf(page, '.page-head .tag')).toBe('Left');
    await expect
      .poll(() => page.locator('.timeline strong').allTextContents())
      .toEqual(['Visitor arrived', 'Visitor received', 'Visitor left']);
    await page.locator('summary').nth(1).click();
    await expect.poll(() => page.locator('details[open]').textContent()).toMatch(/Badge17.*Recorded byreception/);
    expect(commandsAt(visit)).toEqual(['walkIn', 'receive', 'leave']);

    await page.getByRole('link', { name: 'Back to the list' }).click();
    await group(page, 'Ended today').getByRole('link', { name: 'Mia Mustersee' }).waitFor();
    expect(await textOf(page, ':focus')).toBe('Mia Mustersee');
  });

  test('two clicks in a row are one request', async () => {
    const { desk, page } = await arrive();
    const visit = await desk.walksIn({ family: 'Mustersee' });
    await page.goto(`${desk.address}visits/${visit}`);
    let sent = 0;
    await page.route('**/leave', async (route) => {
      sent++;
      await new Promise((later) => setTimeout(later, 300));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Has left the house' }).dblclick();
    await page.getByText('State: Left').waitFor();
    expect(sent).toBe(1);
  });

  test('a visitor is announced for a host who is found by three letters', async () => {
    const { page } = await arrive({ hasTouch: true });
    await page.getByRole('link', { name: 'Announce a visitor' }).tap();
    await page.getByLabel('Family name').fill('Probestein');
    await page.getByLabel('Who is visited?').fill('Pr');
    await page.waitForTimeout(400);
    expect(await page.getByRole('option').count()).toBe(0);
    await page.getByLabel('Who is visited?').fill('Pro');
    await page.getByRole('option', { name: 'Dr. Jörg Probeßmann' }).tap();
    expect(await page.getByLabel('Day').inputValue()).toBe('2026-06-30');
    expect(await page.getByLabel('Time').inputValue()).toBe('10:30');
    await page.getByRole('button', { name: 'Announce' }).tap();

    await page.getByRole('heading', { level: 1, name: 'Probestein' }).waitFor();
    await page.getByText('The visitor is announced.').waitFor();
    expect(await textOf(page, '.page-head .tag')).toBe('Expected');
    await expect
      .poll(() => page.locator('.facts').first().textContent())
      .toMatch(/Dr\. Jörg Probeßmann.*Expected at10:30/);
  });
});

describe('by keyboard alone', () => {
  /** Tab until the focus is on what has this text. */
  async function tabTo(page: Page, text: RegExp) {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      // Not `:focus`, which no element has while the focus is on the calendar button inside a date entry.
      if (text.test(await page.evaluate<string>('document.activeElement.textContent'))) return;
    }
    throw new Error(`No Tab leads to ${text}`);
  }

  test('a visitor is turned away with a reason, which cannot be left out', async () => {
    const { desk, page } = await arrive();
    const visit = await desk.walksIn({ given: 'Bernd', family: 'Probezorn' });
    await group(page, 'Waiting').getByText('Check barred list').waitFor();
    await page.keyboard.press('Tab');
    expect(await textOf(page, ':focus')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await tabTo(page, /Bernd Probezorn/);
    await page.keyboard.press('Enter');
    await page.getByText('This name is on the barred list.').waitFor();
    expect(await textOf(page, ':focus')).toBe('Bernd Probezorn');

    await tabTo(page, /^Turn away$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Turn away$/);
    await page.keyboard.press('Enter');
    await page.getByText('Please give the reason.').waitFor();
    await expect.poll(() => focused(page).getAttribute('aria-describedby')).toMatch(/command-reason-error/);
    await page.keyboard.type('It is the same person');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter'); // the focus is back on the button that opened the form
    expect(await page.getByLabel('Reason').inputValue()).toBe('It is the same person');
    await tabTo(page, /^Turn away$/);
    await page.keyboard.press('Enter');
    await page.getByText('State: Turned away').waitFor();
    expect(await textOf(page, ':focus')).toBe('Bernd Probezorn');
    expect(commandsAt(visit)).toEqual(['walkIn', 'turnAway']);
  });

  test('an announcement without its entries says what is missing, and leads there', async () => {
    const { page } = await arrive();
    await tabTo(page, /^Announce a visitor$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Announce a visitor' }).waitFor();
    await tabTo(page, /^Announce$/);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Please check what you entered' }).waitFor();
    await expect.poll(() => focused(page).textContent()).toMatch(/Please enter the family name\..*who is visited\./);
    await expect.poll(() => page.title()).toMatch(/^Error: Announce a visitor/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page).getAttribute('id')).toBe('announce-family');
    await page.keyboard.type('Probestein');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Bei');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox').inputValue()).toBe('Dr. Anna Beispielmüller');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Probestein' }).waitFor();
  });
});
