import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { startPostgres } from '@front-office/postgres-embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../../test/support/server.ts';
import { begin, eraseVisit, killWhen, openOffice, run, visitorsIn } from './backup-programs.ts';

describe('an office that is backed up and restored', { timeout: 90_000 }, () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let env: { DATA_DIR: string };
  const inFolder = async (...path: string[]) => (await readdir(join(folder.path, ...path)).catch(() => [])).sort();
  const backups = async () => (await inFolder('backups')).filter((name) => name !== 'erasures.jsonl');
  /** What the built-in database holds while the office is closed. */
  async function visitors(): Promise<string[]> {
    const server = await startPostgres({ dataDir: folder.path });
    return visitorsIn(server.connection).finally(() => server.stop());
  }
  let office: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    folder = await dataFolder();
    env = { DATA_DIR: folder.path };
    office = await openOffice(env);
  });
  afterAll(async () => {
    await office.close();
    await folder.remove();
  });

  it('is saved while it is open, also after a backup that was killed', async () => {
    await office.receive('Beispiel-Eins');
    const isUnfinished = async () => (await backups()).some((name) => name.endsWith('.unfinished'));
    expect(await killWhen(isUnfinished, 'backup', env)).toBe(true);
    expect(await isUnfinished()).toBe(true);

    const { how, output } = await run('backup', env, '--label=first');
    expect(output).toContain('Backup');
    expect(how).toBe(0);
    expect(await backups()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d.-]+Z-first$/)]);
    await office.receive('Beispiel-Zwei');
  });

  it('keeps every key to itself', async () => {
    const canary = 'canary-of-a-signing-key';
    await writeFile(join(folder.path, 'keys', 'planted.pem'), canary);
    await run('backup', env, '--label=keys');
    const keys = await Promise.all(
      (await inFolder('keys')).map((name) => readFile(join(folder.path, 'keys', name), 'utf8')),
    );
    const secrets = keys
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.length > 20 && !line.startsWith('-'));
    expect(secrets.length).toBeGreaterThan(1);
    for (const backup of await backups()) {
      for (const name of await inFolder('backups', backup)) {
        const bytes = await readFile(join(folder.path, 'backups', backup, name));
        const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }
    }
  });

  it('is not restored while it is open, and says who holds it', async () => {
    const { how, output } = await run('restore', env, 'latest');
    expect(how).toBe(1);
    expect(output).toContain(`process ${office.server.process.pid}`);
    expect(output).toContain(`Prozess ${office.server.process.pid}`);
    expect(await inFolder()).not.toContain('restoring');
    await office.receive('Beispiel-Drei');
  });

  it('says which backups there are when none or a wrong one is named', async () => {
    for (const wrong of [[], ['2020-01-01T00-00-00.000Z-gone']]) {
      const { how, output } = await run('restore', env, ...wrong);
      expect(how).toBe(1);
      for (const name of await backups()) expect(output).toContain(name);
    }
    expect((await run('move', env)).how).toBe(1);
    expect((await run('backup', { DATA_DIR: join(folder.path, 'elsewhere') })).output).toContain('There is no office');
  });

  it('is as before when a restore is stopped or killed, and as it was when the next one is done', async () => {
    await office.close();
    const first = (await backups())[0] ?? '';
    const asked = begin('restore', env, first);
    while (!(await inFolder('restoring', 'cluster')).includes('postmaster.pid')) await sleep(5);
    asked.child.kill('SIGTERM');
    expect(await asked.ended).toEqual({ how: 143, output: '' });
    expect((await inFolder()).filter((name) => /^(restor|owner)/.test(name))).toEqual([]);

    for (const waitMs of [0, 150, 300]) {
      const isFilling = async () =>
        (await inFolder('restoring', 'cluster')).includes('postmaster.pid') && sleep(waitMs, true);
      expect(await killWhen(isFilling, 'restore', env, first)).toBe(true);
      expect(await inFolder()).toContain('restoring');
      expect(await visitors()).toEqual(['Beispiel-Drei', 'Beispiel-Eins', 'Beispiel-Zwei']);
    }

    const { how, output } = await run('restore', env, first);
    expect(output).toContain('verified');
    expect(how).toBe(0);
    expect(await visitors()).toEqual(['Beispiel-Eins']);
    const former = (await inFolder()).filter((name) => name.startsWith('cluster.before-'));
    expect(former).toHaveLength(1);
    expect(output).toContain(join(folder.path, former[0] ?? ''));
    expect((await inFolder()).filter((name) => /^(restor|owner)/.test(name))).toEqual([]);

    office = await openOffice(env);
    await office.receive('Beispiel-Vier');
    await office.close();
    expect(await visitors()).toEqual(['Beispiel-Eins', 'Beispiel-Vier']);
  });

  it('does not bring back who was erased since', async () => {
    const first = (await backups())[0] ?? '';
    const server = await startPostgres({ dataDir: folder.path });
    await eraseVisit(server.connection, 'Beispiel-Eins');
    await server.stop();
    const { how, output } = await run('restore', env, first);
    expect(output).toContain('Erased     1 cases again');
    expect(how).toBe(0);
    expect(await visitors()).toEqual([]);
    await rm(join(folder.path, 'cluster'), { recursive: true });
    expect((await run('restore', env, first)).output).toContain('Erased     0 cases again'); // the journal does not know it
    expect(await visitors()).toEqual(['Beispiel-Eins']);
  });

  it('lives again in a new folder, from its backups alone', async () => {
    const other = await dataFolder();
    const backup = join(folder.path, 'backups', (await backups())[0] ?? '');
    const { how, output } = await run('restore', { DATA_DIR: other.path }, backup);
    expect(output).toContain('there was no database');
    expect(how).toBe(0);
    const server = await startPostgres({ dataDir: other.path });
    expect(await visitorsIn(server.connection)).toEqual(['Beispiel-Eins']);
    await server.stop();
    await other.remove();
  });
});
