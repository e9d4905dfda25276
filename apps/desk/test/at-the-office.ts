import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { launchBrowser } from '../../../test/support/browser.ts';
import { dataFolder, type ServerUnderTest, startServer } from '../../../test/support/server.ts';

/** People of the demo practice who sign in by a press: an owner, the practice manager, and two at the front desk. */
export type Colleague = 'Anna' | 'Sabine' | 'Lena' | 'Zoë';

/** One browser, and the real server with its demo day on a database of its own, for a file of tests. */
export function atTheOffice() {
  // A locator gives up before its test does, so that a failure says what was missing.
  vi.setConfig({ testTimeout: 60_000 });
  let browser: Browser | undefined;
  let server: ServerUnderTest | undefined;
  let folder: Awaited<ReturnType<typeof dataFolder>> | undefined;
  let comesToAnEnd: (() => Promise<unknown>)[] = [];
  const faults: string[] = [];
  const started = () => {
    if (!browser || !server) throw new Error('The server is started before the tests');
    return { browser, server };
  };

  beforeAll(async () => {
    folder = await dataFolder();
    [browser, server] = await Promise.all([launchBrowser(), startServer({ DATA_DIR: folder.path })]);
  }, 60_000);
  afterEach(async () => {
    const ends = comesToAnEnd;
    comesToAnEnd = [];
    await Promise.all(ends.map((end) => end()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await folder?.remove();
  });

  /** A new browser profile before this page of the server. */
  async function opens(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const { browser, server } = started();
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    comesToAnEnd.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      const isAnswer = message.text().startsWith('Failed to load resource'); // a refusal, which the screen shows
      if (message.type() === 'error' && !isAnswer) faults.push(message.text());
    });
    await page.goto(`${server.url}${path}`);
    return page;
  }

  return {
    opens,
    /** Somebody of the demo signs in, and this page of the desk is before them. */
    async comesIn(colleague: Colleague, path = '/', options: BrowserContextOptions = {}): Promise<Page> {
      const page = await opens(`/desk${path}`, options);
      await page.getByRole('button', { name: new RegExp(`${colleague} `) }).click();
      await page.locator('header .person').waitFor();
      return page;
    },
    /** What somebody does elsewhere: the owner, over the API. */
    does: async (path: string, body: object) => {
      const answer = await started().server.as('desk').post(path, body);
      if (answer.status !== 200) throw new Error(`${path} was answered ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    /** The mails that the server has written into its folder, as text. */
    mails: async () => {
      const at = join(folder?.path ?? '', 'mail');
      const names = await readdir(at).catch(() => []); // none was written yet
      return Promise.all(names.map((name) => readFile(join(at, name), 'utf8')));
    },
    looksUp: async (path: string) => (await started().server.as('desk').get(path)).body,
  };
}

type Office = ReturnType<typeof atTheOffice>;

/** A new colleague, who receives visitors. Answers the id. */
export async function takesOn({ does, looksUp }: Office, given: string, family: string): Promise<string> {
  const { sites } = await looksUp('/sites?limit=200');
  const name = { given, family };
  const taken = await does('/staff-members', { name, site: sites[0].id, receivesVisitors: true, active: true });
  return taken.case;
}

/** The id of somebody who works here, by their last name. */
export async function idOf({ looksUp }: Office, family: string): Promise<string> {
  const { staff } = await looksUp('/staff?limit=200');
  return staff.find((member: { name: { family: string } }) => member.name.family === family).id;
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The notice of a refusal, which takes the focus, with this sentence in it. */
export const refused = (page: Page, sentence: string | RegExp) =>
  page.locator('.notice-bad:focus').filter({ hasText: sentence }).waitFor();

/** What the page said after something was done. */
export const said = (page: Page, sentence: string | RegExp) =>
  page.locator('.said[role=status]').filter({ hasText: sentence }).waitFor();

/** Presses Tab and answers what has the focus after each time, as it is called or labelled. */
export async function tabsThrough(page: Page, times: number): Promise<string[]> {
  const met: string[] = [];
  for (let step = 0; step < times; step += 1) {
    await page.keyboard.press('Tab');
    met.push(await focusedName(page));
  }
  return met;
}

/** What the entry that has the focus is labelled with, or what the button or link says. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const labels = (focused as HTMLInputElement | null)?.labels; // only entries have labels
    const text = labels?.[0]?.firstChild?.textContent?.trim() || labels?.[0]?.textContent || focused?.textContent;
    return (text ?? '').trim();
  });
