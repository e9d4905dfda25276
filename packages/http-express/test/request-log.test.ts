import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { defineDoor, defineRoute, refuse } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { newId } from '@front-office/values';
import { visitsModule } from '@front-office/visits';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { HttpAppOptions } from '../src/index.ts';
import { host, office, reception, walkIn } from './reception.ts';

const canary = 'Kanarienvogel';

/** A bug that quotes what it was given, as drivers do, also in its stack and its cause. */
const quoting = defineRoute({
  method: 'POST',
  path: '/quoting',
  summary: 'Throws',
  needs: 'visits.receive',
  input: z.strictObject({ name: z.string() }),
  output: z.null(),
  run: async (_asked, { name }) => {
    const cause = Object.assign(new Error(`Key (name)=(${name})`), { code: '23505', detail: name });
    throw new TypeError(`no such name\n    at ${name} (/${name}.ts:1:1)`, { cause });
  },
});

async function logging(app: Partial<HttpAppOptions> = {}) {
  const lines: string[] = [];
  const logger = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const at = await reception({ logger, app, routes: [...visitsModule.routes, quoting] });
  return { ...at, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

it('keeps one line a request, with the pattern of the route and never its address', async () => {
  const at = await logging();
  await at.get(`/visits/${newId()}`);
  await at.post('/visits/walk-in', walkIn, { 'Idempotency-Key': 'wish' });
  await at.get('/nowhere');
  await at.close();
  const line = { level: 30, time: expect.any(Number), msg: 'request', id: expect.any(String), ms: expect.any(Number) };
  const route = '/api/v1/visits';
  const by = 'staff desk';
  const none = { by: null, door: false, refused: null, office: null, request: null };
  expect(at.entries()).toEqual([
    { ...line, ...none, method: 'GET', route: `${route}/{visit}`, status: 404, office, by, refused: 'not_found' },
    {
      ...line,
      ...none,
      by,
      method: 'POST',
      route: `${route}/walk-in`,
      status: 200,
      office,
      request: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
    { ...line, ...none, method: 'GET', route: null, status: 404, refused: 'route_unknown' },
  ]);
});

it('tells of refusals that an attack would leave behind as of something to look at, and of whom', async () => {
  const bell = defineDoor({
    method: 'POST',
    path: '/bell',
    summary: 'Say the word',
    opensTo: 'anyone',
    input: z.strictObject({ word: z.string() }),
    output: z.object({}),
    run: async () => ({ refused: refuse('word_wrong') }),
  });
  const warned = async (
    app: Partial<HttpAppOptions>,
    ask: (at: Awaited<ReturnType<typeof logging>>) => Promise<unknown>,
  ) => {
    const at = await logging({ ...app, say: () => 'No.' });
    await ask(at);
    await at.close();
    return at.entries().map(({ level, by, door, refused, status }) => [level, by, door, refused, status]);
  };
  const WARN = 40;
  const INFO = 30;
  const doors = [bell];
  expect(await warned({ doors }, (at) => at.post('/bell', { word: canary }))).toEqual([
    [WARN, null, true, 'word_wrong', 422],
  ]);
  const authenticate = () => ({ office, actor: actor('guest', 'nothing.at.all') });
  expect(await warned({ authenticate }, (at) => at.get('/visit-policy'))).toEqual([
    [WARN, 'staff guest', false, 'not_permitted', 403],
  ]);
  expect(await warned({}, (at) => at.get('/visit-policy', { Origin: 'https://elsewhere.example' }))).toEqual([
    [WARN, null, false, 'origin_not_allowed', 403],
  ]);
  const countRequest = async () => ({ limit: 1, remaining: -1, resetSeconds: 9 });
  expect(await warned({ countRequest }, (at) => at.get('/visit-policy'))).toEqual([
    [WARN, 'staff desk', false, 'too_many_requests', 429],
  ]);
  expect(await warned({ authenticate: () => undefined }, (at) => at.get('/visit-policy'))).toEqual([
    [INFO, null, false, 'not_signed_in', 401],
  ]);
});

it('never holds a name, wherever it was said and however the request ended', async () => {
  const at = await logging();
  const statuses = [
    await at.post('/visits/walk-in', { visitor: { family: canary }, host, company: canary }),
    await at.post('/visits/walk-in', { visitor: { family: canary }, host, purpose: canary.toLowerCase() }),
    await at.post('/visits/walk-in', { [canary]: canary }),
    await at.post('/visits/walk-in', `{"${canary}"`),
    await at.post('/visits/walk-in', walkIn, { 'Idempotency-Key': canary, 'User-Agent': canary, Cookie: canary }),
    await at.post('/quoting', { name: canary }),
    await at.get(`/hosts?search=${canary}&${canary}=1`),
    await at.get(`/hosts?search=${canary}`, { 'X-Forwarded-For': canary, Authorization: canary }),
    await at.get(`/visits/${canary}`),
    await at.get(`/${canary}`),
    await at.get('/hosts?search=pro', { Origin: `https://${canary}.example` }),
  ].map(({ status }) => status);
  await at.close();
  expect(statuses).toEqual([200, 422, 400, 400, 200, 500, 400, 200, 400, 404, 403]);
  const log = at.lines.join('').toLowerCase();
  expect(log).not.toContain(canary.toLowerCase());
  expect(log).not.toContain('127.0.0.1');
});

it('never holds what proves somebody, nor what a browser tells of itself', async () => {
  const refuses = () => {
    throw new Error(`quotes ${canary}`);
  };
  const statuses: number[] = [];
  const lines: string[] = [];
  for (const app of [
    {},
    { authenticate: () => undefined },
    { authenticate: refuses },
  ] satisfies Partial<HttpAppOptions>[]) {
    const at = await logging(app);
    for (const secret of [
      { Cookie: `__Host-front-office-session=${canary}; __Host-front-office-device=${canary}` },
      { Authorization: `Bearer ${canary}` },
      { 'User-Agent': canary, Referer: `http://localhost/${canary}`, 'X-Forwarded-For': canary },
      { Cookie: `__Host-front-office-session=${canary}`, Authorization: `Bearer ${canary}` },
    ]) {
      statuses.push((await at.get('/visit-policy', secret)).status);
      statuses.push((await at.post('/quoting', { name: canary }, secret)).status);
    }
    await at.close();
    lines.push(...at.lines);
  }
  expect(new Set(statuses)).toEqual(new Set([200, 400, 401, 403, 500]));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => line.includes(canary))).toEqual([]);
});

it('tells of a bug where it happened, under the number that the caller was given', async () => {
  const at = await logging();
  const { body } = await at.post('/quoting', { name: canary });
  await at.close();
  expect(at.entries()[0]).toMatchObject({
    msg: 'bug',
    id: body.figures.id,
    route: '/api/v1/quoting',
    error: {
      type: 'TypeError',
      frames: expect.arrayContaining([expect.stringContaining('request-log.test.ts')]),
      cause: { type: 'Error', code: '23505' },
    },
  });
});

it('tells of a caller who hung up that nothing was answered, and calls it no bug', async () => {
  const gone = Promise.withResolvers<void>();
  const authenticating = Promise.withResolvers<void>();
  const authenticate = async () => {
    authenticating.resolve();
    await gone.promise;
    return { office, actor: actor('desk', 'visits.checkInSelf') };
  };
  for (const app of [{ authenticate }, {}]) {
    const at = await logging(app);
    const socket = connect(at.port, '127.0.0.1');
    const head = ['Host: localhost', 'Content-Type: application/json', 'Idempotency-Key: a', 'Content-Length: 9'];
    socket.write(`POST /api/v1/visits/walk-in HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{`);
    if ('authenticate' in app) await authenticating.promise;
    else await after(50);
    socket.destroy();
    await vi.waitUntil(() => at.lines.length > 0);
    gone.resolve();
    await after(20);
    expect(at.entries()).toMatchObject([{ msg: 'request', status: null, route: '/api/v1/visits/walk-in' }]);
  }
});
