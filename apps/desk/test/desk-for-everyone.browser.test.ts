import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { tooSmall } from './targets.ts';

const sitDown = atTheDesk();

/** Each screen in the shape in which it holds most, and how to get there from the one before. */
const screens: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['today', (page) => page.locator('.tag-bad').waitFor()],
  [
    'one visit, with details',
    async (page) => {
      await page.getByRole('link', { name: /Probezorn/ }).click();
      await page.locator('summary').first().click();
      await page.locator('.notice-warn .notice-title').waitFor();
    },
  ],
  [
    'the form of a command, with its message',
    async (page) => {
      await page.locator('button.grave').click();
      await page.locator('dialog button.grave').click();
      await page.locator('dialog .field-error').waitFor();
    },
  ],
  [
    'announcing, with the hosts found',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.area').nth(1).click();
      await page.getByRole('combobox').fill('Beisp');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  ],
  [
    'announcing, with errors',
    async (page) => {
      await page.locator('form button.main').click();
      await page.locator('.notice').waitFor();
    },
  ],
  [
    'what is stuck',
    async (page) => {
      await page.locator('.area').nth(2).click();
      await page.locator('.stuck li').nth(1).waitFor();
    },
  ],
];

for (const locale of ['de-DE', 'en-GB']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test(`every screen is without fault for axe and fits: ${locale}, ${colorScheme}, ${width} px`, async () => {
        const { desk, page, faults, getUp } = await sitDown({ locale, colorScheme, viewport: { width, height: 800 } });
        const company = 'Beispielmedizintechnikgesellschaft und Laborbedarf GmbH & Co. KG';
        desk.mailServer.answers = 'refuses the address';
        await desk.walksIn({ given: 'Bernd', family: 'Probezorn' }, company);
        await desk.minutesPass(1);
        desk.mailServer.answers = 'refuses the password';
        await desk.minutesPass(2);
        await page.goto(desk.address);
        for (const [name, goThere] of screens) {
          await goThere(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
          expect(await tooSmall(page), name).toEqual([]);
        }
        expect(faults).toEqual([]);
        await getUp();
      });
    }
  }
}

test('the language is switched, spoken by the whole page, and remembered', async () => {
  const { desk, page, getUp } = await sitDown({ locale: 'fr-FR' });
  await page.goto(desk.address);
  await page.getByRole('heading', { name: 'Besuche heute' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Visitors today' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.title()).toMatch(/Visitors today – Front Office/);
  await page.reload();
  await page.getByRole('heading', { name: 'Visitors today' }).waitFor();
  await getUp();
});
