import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { dataFolder, isRunning, ownerProcess, query, start } from './desk.ts';

test('what was committed is there after the server was killed under writes', { timeout: 20_000 }, async () => {
  const dataDir = await dataFolder();
  const server = await start({ dataDir, fsync: true });
  await query(server.connection, 'create table arrival (number int primary key)');
  const committed = await writeUntilKilled(server);
  await server.stop();

  const again = await start({ dataDir, fsync: true });
  const [row] = await query(again.connection, `select count(*)::int as kept from arrival where number <= ${committed}`);
  expect(committed).toBeGreaterThan(20);
  expect(row).toEqual({ kept: committed });
});

/** Inserts 1, 2, 3 … and kills the server in the middle; the last number whose commit was confirmed. */
async function writeUntilKilled({ connection, pid }: Awaited<ReturnType<typeof start>>): Promise<number> {
  const client = new pg.Client(connection);
  const gone = new Promise((resolve) => client.once('end', resolve));
  // Without a listener the lost connection would end the test run.
  client.on('error', () => {});
  await client.connect();
  let committed = 0;
  setTimeout(() => process.kill(pid, 'SIGKILL'), 300);
  for (;;) {
    try {
      await client.query('insert into arrival values ($1)', [committed + 1]);
      committed += 1;
    } catch {
      await gone;
      return committed;
    }
  }
}

test('a server that outlived its killed owner is found by the next start', { timeout: 20_000 }, async () => {
  const dataDir = await dataFolder();
  const former = await ownerProcess({ dataDir, fsync: false });
  await query(
    former.answer.connection,
    'create table visitor (name text)',
    "insert into visitor values ('Bernd Muster')",
  );
  former.program.kill('SIGKILL');
  await former.ended;
  expect(isRunning(former.answer.pid)).toBe(true);

  const server = await start({ dataDir });
  expect(isRunning(former.answer.pid)).toBe(false);
  expect(existsSync(former.answer.connection.host)).toBe(false);
  expect(await query(server.connection, 'select name from visitor')).toEqual([{ name: 'Bernd Muster' }]);
});

test('Ctrl-C reaches the owner and leaves the server to it', { timeout: 20_000 }, async () => {
  const owner = await ownerProcess({ dataDir: await dataFolder(), fsync: false });
  process.kill(-(owner.program.pid ?? 0), 'SIGINT');
  await sleep(300);
  expect(isRunning(owner.answer.pid)).toBe(true);
  expect(await query(owner.answer.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  owner.program.stdin.end();
  await owner.ended;
  expect(isRunning(owner.answer.pid)).toBe(false);
  expect(existsSync(owner.answer.connection.host)).toBe(false);
});

test('a start waits while a child of the killed server still holds its memory', { timeout: 20_000 }, async () => {
  const server = await start({ dataDir: await dataFolder() });
  const client = new pg.Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  const child = Number((await client.query('select pg_backend_pid() as pid')).rows[0].pid);
  process.kill(child, 'SIGSTOP');
  process.kill(server.pid, 'SIGKILL');
  setTimeout(() => process.kill(child, 'SIGCONT'), 700);
  const one = () => query(server.connection, 'select 1 as one').catch(() => undefined);
  await expect.poll(one, { timeout: 5_000 }).toEqual([{ one: 1 }]);
  expect(await readFile(server.logFile, 'utf8')).toContain('pre-existing shared memory block');
});

test('a pid file whose number now belongs to a stranger does not keep the server from starting', async () => {
  const dataDir = await dataFolder();
  const first = await start({ dataDir });
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  const written = await readFile(pidFile, 'utf8');
  process.kill(first.pid, 'SIGKILL');
  await first.stop();
  const stranger = spawn('sleep', ['60']);
  onTestFinished(() => {
    stranger.kill();
  });
  await writeFile(pidFile, written.replace(/^\d+/, String(stranger.pid)));

  const second = await start({ dataDir });
  expect(isRunning(second.pid)).toBe(true);
  expect(isRunning(stranger.pid ?? 0)).toBe(true);
});

test('a creation that was cut short leaves nothing that looks like a cluster', { timeout: 20_000 }, async () => {
  const dataDir = await dataFolder();
  const cut = ownerProcess({ dataDir });
  await drafting(dataDir);
  const owner = JSON.parse(await readFile(join(dataDir, 'owner.1.json'), 'utf8'));
  process.kill(owner.pid, 'SIGKILL');
  await cut;
  expect(existsSync(join(dataDir, 'cluster'))).toBe(false);

  const server = await start({ dataDir });
  expect(await query(server.connection, 'select current_database() as name')).toEqual([{ name: 'front_office' }]);
});

/** Resolves as soon as initdb has begun to write. */
async function drafting(dataDir: string): Promise<void> {
  for (;;) {
    const draft = (await readdir(dataDir)).find((name) => name.startsWith('cluster.new-'));
    if (draft !== undefined && (await readdir(join(dataDir, draft))).length > 5) return;
    await sleep(5);
  }
}
