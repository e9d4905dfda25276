import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { EmbeddedPostgres, ServerNews } from '../src/index.ts';
import { stopServer } from '../src/postmaster.ts';
import { processesIn, processIdentity } from '../src/process-identity.ts';
import { dataFolder, isRunning, query, start } from './desk.ts';

const one = async ({ connection }: EmbeddedPostgres) => query(connection, 'select 1 as one').catch(() => undefined);
const answers = (server: EmbeddedPostgres) => () => one(server);
const clusterOf = (dataDir: string) => join(dataDir, 'cluster');

async function killed(server: EmbeddedPostgres): Promise<void> {
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await sleep(5);
}

test('a killed server is started again by itself, with the same connection, each time', {
  timeout: 40_000,
}, async () => {
  const news: ServerNews[] = [];
  const server = await start({ dataDir: await dataFolder(), fsync: true, onNews: (told) => news.push(told) });
  const { connection, pid } = server;
  await query(connection, 'create table arrival (number int)');
  for (const number of [1, 2, 3]) {
    await query(connection, `insert into arrival values (${number})`);
    await killed(server);
    await expect.poll(answers(server), { timeout: 5_000, interval: 20 }).toEqual([{ one: 1 }]);
  }
  expect(await query(connection, 'select number from arrival order by number')).toHaveLength(3);
  expect(server.connection).toEqual(connection);
  expect(server.pid).not.toBe(pid);
  expect(isRunning(server.pid)).toBe(true);
  await expect.poll(() => news.map(({ event }) => event)).toEqual(['back', 'back', 'back']);
  expect(news[0]?.sentences.de).toContain('Nichts Bestätigtes ist verloren gegangen.');
});

test('a killed session brings the others down for a moment, and the server stays', { timeout: 20_000 }, async () => {
  const server = await start({ dataDir: await dataFolder() });
  const { pid } = server;
  const sleeping = query(server.connection, 'select pg_sleep(20)').catch((error: unknown) => error);
  const session = `select pid from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()`;
  await expect.poll(() => query(server.connection, session)).toHaveLength(1);
  const [row] = (await query(server.connection, session)) as [{ pid: number }];
  process.kill(row.pid, 'SIGKILL');
  expect(await sleeping).toBeInstanceOf(Error);
  await expect.poll(answers(server), { timeout: 5_000, interval: 20 }).toEqual([{ one: 1 }]);
  expect(server.pid).toBe(pid);
});

test('a stop while it is being started again ends cleanly and leaves nothing', { timeout: 40_000 }, async () => {
  const dataDir = await dataFolder();
  for (const waitMs of [0, 20, 60, 150]) {
    const server = await start({ dataDir });
    process.kill(server.pid, 'SIGKILL');
    await sleep(waitMs);
    await server.stop();
    expect(await processesIn(clusterOf(dataDir))).toEqual([]);
    await sleep(300);
    expect(await processesIn(clusterOf(dataDir))).toEqual([]);
    expect(existsSync(server.connection.host)).toBe(false);
    expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'postgres.log']);
  }
});

test('a folder that has gone is told once, never made anew, and used again when it is back', {
  timeout: 30_000,
}, async () => {
  const [dataDir, elsewhere] = [await dataFolder(), await dataFolder()];
  const news: ServerNews[] = [];
  const server = await start({ dataDir, fsync: true, onNews: (told) => news.push(told) });
  await query(server.connection, 'create table visitor (name text)');
  await rename(clusterOf(dataDir), clusterOf(elsewhere));
  await killed(server);
  await sleep(2_500);
  expect(news.map(({ event }) => event)).toEqual(['away']);
  expect(news[0]).toMatchObject({ reason: { code: 'folder_missing', folder: dataDir } });
  expect(existsSync(clusterOf(dataDir))).toBe(false);

  await rename(clusterOf(elsewhere), clusterOf(dataDir));
  await expect.poll(answers(server), { timeout: 5_000, interval: 20 }).toEqual([{ one: 1 }]);
  expect(await query(server.connection, 'select count(*)::int as visitors from visitor')).toEqual([{ visitors: 0 }]);
  await expect.poll(() => news.map(({ event }) => event)).toEqual(['away', 'back']);
});

test('a frozen server is woken and stopped in order', { timeout: 30_000 }, async () => {
  const dataDir = await dataFolder();
  const server = await start({ dataDir });
  const asleep = query(server.connection, 'select pg_sleep(20)').catch((error: unknown) => error);
  await sleep(200);
  for (const pid of (await processesIn(clusterOf(dataDir))) ?? []) process.kill(pid, 'SIGSTOP');
  const askedAt = performance.now();
  await server.stop();
  expect(performance.now() - askedAt).toBeLessThan(3_000);
  expect(await asleep).toBeInstanceOf(Error);
  expect(await processesIn(clusterOf(dataDir))).toEqual([]);
  expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(false);
});

test('a server that hears nothing is ended by force within seconds, with its children', {
  timeout: 20_000,
}, async () => {
  const cluster = await dataFolder();
  const deaf = join(await dataFolder(), 'postgres');
  await symlink('/bin/sh', deaf);
  const child = spawn(deaf, ['-c', 'trap "" INT QUIT; (while :; do sleep 1; done) & echo ready; wait'], {
    cwd: cluster,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  const askedAt = performance.now();
  await stopServer({ pid, identity: (await processIdentity(pid)) ?? '', cluster });
  expect(performance.now() - askedAt).toBeLessThan(6_000);
  expect(isRunning(pid)).toBe(false);
  const left = spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).stdout;
  expect(left).not.toContain(deaf);
});

test('a stranger who merely stands in the folder is left alone', { timeout: 20_000 }, async () => {
  const dataDir = await dataFolder();
  const server = await start({ dataDir });
  const stranger = spawn('sleep', ['60'], { cwd: clusterOf(dataDir) });
  onTestFinished(() => void stranger.kill());
  for (const pid of (await processesIn(clusterOf(dataDir))) ?? [])
    if (pid !== stranger.pid) process.kill(pid, 'SIGSTOP');
  await server.stop();
  expect(isRunning(stranger.pid ?? 0)).toBe(true);
});
