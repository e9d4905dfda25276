import { MemoryStore, StoreAway } from '@front-office/kernel';
import { newId } from '@front-office/values';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FollowEvent, followEvents } from '../src/client.ts';
import { anna, reception, walkIn } from './reception.ts';

/** Somebody who follows the events and writes down what is heard. */
function follower(api: string, { actor = 'desk', fetch = globalThis.fetch } = {}) {
  const leaving = new AbortController();
  const heard: FollowEvent[] = [];
  const following = (async () => {
    const options = { baseUrl: api, headers: { 'X-Actor': actor }, signal: leaving.signal, fetch };
    for await (const event of followEvents(options)) heard.push(event);
  })();
  const leave = async () => {
    leaving.abort();
    await following;
  };
  onTestFinished(leave);
  return { heard, leave, kinds: () => heard.map(({ event }) => event) };
}

const versions = (heard: readonly FollowEvent[]) =>
  heard.flatMap((event) => (event.event === 'committed' ? [event.data.version] : []));

describe('the events of an office', () => {
  it('are told to whoever may read them, as the answer to the command tells them', async () => {
    const { api, post } = await reception();
    const desk = follower(api);
    const kiosk = follower(api, { actor: 'kiosk' });
    await expect.poll(desk.kinds).toEqual(['reset']);
    await expect.poll(kiosk.kinds).toEqual(['reset']);
    const { body } = await post('/visits/walk-in', walkIn);
    await post(`/visits/${body.case}/leave`, {});
    await expect.poll(desk.kinds).toEqual(['reset', 'committed', 'committed']);
    expect(desk.heard[1]).toMatchObject({ data: { ...body, workflow: 'visit' } });
    expect(desk.heard[2]).toMatchObject({
      data: { case: body.case, version: 2, state: 'left', facts: [{ forgotten: false }] },
    });
    expect(kiosk.kinds()).toEqual(['reset']);
    expect(JSON.stringify(kiosk.heard)).not.toContain(anna.family);
  });

  it('are not told to somebody who only asks for the head of the answer, which ends at once', async () => {
    const { api } = await reception();
    const answer = await fetch(`${api}/events`, { method: 'HEAD', headers: { 'X-Actor': 'desk' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(await answer.text()).toBe('');
  });

  it('go on after a lost connection where they were, without a gap and without a double', async () => {
    const { api, post } = await reception();
    const { body } = await post('/visits/walk-in', walkIn);
    let cut = new AbortController();
    const cuttable: typeof fetch = (url, init) => {
      cut = new AbortController();
      return fetch(url, { ...init, signal: AbortSignal.any([cut.signal, ...(init?.signal ? [init.signal] : [])]) });
    };
    const desk = follower(api, { fetch: cuttable });
    await expect.poll(desk.kinds).toContain('reset');
    await post(`/visits/${body.case}/receive`, {});
    await expect.poll(() => versions(desk.heard)).toEqual(expect.arrayContaining([2]));
    cut.abort();
    await expect.poll(desk.kinds).toContain('away');
    await post(`/visits/${body.case}/leave`, {});
    await expect.poll(desk.kinds, { timeout: 5_000 }).toContain('resumed');
    await expect.poll(() => versions(desk.heard).filter((version) => version > 1)).toEqual([2, 3]);
  });

  it('begin anew for an id of another database, of long ago, or of nobody', async () => {
    const { api, post } = await reception();
    await post('/visits/walk-in', walkIn);
    for (const id of [`${newId()}.7.${newId()}.1`, 'nonsense', '', '0']) {
      const { signal, abort } = aborting();
      const response = await fetch(`${api}/events`, { headers: { 'Last-Event-ID': id }, signal });
      const { value } = (await response.body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
      expect(value).toContain('retry: ');
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
      abort();
    }
  });

  it('are told to nobody who is not signed in', async () => {
    const { get } = await reception();
    expect(await get('/events', { 'X-Actor': 'nobody' })).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    });
  });

  it('are refused while the store is away', async () => {
    const store = new MemoryStore();
    const { get } = await reception({ store });
    store.feed.epoch = () => Promise.reject(new StoreAway('gone'));
    expect(await get('/events')).toMatchObject({ status: 503, body: { code: 'store_away' } });
  });

  it('end when the server is about to close, so that it need not wait for those who follow', async () => {
    const closing = new AbortController();
    const { api, close } = await reception({ app: { closing: closing.signal } });
    const desk = follower(api);
    await expect.poll(desk.kinds).toEqual(['reset']);
    closing.abort();
    const begun = performance.now();
    await close();
    expect(performance.now() - begun).toBeLessThan(5_000);
    await expect.poll(desk.kinds).toContain('away');
  });
});

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
