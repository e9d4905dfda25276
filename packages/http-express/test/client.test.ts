import { createServer } from 'node:http';
import type { VisitRoutes } from '@front-office/visits/contract';
import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import { createClient, type Problem } from '../src/client.ts';
import { startServer } from '../src/index.ts';
import { anna, host, reception, walkIn } from './reception.ts';

const clientOf = (baseUrl: string) => createClient<VisitRoutes>({ baseUrl, language: () => 'de' });

describe('the typed client', () => {
  it('begins a visit, sends it on and reads it', async () => {
    const client = clientOf((await reception()).api);
    const began = await client.call('POST /visits/walk-in', walkIn);
    expect(began.data).toMatchObject({ state: 'waiting' });
    const visit = began.data?.case ?? '';
    await client.call('POST /visits/{visit}/receive', { visit, badge: '17' });
    const seen = await client.call('GET /visits/{visit}', { visit });
    expect(seen.data?.context).toMatchObject({ visitor: anna, badge: '17' });
    const hosts = await client.call('GET /hosts', { search: 'Probeß&search=' });
    expect(hosts.data).toEqual({ hosts: [] });
    expect((await client.call('GET /barred-persons', { limit: 1, after: undefined })).data).toEqual({
      entries: [],
      next: null,
    });
  });

  it('gives the same answer to a retry under the same request id, and makes one of its own otherwise', async () => {
    const client = clientOf((await reception()).api);
    const first = await client.call('POST /visits/walk-in', walkIn, { request: 'wish' });
    const retry = await client.call('POST /visits/walk-in', walkIn, { request: 'wish' });
    const other = await client.call('POST /visits/walk-in', walkIn);
    expect(retry).toEqual(first);
    expect(other.data?.case).not.toBe(first.data?.case);
  });

  it('hands over a refusal with its sentence in the language of the page', async () => {
    const client = clientOf((await reception()).api);
    const { problem } = await client.call('POST /visits/walk-in', { ...walkIn, purpose: 'delivery' });
    expect(problem).toMatchObject({ code: 'purpose_unknown', status: 422 });
    expect(problem?.detail).toContain('Diesen Anlass gibt es hier nicht.');
  });

  it('sends its own headers along', async () => {
    const { api } = await reception();
    const client = createClient<VisitRoutes>({ baseUrl: api, headers: { 'X-Actor': 'kiosk' } });
    expect((await client.call('GET /barred-persons', {})).problem?.code).toBe('not_permitted');
  });
});

describe('when no answer comes back', () => {
  const unreachable = {
    problem: { code: 'unreachable', status: 0, detail: expect.stringContaining('nicht erreichbar') },
  };
  const answering = async (status: number, type: string, body: string) => {
    const app = createServer((_request, response) => response.writeHead(status, { 'Content-Type': type }).end(body));
    const server = await startServer({ app: (request, response) => app.emit('request', request, response), port: 0 });
    onTestFinished(() => server.close());
    return server.url;
  };

  it.each<[string, () => Promise<string>]>([
    ['nobody listens', async () => 'http://127.0.0.1:1'],
    ['a proxy shows its own page', () => answering(502, 'text/html', '<h1>Bad Gateway</h1>')],
    ['a page comes with a good status', () => answering(200, 'text/html', '<h1>Sign in</h1>')],
    ['something else fails in JSON', () => answering(500, 'application/json', '{}')],
    ['a problem is cut off', () => answering(503, 'application/problem+json', '{"code":')],
  ])('it is unreachable: %s', async (_name, url) => {
    expect(await clientOf(await url()).call('GET /hosts', { search: 'pro' })).toMatchObject(unreachable);
  });

  it('it is unreachable when the page gives up waiting', async () => {
    const { api } = await reception();
    const answer = await clientOf(api).call('GET /hosts', { search: 'pro' }, { signal: AbortSignal.abort() });
    expect(answer).toMatchObject(unreachable);
  });
});

describe('the types of the client', () => {
  it('follow the route', async () => {
    const client = clientOf((await reception()).api);
    const { data, problem } = await client.call('POST /visits/walk-in', walkIn);
    expectTypeOf(data?.state).toEqualTypeOf<string | undefined>();
    expectTypeOf<'host_unknown'>().toExtend<NonNullable<typeof problem>['code']>();
    expectTypeOf<'unreachable' | 'not_now' | 'body_too_large'>().toExtend<NonNullable<typeof problem>['code']>();
    expectTypeOf<'expected_day_over'>().not.toExtend<NonNullable<typeof problem>['code']>();
    expectTypeOf<NonNullable<typeof problem>>().toExtend<Problem>();
    const view = (await client.call('GET /visits/{visit}', { visit: 'none' })).data;
    expectTypeOf(view?.context.badge).toEqualTypeOf<string | null | undefined>();
  });

  it('refuse what the route does not take', () => {
    const client = createClient<VisitRoutes>({ baseUrl: '', fetch: () => Promise.reject(new Error('none')) });
    // @ts-expect-error there is no such route
    client.call('POST /visits/run-in', walkIn);
    // @ts-expect-error nor by this method
    client.call('GET /visits/walk-in', walkIn);
    // @ts-expect-error the host is missing
    client.call('POST /visits/walk-in', { visitor: anna });
    // @ts-expect-error the name in braces is missing
    client.call('POST /visits/{visit}/leave', {});
    // @ts-expect-error a visit has no salary
    client.call('POST /visits/walk-in', { visitor: anna, host, salary: 1 });
    // @ts-expect-error a name is no number
    client.call('POST /visits/walk-in', { visitor: { family: 5 }, host });
  });
});
