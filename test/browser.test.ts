import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
}, 30_000);
afterAll(() => browser?.close());

test('a real Chromium opens a page of this machine, in a secure context, and draws its letters', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<title>Front desk</title><span>Willkommen</span>');
  }).listen(0, '127.0.0.1');
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);

    expect(await page.title()).toBe('Front desk');
    expect(await page.evaluate('isSecureContext')).toBe(true);
    // Without a font no letter has a width.
    const box = await page.locator('span').boundingBox();
    expect(box?.width).toBeGreaterThan(50);
  } finally {
    server.close();
  }
});
