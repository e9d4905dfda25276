import type { BrowserContextOptions, Page } from 'playwright-core';
import { atTheDesk } from './at-the-desk.ts';
import { frontDoor, PASSWORD } from './front-door.ts';

/** A desk that one has to sign in to; each `comeToTheDoor` is a new office and a new browser profile. */
export function atTheDoor() {
  const sitDown = atTheDesk();
  return async function comeToTheDoor(
    options: BrowserContextOptions = {},
    doorOptions: Parameters<typeof frontDoor>[0] = {},
  ) {
    const door = frontDoor(doorOptions);
    const here = await sitDown(options, door.open);
    door.standsAt(here.desk.address);
    return { ...here, door };
  };
}

/** Types name and password where they are asked for, and sends them. */
export async function signsIn(page: Page, name: string, password = PASSWORD) {
  await page.locator('#sign-in-name').fill(name);
  await page.locator('#sign-in-password').fill(password);
  await page.locator('#sign-in-password').press('Enter');
}

/** Opens the menu under one's own name and chooses from it. */
export async function choosesFromMenu(page: Page, what: string) {
  await page.getByRole('button', { name: /: more$/ }).click();
  await page.locator('#person-menu').getByText(what, { exact: true }).click();
}

export const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Visitors today' });
export const focused = (page: Page) => page.locator(':focus');
