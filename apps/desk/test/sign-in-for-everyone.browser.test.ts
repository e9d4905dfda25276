import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheDoor, signsIn } from './at-the-door.ts';
import { PIN } from './front-door.ts';
import { tooSmall } from './targets.ts';
import { virtualAuthenticator } from './virtual-authenticator.ts';

const comeToTheDoor = atTheDoor();
type Here = Awaited<ReturnType<typeof comeToTheDoor>>;
const ANNA = 'anna@example.com';

/** Each screen in the shape in which it holds most, and how to get there from the one before. */
const screens: readonly (readonly [string, (page: Page, here: Here) => Promise<unknown>])[] = [
  ['signing in, in a demo', (page) => page.locator('.doorway-more').waitFor()],
  [
    'what is missing',
    async (page) => {
      await page.locator('button.main').click();
      await page.locator('.field-error').nth(1).waitFor();
    },
  ],
  [
    'what went wrong',
    async (page) => {
      await signsIn(page, ANNA, 'falsch');
      await page.locator('form > .notice').waitFor();
    },
  ],
  [
    'the second proof',
    async (page) => {
      await signsIn(page, 'bernd@example.com');
      await page.locator('#second-code').fill('000000');
      await page.keyboard.press('Enter');
      await page.locator('.field-error').waitFor();
    },
  ],
  [
    'the choice of an office',
    async (page) => {
      await page.locator('.buttons button:not(.main)').click();
      await signsIn(page, ANNA);
      await page.locator('.people li').nth(1).waitFor();
    },
  ],
  [
    'one’s own menu',
    async (page) => {
      await page.locator('.people button').first().click();
      await page.locator('.person button').first().click();
      await page.locator('#person-menu').waitFor();
      await page.locator('.visitor-link').first().waitFor();
    },
  ],
  [
    'one’s own sign-in',
    async (page) => {
      await page.locator('#person-menu a[href$=account]').click();
      await page.locator('.own li').nth(2).waitFor();
    },
  ],
  [
    'adding a passkey',
    async (page) => {
      const device = await virtualAuthenticator(page);
      await page.locator('[aria-labelledby=passkeys] .buttons button').click();
      await page.locator('#account-label').fill('Mein Telefon, das ich immer dabeihabe');
      await page.keyboard.press('Enter');
      await page.locator('[aria-labelledby=passkeys] .own button').waitFor();
      await device.willing(false); // it is not to answer when it is offered, but only when somebody asks
    },
  ],
  [
    'a form over it, with errors',
    async (page) => {
      await page.locator('.account button').first().click();
      await page.locator('dialog button.main').click();
      await page.locator('dialog .field-error').nth(1).waitFor();
    },
  ],
  [
    'setting up one-time codes',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('[aria-labelledby=codes] .buttons button').first().click();
      await page.locator('.qr path[d^=M]').waitFor();
    },
  ],
  [
    'asking before a passkey is removed',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('[aria-labelledby=passkeys] .own button').first().click();
      await page.locator('#confirm-title').waitFor();
    },
  ],
  [
    'a fresh proof',
    async (page, { desk }) => {
      await desk.minutesPass(11);
      await page.locator('dialog button.grave').click();
      await page.locator('#proof-title').waitFor();
    },
  ],
  [
    'who is at the desk',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.locator('.person button').first().click();
      await page.locator('#person-menu button').first().click();
      await page.locator('.people').waitFor();
    },
  ],
  [
    'a locked place, with a wrong PIN',
    async (page) => {
      await page.locator('.people button').first().click();
      await page.locator('.person > button').nth(1).click();
      await page.locator('#pin').fill('111222');
      await page.locator('form > .notice').waitFor();
      await page.keyboard.type(PIN.slice(0, 3));
    },
  ],
  [
    'an invitation',
    async (page, { desk, door }) => {
      await page.goto(`${desk.address}invitation#${await door.invite('neu@example.com')}`);
      await page.locator('#invitation-password').waitFor();
    },
  ],
  [
    'a new password',
    async (page, { desk, door }) => {
      await page.goto(`${desk.address}recovery#${await door.recover(ANNA)}`);
      await page.locator('#recovery-password').fill('kurz');
      await page.keyboard.press('Enter');
      await page.locator('.field-error').waitFor();
    },
  ],
  ['a link that is not whole', (page) => page.reload().then(() => page.locator('[role=alert]').waitFor())],
];

for (const locale of ['de-DE', 'en-GB']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test(`signing in is without fault for axe and fits: ${locale}, ${colorScheme}, ${width} px`, async () => {
        const here = await comeToTheDoor({ locale, colorScheme, viewport: { width, height: 800 } }, { demo: true });
        const { desk, door, page, faults, getUp } = here;
        const name = 'Prof. Dr. Anna-Katharina Beispielmüller-Mustergrün';
        await door.colleague(ANNA, name, { pin: true, branch: true });
        await door.colleague('bernd@example.com', 'Bernd Probezorn', { codes: true });
        await door.demoPerson('Anna-Katharina Beispielmüller (Praxismanager:in)');
        await page.goto(desk.address);
        for (const [what, goThere] of screens) {
          await goThere(page, here);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${what}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth'), what).toBeLessThanOrEqual(width);
          expect(await tooSmall(page), what).toEqual([]);
        }
        expect(faults).toEqual([]);
        await getUp();
      });
    }
  }
}
