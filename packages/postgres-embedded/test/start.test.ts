import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { startPostgres } from '../src/index.ts';
import { makeSocketFolder, port, removeSocketFolder } from '../src/socket-folder.ts';
import { asOrdinaryUser, dataFolder, isRunning, ownerProcess, query, start } from './desk.ts';

// A cluster that exists already, for the scenes that are not about its creation.
let house: string;
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'front-office-house-'));
  await (await startPostgres({ dataDir: house, fsync: false })).stop();
});
afterAll(() => rm(house, { recursive: true }));

test('the first start makes a cluster with its database, the second finds what was stored', async () => {
  const dataDir = join(await dataFolder(), 'not', 'there', 'yet');
  const first = await start({ dataDir });
  await query(
    first.connection,
    'create table visitor (name text)',
    "insert into visitor values ('Anna Beispielmüller')",
  );
  await first.stop();
  const second = await start({ dataDir });
  expect(await query(second.connection, 'select name from visitor')).toEqual([{ name: 'Anna Beispielmüller' }]);
  expect(second.majorVersion).toBe(18);
  expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'owner.1.json', 'postgres.log']);
});

test('a stopped server leaves no process, no socket folder and no lock, also when it is asked to stop twice', async () => {
  const server = await start({ dataDir: house });
  expect(isRunning(server.pid)).toBe(true);
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  expect(isRunning(server.pid)).toBe(false);
  expect(existsSync(server.connection.host)).toBe(false);
  expect((await readdir(house)).sort()).toEqual(['cluster', 'postgres.log']);
});

test('only its own account can reach the server, and that is not up for settings', async () => {
  const settings = { listen_addresses: '*', unix_socket_permissions: '0777', work_mem: '7MB', statement_timeout: '9s' };
  const { connection } = await start({ dataDir: house, fsync: true, settings });
  const wanted = `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_permissions',
    'work_mem', 'statement_timeout', 'fsync', 'synchronous_commit', 'max_connections', 'jit', 'TimeZone') order by lower(name)`;
  expect(await query(connection, wanted)).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'jit', setting: 'off' },
    { name: 'listen_addresses', setting: '' },
    { name: 'max_connections', setting: '50' },
    { name: 'statement_timeout', setting: '9000' },
    { name: 'synchronous_commit', setting: 'on' },
    { name: 'TimeZone', setting: 'UTC' },
    { name: 'unix_socket_permissions', setting: '0700' },
    { name: 'work_mem', setting: '7168' },
  ]);
  expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
});

test('text search knows umlauts and leaves quotation marks out', async () => {
  const { connection } = await start({ dataDir: house });
  const [row] = await query(
    connection,
    "select to_tsvector('german', '„Müller“ – Äpfel…')::text as words, lower('Ä') as low",
  );
  expect(row).toEqual({ words: "'apfel':2 'mull':1", low: 'ä' });
});

test('a long temporary folder does not make the socket path too long', async () => {
  const long = join(await dataFolder(), 'x'.repeat(100));
  const folder = await makeSocketFolder({ as: 'ourselves' }, long);
  onTestFinished(() => removeSocketFolder(folder));
  expect(Buffer.byteLength(`${folder}/.s.PGSQL.${port}`)).toBeLessThanOrEqual(103);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a folder that is not a socket folder of ours is never removed', async () => {
  const folder = await dataFolder();
  await removeSocketFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test('a log past 10 MB is put aside at the next start', async () => {
  const log = join(house, 'postgres.log');
  await writeFile(log, 'the old log');
  await truncate(log, 10 * 1024 * 1024 + 1);
  const server = await start({ dataDir: house });
  expect(server.logFile).toBe(log);
  expect(await readFile(log, 'utf8')).toContain('ready to accept connections');
  expect((await readFile(`${log}.1`, 'utf8')).slice(0, 11)).toBe('the old log');
});

test('an ordinary user starts and stops it as well', async () => {
  const dataDir = await dataFolder();
  const { answer, program, ended } = await ownerProcess({ dataDir, fsync: false }, asOrdinaryUser);
  expect(await query(answer.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  program.stdin.end();
  await ended;
  expect(isRunning(answer.pid)).toBe(false);
});

test('a name that is not plain is no database', async () => {
  const dataDir = await dataFolder();
  await expect(start({ dataDir, database: 'x"; drop database postgres; --' })).rejects.toThrow(TypeError);
  expect(await readdir(dataDir)).toEqual([]);
});
