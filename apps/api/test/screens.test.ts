import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { screens } from '../src/screens.ts';

let server: Server;
beforeAll(async () => {
  const app = express().use(screens());
  app.use((_request, response) => response.status(404).send('unknown'));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

async function ask(path: string, init: RequestInit = {}) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: response.status, caching: response.headers.get('cache-control'), text: await response.text() };
}

const assets = (name: string) => readdirSync(new URL(`../../${name}/dist/assets/`, import.meta.url));

it.each(['/kiosk/', '/desk/', '/desk/visits/0190a0b0-0000-7000-8000-000000000001', '/kiosk/%2e%2e%2fpackage.json'])(
  'the page at %s is asked for anew each time',
  async (path) => {
    const page = await ask(path);
    expect(page).toMatchObject({ status: 200, caching: 'no-cache' });
    expect(page.text).toMatch(/^<!doctype html>/i);
  },
);

it.each(['kiosk', 'desk'])('a file of the %s with a hash in its name is kept for good', async (name) => {
  const [file] = assets(name);
  expect(await ask(`/${name}/assets/${file}`)).toMatchObject({
    status: 200,
    caching: 'public, max-age=31536000, immutable',
  });
});

it.each(['nothing.js', '', '..%2findex.html', '..%2f..%2f..%2f..%2fpackage.json', '%2e%2e%2f%2e%2e%2fpackage.json'])(
  'there is nothing at /kiosk/assets/%s, and no page in its place',
  async (path) => {
    expect(await ask(`/kiosk/assets/${path}`)).toMatchObject({ status: 404, text: 'unknown' });
  },
);

it('nothing can be sent to a page or a file', async () => {
  for (const path of ['/', '/kiosk/', '/desk/index.html', `/desk/assets/${assets('desk')[0]}`])
    expect(await ask(path, { method: 'POST', body: '{}' })).toMatchObject({ status: 404, text: 'unknown' });
});
