import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { atTheDoor, signsIn } from './at-the-door.ts';
import { PASSWORD } from './front-door.ts';

const comeToTheDoor = atTheDoor();
let here: Awaited<ReturnType<typeof comeToTheDoor>>;
afterEach(async () => {
  const { faults } = here;
  await here.getUp();
  expect(faults).toEqual([]);
});

const ANNA = 'anna@example.com';

const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();

/** Anna has signed in, here and in a Firefox elsewhere, and looks at her own sign-in. */
async function annaAtHerAccount() {
  here = await comeToTheDoor();
  const { desk, door, page } = here;
  const anna = await door.colleague(ANNA, 'Anna Beispielmüller');
  await page.goto(`${desk.address}account`);
  await signsIn(page, ANNA);
  await page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor();
  return { ...here, anna };
}

test('one sees where one is signed in, and ends it there', async () => {
  const { door, page, anna } = await annaAtHerAccount();
  const lines = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect
    .poll(() => lines.allTextContents())
    .toEqual([
      expect.stringMatching(/Chrome on Linux This browserSince 10:20, last 10:20/),
      expect.stringMatching(/Firefox.*End/),
    ]);
  await page.getByRole('button', { name: 'End Firefox' }).click();
  await said(page, '1 session is ended.');
  await expect.poll(() => lines.count()).toBe(1);
  expect(await door.signIn.whoAmI(anna.came)).toMatchObject({ refused: { code: 'not_signed_in' } });
});

test('all other sessions end at once', async () => {
  const { door, page } = await annaAtHerAccount();
  await door.signIn.signIn({ address: '192.0.2.8', agent: 'Firefox' }, { name: ANNA, password: PASSWORD });
  await page.reload();
  await page.getByRole('button', { name: 'End all others' }).click();
  await said(page, '2 sessions are ended.');
});
