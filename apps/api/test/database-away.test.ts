import { startTestCluster } from '@front-office/postgres-embedded/testing';
import { expect, it } from 'vitest';
import { startServer, urlOf } from '../../../test/support/server.ts';

it('a database that goes away is said in words, and the server stays up and closes cleanly', {
  timeout: 60_000,
}, async () => {
  const cluster = await startTestCluster();
  const server = await startServer({ DATABASE_URL: urlOf(cluster) });
  try {
    const { body } = await server.as('kiosk').get('/hosts?search=bei');
    await server.as('desk').get('/desk/visitors');
    await cluster.stop();

    const come = { visitor: { family: 'Musterfrau' }, host: body.hosts[0].id };
    for (const answer of [
      await server.as('kiosk').post('/visits/walk-in', come),
      await server.as('desk').get('/desk/visitors'),
    ]) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'store_away', status: 503 } });
    }
    const ready = await fetch(`${server.url}/health/ready`);
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/kiosk/`)).status).toBe(200);
    expect(server.process.exitCode).toBeNull();
  } finally {
    expect(await server.end('SIGTERM')).toBe(0);
  }
});
