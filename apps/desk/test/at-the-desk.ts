import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { launchBrowser } from '../../../test/support/browser.ts';
import { buildDesk } from './built-desk.ts';
import { type FrontDoor, type House, openDesk } from './desk-server.ts';

/** One browser and one build for a file of tests; each `sitDown` is a new office and a new browser profile. */
export function atTheDesk() {
  // A locator gives up before its test does, so that a failure says what was missing.
  vi.setConfig({ testTimeout: 60_000 });
  let browser: Browser | undefined;
  let built: Awaited<ReturnType<typeof buildDesk>> | undefined;
  beforeAll(async () => {
    [browser, built] = await Promise.all([launchBrowser(), buildDesk()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await built?.remove();
  });

  return async function sitDown(options: BrowserContextOptions = {}, frontDoor?: (house: House) => FrontDoor) {
    if (!browser || !built) throw new Error('The browser is started before the tests');
    const desk = await openDesk(built.folder, frontDoor);
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    /** What went wrong in the page: an exception, a file that the security policy forbids. */
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      const isPlanned = message.text().startsWith('Failed to load resource'); // an answer that a test kept back
      if (message.type() === 'error' && !isPlanned) faults.push(message.text());
    });
    const getUp = async () => {
      await context.close();
      await desk.close();
    };
    return { desk, context, page, faults, getUp };
  };
}
