import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MigrationModule, migrate, migrationsOf, pendingMigrations } from '@front-office/store-postgres';
import { openWalls } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnedDatabase, ownedDatabase } from './support/ordinary-owner.ts';

let database: OwnedDatabase;
let folder: string;
let modules: readonly MigrationModule[];
beforeEach(async () => {
  database = await ownedDatabase();
  folder = await mkdtemp(join(tmpdir(), 'badges-'));
  const table = (name: string) => `
    create table badges.${name} (office_id uuid, id uuid, primary key (office_id, id));
    call kernel.keep_offices_apart('badges.${name}')`;
  await writeFile(join(folder, '0001_badges.sql'), table('badge'));
  await writeFile(join(folder, '0002_lanyards.sql'), table('lanyard'));
  modules = migrationsOf([{ name: 'badges', migrations: pathToFileURL(`${folder}/`) }]);
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const named = (migrations: readonly { readonly module: string; readonly number: number }[]) =>
  migrations.map(({ module, number }) => `${module} ${number}`);
const all = ['kernel 1', 'kernel 2', 'kernel 3', 'kernel 4', 'badges 1', 'badges 2'];
/** As a house was with the release before. */
const before = [
  { module: 'kernel', number: 1 },
  { module: 'badges', number: 1 },
];

test('what is missing is told without touching anything', async () => {
  const pool = database.ownerPool;
  expect(named(await pendingMigrations({ pool, modules }))).toEqual(all);
  expect((await pool.query(`select from pg_namespace where nspname in ('kernel', 'badges')`)).rowCount).toBe(0);
  await migrate({ pool, modules, upTo: before });
  expect(named(await pendingMigrations({ pool, modules }))).toEqual(['kernel 2', 'kernel 3', 'kernel 4', 'badges 2']);
  await migrate({ pool, modules });
  expect(await pendingMigrations({ pool, modules })).toEqual([]);
  await writeFile(join(folder, '0002_lanyards.sql'), 'select 1');
  await expect(pendingMigrations({ pool, modules })).rejects.toMatchObject({ code: 'migration_changed' });
});

test('tables are made as they were at some time, and later as they are now', async () => {
  const pool = database.ownerPool;
  expect(named(await migrate({ pool, modules, upTo: [{ module: 'kernel', number: 1 }] }))).toEqual(['kernel 1']);
  expect(named(await migrate({ pool, modules, upTo: before }))).toEqual(['badges 1']);
  expect(named(await migrate({ pool, modules, upTo: before }))).toEqual([]);
  expect(named(await migrate({ pool, modules }))).toEqual(['kernel 2', 'kernel 3', 'kernel 4', 'badges 2']);
});

test('a house of the release before keeps its rows, gets the keeper for all tables, and loses jobs that nobody ran', async () => {
  const pool = database.ownerPool;
  await migrate({ pool, modules, upTo: before });
  const [office, id] = [newId(), newId()];
  await pool.query(`
    begin; set local app.office = '${office}';
    insert into badges.badge values ('${office}', '${id}');
    insert into kernel.jobs (office_id, key, case_id, effect, params, run_at)
    values ('${office}', 'old', '${id}', 'printBadge', '{}', now());
    commit`);
  await migrate({ pool, modules });
  expect(await openWalls(database.pool)).toEqual([]);
  const count = async (table: string) => {
    const client = await pool.connect();
    await client.query(`begin; set local app.keeper = 'on'`);
    const { rowCount } = await client.query(`select from ${table}`);
    await client.query('commit');
    client.release();
    return rowCount;
  };
  expect(await count('badges.badge')).toBe(1);
  expect(await count('kernel.jobs')).toBe(0);
});
