import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { screens } from '../../apps/api/src/screens.ts';
import { MemoryStore } from '../../packages/kernel/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { newServer } from '../known-failures/practice.ts';
import { ask, nameOf } from '../matrix/ask.ts';
import { type HouseOfTwo, houseOfTwo } from '../matrix/house.ts';
import { rows } from '../matrix/rows.ts';

let house: HouseOfTwo;
beforeAll(async () => {
  house = await houseOfTwo(new MemoryStore(), new MemoryDirectory());
}, 60_000);
afterAll(() => house.stop());

it('no answer of the API leads anywhere else, and each keeps its address to itself', async () => {
  const as = { ...house.callers.owner, 'x-forwarded-proto': 'http', 'x-forwarded-host': 'stranger.example' };
  for (const route of [...house.routes, ...house.doors]) {
    const { status, text } = await ask(house.base, route, rows[nameOf(route)]?.(house.ownIds) ?? {}, { as });
    expect([nameOf(route), status >= 300 && status < 400]).toEqual([nameOf(route), false]);
    expect(text).toContain('referrer-policy: no-referrer');
    expect(text).not.toMatch(/^location: /m);
  }
});

const leading = [
  '/kiosk',
  '//stranger.example',
  '//stranger.example/..',
  '/\\stranger.example/',
  '/desk//stranger.example',
  '/desk/assets//stranger.example/%2e%2e',
  '/kiosk//stranger.example/%2e%2e',
];
const beside = ['.git/config', '../.git/config', '../../.git/HEAD', '%2e%2e/package.json', 'assets/../../.git/HEAD'];

it('pages lead only to pages of this server, and no file of the workspace is served with them', async () => {
  const server = await newServer({ extend: (app) => app.use(screens()) });
  onTestFinished(() => server.stop());
  expect((await asWritten(server.url, '/')).headers.location).toBe('/desk/');
  for (const path of leading) {
    const { location = '/' } = (await asWritten(server.url, path)).headers;
    expect([path, new URL(location, server.url).origin]).toEqual([path, server.url]);
  }
  for (const path of beside.flatMap((file) => [`/kiosk/${file}`, `/desk/${file}`])) {
    const { statusCode, text } = await asWritten(server.url, path);
    expect([path, statusCode === 404 || text.startsWith('<!doctype html>')]).toEqual([path, true]);
  }
});

it('whoever names another address as their own is not believed, unless a trusted proxy says so', async () => {
  const guesses = async (trustedProxies: readonly string[]) => {
    const server = await newServer({ trustedProxies });
    onTestFinished(() => server.stop());
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 32; guess += 1) {
      const named = {
        'x-forwarded-for': `198.51.100.${guess}`,
        'x-real-ip': `198.51.100.${guess}`,
        forwarded: 'for=198.51.100.1',
      };
      const wrong = { name: `person${guess}@example.com`, password: 'a wrong password' };
      codes.push((await server.browser().post('/sign-in', wrong, named)).code);
    }
    return new Set(codes);
  };
  expect(await guesses([])).toEqual(new Set(['sign_in_failed', 'too_many_tries']));
  expect(await guesses(['192.0.2.0/24'])).toEqual(new Set(['sign_in_failed', 'too_many_tries']));
  expect(await guesses(['127.0.0.1'])).toEqual(new Set(['sign_in_failed']));
});

/** What a server answers to a path as it is written: `fetch` would tidy it first. */
async function asWritten(url: string, path: string) {
  const asking = request(url, { path });
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += chunk;
  return { statusCode: response.statusCode, headers: response.headers, text: text.toLowerCase() };
}
