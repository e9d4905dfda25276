import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from '@front-office/kernel';
import {
  checkDatabase,
  createPool,
  createPostgresStore,
  kernelMigrations,
  type MigrationModule,
  migrate,
} from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterEach, beforeEach, expect, test } from 'vitest';

const kernel: MigrationModule = { module: 'kernel', folder: kernelMigrations };

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase({ modules: [] });
  folder = await mkdtemp(join(tmpdir(), 'badges-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const badges = (): MigrationModule => ({ module: 'front-badges', folder: pathToFileURL(`${folder}/`) });
const write = (file: string, text: string) => writeFile(join(folder, file), text);
const badgeTable = (name: string) => `
  create table "front-badges".${name} (office_id uuid, id uuid, primary key (office_id, id));
  call kernel.keep_offices_apart('"front-badges".${name}');`;

test('an empty database gets the tables of all modules, once, and the app role may use them', async () => {
  await write('0001_badges.sql', badgeTable('badge'));
  const run = () => migrate({ pool: database.pool, modules: [kernel, badges()] });
  expect((await run()).map(({ module, number, name }) => `${module} ${number} ${name}`)).toEqual([
    'kernel 1 kernel',
    'kernel 2 after_commit',
    'kernel 3 seals_and_erasing',
    'kernel 4 reading',
    'front-badges 1 badges',
  ]);
  expect(await run()).toEqual([]);
  await write('0002_lanyards.sql', badgeTable('lanyard'));
  expect((await run()).map(({ name }) => name)).toEqual(['lanyards']);

  await checkDatabase(database.pool);
  const office = newId();
  const query = createPostgresStore(database).query(office);
  await query(sql`insert into "front-badges".lanyard values (${office}, ${newId()})`);
  await query(sql`delete from "front-badges".badge`);
  expect(await query(sql`select count(*) from "front-badges".lanyard`)).toEqual([{ count: 1 }]);
});

test('what a migration takes from the app role stays taken', async () => {
  await write('0001_badges.sql', `${badgeTable('badge')} revoke delete on "front-badges".badge from front_office_app`);
  await migrate({ pool: database.pool, modules: [kernel, badges()] });
  await write('0002_lanyards.sql', badgeTable('lanyard'));
  await migrate({ pool: database.pool, modules: [kernel, badges()] });
  const query = createPostgresStore(database).query(newId());
  await expect(query(sql`delete from "front-badges".badge`)).rejects.toThrow('permission denied');
});

test('an applied file that was changed is refused, and the database stays as it is', async () => {
  await write('0001_badges.sql', badgeTable('badge'));
  await migrate({ pool: database.pool, modules: [kernel, badges()] });
  await write('0001_badges.sql', `${badgeTable('badge')} -- better`);
  await write('0002_lanyards.sql', badgeTable('lanyard'));
  await expect(migrate({ pool: database.pool, modules: [kernel, badges()] })).rejects.toMatchObject({
    name: 'MigrationRefused',
    code: 'migration_changed',
    figures: { module: 'front-badges', migration: '0001_badges.sql' },
    sentences: {
      de: expect.stringContaining('Die Datei 0001_badges.sql'),
      en: expect.stringContaining('0001_badges.sql'),
    },
  });
  const { rows } = await database.pool.query(`select to_regclass('"front-badges".lanyard') as lanyard`);
  expect(rows).toEqual([{ lanyard: null }]);
});

test('line ends of another system change nothing', async () => {
  await write('0001_badges.sql', badgeTable('badge'));
  await migrate({ pool: database.pool, modules: [kernel, badges()] });
  await write('0001_badges.sql', badgeTable('badge').replaceAll('\n', '\r\n'));
  expect(await migrate({ pool: database.pool, modules: [kernel, badges()] })).toEqual([]);
});

test('a database that knows more than the program is refused, but modules that are not given may stay', async () => {
  await write('0001_badges.sql', badgeTable('badge'));
  await write('0002_lanyards.sql', badgeTable('lanyard'));
  await migrate({ pool: database.pool, modules: [kernel, badges()] });
  await rm(join(folder, '0002_lanyards.sql'));
  await expect(migrate({ pool: database.pool, modules: [kernel, badges()] })).rejects.toMatchObject({
    code: 'database_newer',
    figures: { migration: '0002_lanyards.sql' },
  });
  expect(await migrate({ pool: database.pool, modules: [kernel] })).toEqual([]);
});

test('files that are not numbered in a row are refused before the database is touched', async () => {
  for (const files of [['0002_badges.sql'], ['0001_badges.sql', '0003_late.sql'], ['0001_a.sql', '0001_b.sql']]) {
    await rm(folder, { recursive: true });
    folder = await mkdtemp(join(tmpdir(), 'badges-'));
    for (const file of files) await write(file, 'select 1');
    const refused = migrate({ pool: database.pool, modules: [kernel, badges()] });
    await expect(refused).rejects.toMatchObject({ code: 'migration_gap', figures: { migration: files.at(-1) } });
  }
  await expect(checkDatabase(database.pool)).resolves.toBeUndefined(); // the role belongs to the whole server
  const { rows } = await database.pool.query(`select to_regclass('kernel.migrations') as book`);
  expect(rows).toEqual([{ book: null }]);
});

test('a file that fails is undone as a whole, says where, and can be tried again', async () => {
  await write('0001_badges.sql', `${badgeTable('badge')} select nonsense;`);
  const run = () => migrate({ pool: database.pool, modules: [kernel, badges()] });
  await expect(run()).rejects.toThrow(
    'front-badges: the migration 0001_badges.sql failed and was undone: column "nonsense" does not exist',
  );
  await write('0001_badges.sql', badgeTable('badge'));
  expect((await run()).map(({ name }) => name)).toEqual(['badges']);
});

test('of many who migrate at once one does the work, and the others find nothing left', async () => {
  await write('0001_badges.sql', badgeTable('badge'));
  const pools = [1, 2, 3].map(() => createPool({ connection: database.connection, max: 1 }));
  const runs = await Promise.all(pools.map((pool) => migrate({ pool, modules: [kernel, badges()] })));
  expect(runs.map((run) => run.length).sort()).toEqual([0, 0, 5]);
  await Promise.all(pools.map((pool) => pool.end()));
});

test.each([
  ['may create nothing in the database', false],
  ['does not own the tables that are there', true],
])('a database user who %s is told so in words', async (_, isMigrated) => {
  if (isMigrated) await migrate({ pool: database.pool, modules: [kernel] });
  const user = `plain_${newId().replaceAll('-', '')}`;
  await database.pool.query(`create role ${user} login`);
  const pool = createPool({ connection: { ...database.connection, user } });
  const refusal = await migrate({ pool, modules: [kernel] }).catch((error: unknown) => error);
  await pool.end();
  await database.pool.query(`drop role ${user}`);
  expect(refusal).toMatchObject({
    code: 'migration_forbidden',
    figures: { reason: expect.stringMatching(/^permission denied/) },
  });
  expect(refusal).toMatchObject({ sentences: { de: expect.stringContaining('CREATEROLE') } });
});

test('a file that needs a right the user lacks is named, and those before it stay', async () => {
  const user = `plain_${newId().replaceAll('-', '')}`;
  await database.pool.query(
    `create role ${user} login; grant create on database ${database.connection.database} to ${user}`,
  );
  await write('0001_badges.sql', 'create role badge_printer');
  const pool = createPool({ connection: { ...database.connection, user } });
  const refusal = await migrate({ pool, modules: [badges()] }).catch((error: unknown) => error);
  await pool.end();
  await database.pool.query(`drop owned by ${user}; drop role ${user}`);
  expect(refusal).toMatchObject({ code: 'migration_forbidden', figures: { migration: '0001_badges.sql' } });
});
