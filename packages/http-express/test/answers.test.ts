import { defineRoute, MemoryStore, StoreAway } from '@front-office/kernel';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { anna, ask, reception, walkIn } from './reception.ts';

const german = { 'Accept-Language': 'de-DE,de;q=0.9,en;q=0.8' };

describe('a visit over HTTP', () => {
  it('begins, is seen and ends; the same wish again is answered again and done once', async () => {
    const at = await reception();
    const began = await at.post('/visits/walk-in', walkIn, { 'Idempotency-Key': 'wish' });
    const again = await at.post('/visits/walk-in', walkIn, { 'Idempotency-Key': 'wish' });
    expect(began).toMatchObject({ status: 200, body: { version: 1, state: 'waiting' } });
    expect(again.body).toEqual(began.body);

    const path = `/visits/${began.body.case}`;
    expect(await at.post(`${path}/receive`, { badge: '17' })).toMatchObject({ body: { state: 'withHost' } });
    expect(await at.post(`${path}/leave`, {})).toMatchObject({ body: { state: 'left', version: 3 } });
    expect(await at.get(path)).toMatchObject({ status: 200, body: { context: { visitor: anna, badge: '17' } } });
    expect(await at.get('/hosts?search=pro')).toMatchObject({ body: { hosts: [{ name: 'Jörg Probeßmann' }] } });
  });

  it('is refused by its state, by its rules and to those who may not', async () => {
    const at = await reception();
    const visit = (await at.post('/visits/walk-in', walkIn)).body.case;
    await at.post(`/visits/${visit}/leave`, {});
    const answers = [
      await at.post(`/visits/${visit}/receive`, {}),
      await at.post('/visits/walk-in', { ...walkIn, purpose: 'delivery' }),
      await at.get(`/visits/${visit}`, { 'X-Actor': 'kiosk' }),
      await at.post('/visits/walk-in', walkIn, { 'Idempotency-Key': 'one' }),
      await at.post('/visits/walk-in', { ...walkIn, company: 'Muster AG' }, { 'Idempotency-Key': 'one' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'not_now'],
      [422, 'purpose_unknown'],
      [403, 'not_permitted'],
      [200, undefined],
      [422, 'request_reused'],
    ]);
  });

  it('says what cannot be done now in the language of the reader', async () => {
    const at = await reception();
    const visit = (await at.post('/visits/walk-in', walkIn)).body.case;
    const view = await at.get(`/visits/${visit}`, german);
    const sentences = view.body.actions.map(
      ({ command, refusal }: { command: string; refusal: { sentence: string } }) => [command, refusal?.sentence],
    );
    expect(Object.fromEntries(sentences)).toMatchObject({
      receive: undefined,
      checkIn: expect.stringContaining('Das ist nicht mehr möglich'),
    });
    expect(view.headers.get('Content-Language')).toBe('de');
  });
});

describe('a refusal', () => {
  it('is a problem with a code for programs and a sentence for people', async () => {
    const at = await reception();
    const answer = await at.post('/visits/walk-in', { ...walkIn, purpose: 'delivery' }, german);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('Content-Language')).toBe('de');
    expect(answer.body).toEqual({
      type: 'urn:front-office:refusal:purpose_unknown',
      title: 'purpose unknown',
      status: 422,
      code: 'purpose_unknown',
      detail: expect.stringContaining('Diesen Anlass gibt es hier nicht.'),
      figures: { purpose: 'delivery', offered: [] },
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    });
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['en-GB,de;q=0.5', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    [';;q=,', 'en'],
  ])('speaks for Accept-Language %s: %s', async (wanted, spoken) => {
    const answer = await (await reception()).get('/nowhere', { 'Accept-Language': wanted });
    expect(answer.headers.get('Content-Language')).toBe(spoken);
  });
});

describe('when something is not there', () => {
  class Away extends MemoryStore {
    override async load(): Promise<never> {
      throw new StoreAway('PostgreSQL cannot be reached: connect ECONNREFUSED');
    }
  }

  it('a store that is away is said to be away, and when to come again', async () => {
    const at = await reception({ store: new Away() });
    const answer = await at.post('/visits/walk-in', walkIn);
    expect(answer).toMatchObject({ status: 503, body: { code: 'store_away' } });
    expect(answer.headers.get('Retry-After')).toBe('2');
    expect(JSON.stringify(answer.body)).not.toContain('ECONNREFUSED');
  });

  it('a list by SQL says that the memory store has none', async () => {
    const at = await reception();
    expect(await at.get('/visits')).toMatchObject({ status: 501, body: { code: 'store_has_no_sql' } });
  });

  it('a bug is owned up to, under a number, without a word of what it was', async () => {
    const broken = defineRoute({
      method: 'GET',
      path: '/broken',
      summary: 'Throws',
      needs: 'visits.receive',
      input: z.strictObject({}),
      output: z.null(),
      run: async () => {
        throw new Error('select * from secrets');
      },
    });
    const answer = await (await reception({ routes: [broken] })).get('/broken');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal', figures: { id: expect.any(String) } } });
    expect(answer.body.instance).toBe(`urn:uuid:${answer.body.figures.id}`);
    expect(JSON.stringify(answer.body)).not.toContain('secrets');
  });
});

describe('health', () => {
  it.each([
    ['the store answers', async () => true, 200],
    ['the store says no', async () => false, 503],
    ['the store throws', () => Promise.reject(new StoreAway('gone')), 503],
  ])('tells whether work can be done: %s', async (_name, ready, status) => {
    const { url } = await reception({ app: { ready } });
    const readiness = await ask(`${url}/health/ready`);
    expect(readiness.status).toBe(status);
    expect(readiness.headers.get('Retry-After')).toBe(status === 503 ? '2' : null);
    expect(await ask(`${url}/health`)).toMatchObject({ status: 200, body: { status: 'up' } });
  });

  it('does not wait for a store that says nothing', async () => {
    const { url } = await reception({ app: { ready: () => new Promise(() => {}) } });
    expect(await ask(`${url}/health/ready`)).toMatchObject({ status: 503, body: { code: 'store_away' } });
  });
});

describe('every answer', () => {
  it('is for nobody to keep, and allows a page nothing but its own', async () => {
    const at = await reception();
    const { headers } = await at.get('/hosts?search=pro');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('ETag')).toBeNull();
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
  });

  it('comes from what an application adds, too, and HEAD answers without a body', async () => {
    const { url } = await reception({
      app: { extend: (app) => app.get('/kiosk', (_request, response) => response.json('page')) },
    });
    expect(await ask(`${url}/kiosk`)).toMatchObject({ status: 200, body: 'page' });
    expect(await ask(`${url}/kiosk`, { headers: { Origin: 'https://example.com' } })).toMatchObject({ status: 403 });
    expect(await ask(`${url}/api/v1/hosts?search=pro`, { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: undefined,
    });
  });
});

describe('routes that do not fit together', () => {
  const route = (path: string, input: z.ZodObject, refusals: string[] = []) =>
    defineRoute({
      method: 'GET',
      path,
      summary: '',
      needs: 'visits.receive',
      input,
      output: z.null(),
      refusals,
      run: async () => null,
    });
  const byId = z.strictObject({ id: z.string() });

  it.each([
    [
      'one address twice',
      [route('/rooms/{id}', byId), route('/rooms/{room}', z.strictObject({ room: z.string() }))],
      'one address',
    ],
    ['a name that is no field', [route('/rooms/{room}', byId)], 'no field "room"'],
    ['a path that is none', [route('rooms/', z.strictObject({}))], 'no path'],
    ["a code of this package's own", [route('/rooms', z.strictObject({}), ['internal'])], 'belongs to HTTP'],
  ])('are found at the start: %s', async (_name, routes, message) => {
    await expect(reception({ routes })).rejects.toThrow(message);
  });
});
