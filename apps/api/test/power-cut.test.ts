import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, startServer } from '../../../test/support/server.ts';

describe('an office on its own data folder', { timeout: 60_000 }, () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  beforeAll(async () => {
    folder = await dataFolder();
  });
  afterAll(() => folder.remove());

  it('keeps every visit through a kill -9 and a clean stop, and leaves no process behind', async () => {
    const env = { DATA_DIR: folder.path };
    const first = await startServer(env);
    const { body } = await first.as('kiosk').get('/hosts?search=bei');
    const come = { visitor: { given: 'Anna', family: 'Musterfrau' }, host: body.hosts[0].id };
    const request = crypto.randomUUID();
    const arrived = await first.as('kiosk').post('/visits/walk-in', come, request);
    expect(arrived).toMatchObject({ status: 200, body: { state: 'waiting' } });
    expect(await first.end('SIGKILL')).toBe('SIGKILL');

    const second = await startServer(env);
    const again = await second.as('kiosk').post('/visits/walk-in', come, request);
    expect(again).toEqual(arrived);
    const visit = arrived.body.case;
    const { body: seen } = await second.as('desk').get(`/visits/${visit}`);
    expect(seen).toMatchObject({ state: 'waiting', version: 1, context: { visitor: { family: 'Musterfrau' } } });
    expect(seen.log).toHaveLength(1);
    await second.as('desk').post(`/visits/${visit}/receive`, { badge: '5' });
    expect(await second.end('SIGINT')).toBe(0);
    expect(second.output()).toContain('Nothing is left running.');

    const third = await startServer(env);
    const { body: later } = await third.as('desk').get(`/visits/${visit}`);
    expect(later.log.map(({ command }: { command: string }) => command)).toEqual(['walkIn', 'receive']);
    expect(await third.end('SIGTERM')).toBe(0);
  });

  it('is opened by one server at a time; the second is told who holds it', async () => {
    const env = { DATA_DIR: folder.path };
    const holder = await startServer(env);
    const error = await startServer(env).catch((reason: unknown) => reason);
    await holder.end('SIGTERM');
    expect(String(error)).toContain(String(holder.process.pid));
    expect(String(error)).toMatch(/Nothing was/);
  });
});
