import { actor } from '@front-office/kernel/testing';
import { expect, it, onTestFinished } from 'vitest';
import { type FollowEvent, followEvents } from '../src/client.ts';
import type { Caller, RequestsLeft } from '../src/index.ts';
import { office, reception, walkIn } from './reception.ts';

it('whoever has no request left is told when to come again, and nothing is done for them', async () => {
  let used = 0;
  const countRequest = async ({ actor: { id } }: Caller): Promise<RequestsLeft | undefined> =>
    id === 'desk' ? undefined : { limit: 2, remaining: 2 - ++used, resetSeconds: 17 };
  const { api, get, post } = await reception({ app: { countRequest } });
  const asKiosk = { 'X-Actor': 'kiosk' };
  const first = await fetch(`${api}/hosts?search=pro`, { headers: asKiosk });
  expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=2');
  expect(first.headers.get('ratelimit')).toBe('"requests";r=1;t=17');
  expect((await post('/visits/walk-in', walkIn, asKiosk)).status).toBe(200);
  const third = await post('/visits/walk-in', walkIn, asKiosk);
  expect(third).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  const fourth = await fetch(`${api}/hosts?search=pro`, { headers: asKiosk });
  expect([fourth.headers.get('retry-after'), fourth.headers.get('ratelimit')]).toEqual(['17', '"requests";r=0;t=17']);
  expect((await get('/visit-policy')).status).toBe(200);
});

it('a stream of events ends soon after whoever follows it may no longer, or may less', async () => {
  let caller: Caller | undefined = { office, actor: actor('desk', 'visits.read', 'visits.checkInSelf') };
  const { api, post } = await reception({ app: { authenticate: () => caller, pingMs: 30 } });
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const heard: FollowEvent[] = [];
  const kinds = () => heard.map(({ event }) => event);
  void (async () => {
    for await (const event of followEvents({ baseUrl: api, signal: leaving.signal })) heard.push(event);
  })();
  await expect.poll(kinds).toEqual(['reset']);
  await post('/visits/walk-in', walkIn);
  await expect.poll(kinds).toEqual(['reset', 'committed']);
  caller = { office, actor: actor('desk', 'visits.checkInSelf') };
  await expect.poll(kinds, { timeout: 5_000 }).toContain('away');
  await post('/visits/walk-in', walkIn);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(kinds().filter((kind) => kind === 'committed')).toHaveLength(1);
  caller = undefined;
  await expect.poll(() => kinds().at(-1), { timeout: 5_000 }).toBe('away');
});
