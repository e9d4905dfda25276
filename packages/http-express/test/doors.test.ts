import { defineDoor, refuse } from '@front-office/kernel';
import { plusMs } from '@front-office/values';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { networkOf } from '../src/door-handler.ts';
import { reception } from './reception.ts';

/** A house with a bell: whoever knows the word gets a session, and with it the way to the garden. */
const doors = [
  defineDoor({
    method: 'POST',
    path: '/bell',
    summary: 'Say the word',
    opensTo: 'anyone',
    input: z.strictObject({ word: z.string() }),
    output: z.object({ from: z.string(), browser: z.string().nullable(), services: z.unknown() }),
    async run({ now, keep, address, browser, services }, { word }) {
      if (word !== 'sesame') return { refused: refuse('not_found') };
      keep('session', { text: 'a-secret', until: plusMs(now(), 90_500) });
      return { from: address, browser, services };
    },
  }),
  defineDoor({
    method: 'GET',
    path: '/garden',
    summary: 'Look into the garden',
    opensTo: 'session',
    input: z.strictObject({}),
    output: z.object({ secret: z.string().optional() }),
    run: async ({ secrets }) => ({ ...(secrets.session && { secret: secrets.session }) }),
  }),
  defineDoor({
    method: 'POST',
    path: '/garden/leave',
    summary: 'Leave',
    opensTo: 'session',
    input: z.strictObject({}),
    output: z.object({}),
    async run({ keep }) {
      keep('session', null);
      return {};
    },
  }),
] as const;

async function house() {
  const { url } = await reception({ app: { doors, services: { bell: 'rings' } } });
  const api = `${url}/api/v1`;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(api + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(api + path, { headers });
  return { url, post, get };
}

const code = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];
const cookie = { Cookie: '__Host-front-office-session=a-secret' };

it('a door answers whoever is not signed in, with what the server gave it to work with', async () => {
  const { post } = await house();
  const answer = await post('/bell', { word: 'sesame' }, { 'User-Agent': 'B'.repeat(300) });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { from: '127.0.0.1', browser: 'B'.repeat(200), services: { bell: 'rings' } },
  ]);
  expect(await code(await post('/bell', { word: 'open' }))).toEqual([404, 'not_found']);
});

it('a secret is kept in a cookie of this host alone, that no script reads and no other site sends', async () => {
  const { post } = await house();
  const answer = await post('/bell', { word: 'sesame' });
  expect(answer.headers.getSetCookie()).toEqual([
    '__Host-front-office-session=a-secret; Max-Age=90; Path=/; HttpOnly; Secure; SameSite=Strict',
  ]);
});

it('a door for those with a secret opens to nobody else, and hands on what they brought', async () => {
  const { get } = await house();
  expect(await code(await get('/garden'))).toEqual([401, 'not_signed_in']);
  expect(await (await get('/garden', cookie)).json()).toEqual({ secret: 'a-secret' });
  for (const wrong of [
    'front-office-session=a-secret',
    '__Host-front-office-session=',
    `__Host-front-office-session=${'x'.repeat(201)}`,
  ])
    expect(await code(await get('/garden', { Cookie: wrong }))).toEqual([401, 'not_signed_in']);
});

it('a secret that is taken away is gone from the browser', async () => {
  const { url, post } = await house();
  const answer = await post('/garden/leave', {}, { ...cookie, Origin: url });
  expect(answer.headers.getSetCookie()).toEqual([
    '__Host-front-office-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
  ]);
});

it('who brings a cookie to change something must say which page asks, and it must be one of ours', async () => {
  const { url, post } = await house();
  const leave = async (headers: Record<string, string>) =>
    code(await post('/garden/leave', {}, { ...cookie, ...headers }));
  expect(await leave({})).toEqual([403, 'origin_not_allowed']);
  expect(await leave({ Origin: 'https://example.com' })).toEqual([403, 'origin_not_allowed']);
  expect(await leave({ Origin: 'null' })).toEqual([403, 'origin_not_allowed']);
  expect(await leave({ 'Sec-Fetch-Site': 'same-origin' })).toEqual([200, undefined]);
  expect(await leave({ Origin: url })).toEqual([200, undefined]);
});

it('a cookie and a key at once are two sign-ins, and neither counts', async () => {
  const { get } = await house();
  expect(await code(await get('/garden', { ...cookie, Authorization: 'Bearer fo_key_x' }))).toEqual([
    400,
    'two_sign_ins',
  ]);
});

it('a door reads and checks what it is sent like any route', async () => {
  const { url, post } = await house();
  expect(await code(await post('/bell', { word: 'sesame', more: 1 }))).toEqual([400, 'input_invalid']);
  expect(await code(await post('/bell', { word: 'sesame' }, { 'Idempotency-Key': 'a:b' }))).toEqual([
    400,
    'idempotency_key_invalid',
  ]);
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as { paths: Record<string, unknown> };
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/bell', '/garden', '/garden/leave']));
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
