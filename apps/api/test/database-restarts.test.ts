import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '@front-office/postgres-embedded';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { dataFolder, type ServerUnderTest, startServer, urlOf } from '../../../test/support/server.ts';
import { databaseIsBack, expectNothingLostOrDoubled, visitorsComing } from './visitors-coming.ts';

const AWAY = '503 store_away, again after 2 s';
const MOST_WAIT_MS = 5_000;

async function folder(): Promise<string> {
  const { path, remove } = await dataFolder();
  onTestFinished(remove);
  return path;
}

async function office(env: Record<string, string>): Promise<ServerUnderTest> {
  const server = await startServer(env);
  onTestFinished(async () => {
    server.process.kill('SIGKILL'); // of one that has ended, nothing
  });
  return server;
}

it('loses nothing and doubles nothing while its PostgreSQL restarts five times and cuts connections twenty times', {
  timeout: 60_000,
}, async () => {
  // Somebody's own server: fsync on, restarted by its owner in order or after a crash.
  const own = await startPostgres({ dataDir: await folder() });
  onTestFinished(() => own.stop());
  const server = await office({ DATABASE_URL: urlOf(own) });
  const coming = await visitorsComing(server.url);

  for (const signal of ['SIGINT', 'SIGKILL', 'SIGINT', 'SIGKILL', 'SIGINT'] as const) {
    await sleep(300);
    const { pid } = own;
    process.kill(pid, signal);
    while (own.pid === pid) await sleep(5);
    await databaseIsBack(own.connection);
    expect(await coming.nextConfirmed()).toBeLessThan(MOST_WAIT_MS);
    for (let cut = 0; cut < 4; cut += 1) {
      await cutConnections(own.connection);
      expect(await coming.nextConfirmed()).toBeLessThan(MOST_WAIT_MS);
    }
  }

  await coming.close();
  expect([...coming.otherAnswers]).toEqual([AWAY]);
  expect(coming.confirmed.size).toBeGreaterThan(100);
  await expectNothingLostOrDoubled(own.connection, coming.confirmed);
  expect(await server.end('SIGTERM')).toBe(0);
});

async function cutConnections(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  const cut = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'front-office'`,
  );
  await client.end();
  expect(cut.rowCount).toBeGreaterThan(0);
}

it('starts its built-in PostgreSQL again after a kill -9 of the server or of one session, and says so', {
  timeout: 60_000,
}, async () => {
  const dataDir = await folder();
  const server = await office({ DATA_DIR: dataDir });
  const coming = await visitorsComing(server.url);

  const before = await postmaster(dataDir);
  for (const victim of ['server', 'session', 'server'] as const) {
    await sleep(300);
    const running = await postmaster(dataDir);
    process.kill(victim === 'server' ? running.pid : await sessionOf(running.connection), 'SIGKILL');
    await sleep(50);
    await databaseIsBack(running.connection);
    expect(await coming.nextConfirmed()).toBeLessThan(MOST_WAIT_MS);
  }

  await coming.close();
  const after = await postmaster(dataDir);
  expect(after.connection).toEqual(before.connection);
  expect(after.pid).not.toBe(before.pid);
  expect([...coming.otherAnswers]).toEqual([AWAY]);
  await expectNothingLostOrDoubled(after.connection, coming.confirmed);
  expect(server.output().match(/runs again/g)).toHaveLength(2);
  expect(server.output().match(/läuft wieder/g)).toHaveLength(2);
  expect(await server.end('SIGINT')).toBe(0);
  expect(server.output()).toContain('Nothing is left running.');
});

it('closes within seconds although its built-in PostgreSQL is frozen, and leaves nothing running', {
  timeout: 60_000,
}, async () => {
  const dataDir = await folder();
  const server = await office({ DATA_DIR: dataDir });
  const { pid, connection } = await postmaster(dataDir);
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  const sessions = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  const frozen = [pid, ...sessions.rows.map((row) => row.pid)];
  for (const each of frozen) process.kill(each, 'SIGSTOP');
  const asked = server
    .as('desk')
    .get('/desk/visitors')
    .catch(() => 'cut off');

  const askedAt = performance.now();
  expect(await server.end('SIGINT')).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(13_000);
  await asked;
  for (const each of frozen) expect(() => process.kill(each, 0)).toThrow('ESRCH');
});

/** The PostgreSQL that runs on a data folder, as it says itself. */
async function postmaster(dataDir: string) {
  const lines = (await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
  const [pid, port, host] = [Number(lines[0]), Number(lines[3]), lines[4] ?? ''];
  return { pid, connection: { host, port, user: 'postgres', database: 'front_office' } };
}

async function sessionOf(connection: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'front-office' limit 1`,
  );
  await client.end();
  return rows[0]?.pid ?? Number.NaN;
}
