import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from '@front-office/postgres-embedded';
import { createPool } from '@front-office/store-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, refusedStart } from '../../../test/support/server.ts';
import { killWhen, openOffice, ownDatabase, run, visitorsIn } from './backup-programs.ts';

describe('an office that moves', { timeout: 90_000 }, () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let other: Awaited<ReturnType<typeof dataFolder>>;
  let own: Awaited<ReturnType<typeof ownDatabase>>;
  let office: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    [folder, other, own] = await Promise.all([dataFolder(), dataFolder(), ownDatabase()]);
    office = await openOffice({ DATA_DIR: folder.path });
    await office.receive('Beispiel-Eins');
  });
  afterAll(async () => {
    await office.close();
    await Promise.all([folder.remove(), other.remove(), own.drop()]);
  });

  /** What the last move out of a database took along: tables, counts and hashes. */
  async function moved(dataDir: string): Promise<unknown> {
    const names = (await readdir(join(dataDir, 'backups'))).filter((name) => name.endsWith('Z-move')).sort();
    return JSON.parse(await readFile(join(dataDir, 'backups', names.at(-1) ?? '', 'manifest.json'), 'utf8')).manifest
      .tables;
  }

  it('is closed first', async () => {
    const { how, output } = await run('move', { DATA_DIR: folder.path }, `--to=${own.url}`);
    expect(how).toBe(1);
    expect(output).toContain(`process ${office.server.process.pid}`);
    await office.close();
  });

  it('goes to a database of its own, also when a first try was killed, and is told what to set', async () => {
    const isHalf = async () => {
      const pool = createPool({ connectionString: own.url, max: 1 });
      const { rows } = await pool.query("select to_regclass('visits.visitor_log') is not null as half");
      await pool.end();
      return rows[0].half;
    };
    expect(await killWhen(isHalf, 'move', { DATA_DIR: folder.path }, `--to=${own.url}`)).toBe(true);

    const withPassword = own.url.replace('postgres@', 'postgres:geheim@');
    const { how, output } = await run('move', { DATA_DIR: folder.path }, '--to', withPassword);
    expect(output).toContain(`DATABASE_URL=${own.url.replace('postgres@', 'postgres:***@')}`);
    expect(output).not.toContain('geheim');
    expect(how).toBe(0);
    expect(await visitorsIn(own.url)).toEqual(['Beispiel-Eins']);
    const again = await run('move', { DATA_DIR: folder.path }, '--to', own.url);
    expect(again.output).toContain('is not empty');
    expect(again.how).toBe(1);
  });

  it('comes back into a new folder with the same counts and hashes', async () => {
    const taken = await run('move', { DATA_DIR: folder.path }, '--from', own.url);
    expect(taken.output).toContain('There is an office in');
    const { how, output } = await run('move', { DATA_DIR: other.path }, '--from', own.url);
    expect(output).toContain('without DATABASE_URL');
    expect(how).toBe(0);
    expect(await moved(other.path)).toEqual(await moved(folder.path));

    const server = await startPostgres({ dataDir: other.path });
    expect(await visitorsIn(server.connection)).toEqual(['Beispiel-Eins']);
    await server.stop();
  });

  it('is not taken from a database where an office is open', async () => {
    office = await openOffice({ DATA_DIR: folder.path, DATABASE_URL: own.url });
    await office.receive('Beispiel-Zwei');
    const third = await dataFolder();
    const { how, output } = await run('move', { DATA_DIR: third.path }, '--from', own.url);
    await third.remove();
    expect(output).toMatch(/An office is working on this database \(\d+ connections\)/);
    expect(how).toBe(1);
  });

  it('is backed up and restored there as well, into an empty database that is named', async () => {
    const env = { DATA_DIR: folder.path, DATABASE_URL: own.url };
    expect((await run('backup', env)).how).toBe(0);
    expect((await run('restore', env, 'latest')).output).toContain('Please say where to');
    expect((await run('restore', env, 'latest', '--to', own.url)).output).toContain('is not empty');
    const target = await ownDatabase();
    const { how, output } = await run('restore', env, 'latest', '--to', target.url);
    expect(output).toContain('verified');
    expect(how).toBe(0);
    expect(await visitorsIn(target.url)).toEqual(['Beispiel-Eins', 'Beispiel-Zwei']);
    await target.drop();
  });

  it('names a database that does not answer', async () => {
    const { how, output } = await run('move', { DATA_DIR: folder.path }, '--to', 'postgres://nobody@127.0.0.1:1/none');
    expect(output).toContain('The database of --to cannot be reached');
    expect(output).not.toContain('    at ');
    expect(how).toBe(1);
    expect((await refusedStart({ DATA_DIR: folder.path, DATABASE_URL: 'postgres://127.0.0.1:1/' })).how).toBe(1);
  });
});
