import { StoreAway, sql } from '@front-office/kernel';
import { describeStore } from '@front-office/kernel/store-behaviour';
import {
  checkDatabase,
  createPool,
  createPostgresStore,
  kernelMigrations,
  migrate,
} from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { instantOf, newId } from '@front-office/values';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedDatabase, ownedDatabase } from './support/ordinary-owner.ts';
import { roomMigrations } from './support/rooms.ts';

const kernel = [{ module: 'kernel', folder: kernelMigrations }];

describe('with the filter removed', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ modules: roomMigrations });
  });
  afterAll(() => database.drop());

  const [here, there] = [newId(), newId()];
  const addCase = (office: string) => sql`
    insert into kernel.cases (office_id, id, workflow, machine_version, version, state, tags, snapshot, timers, opened_at, changed_at)
    values (${office}, ${newId()}, 'visit', 1, 1, 'waiting', '{open}', '{"context":{}}', '{}', now(), now())`;

  test("a select over all rows sees one's own office only", async () => {
    const store = createPostgresStore(database);
    await store.query(here)(addCase(here));
    await store.query(there)(addCase(there));
    expect(await store.query(here)(sql`select office_id from kernel.cases`)).toEqual([{ office_id: here }]);
    expect(await store.query('')(sql`select office_id from kernel.cases`)).toEqual([]);
  });

  test('a row of another office can be neither written nor changed nor removed', async () => {
    const query = createPostgresStore(database).query(here);
    await expect(query(addCase(there))).rejects.toThrow('row-level security');
    await expect(query(sql`update kernel.cases set office_id = ${there}`)).rejects.toThrow('row-level security');
    const item = sql`delete from kernel.work_item where office_id = ${there} returning 1`;
    expect(await query(item)).toEqual([]);
  });

  test('the log is only ever added to, and the book of migrations is closed', async () => {
    const query = createPostgresStore(database).query(here);
    for (const statement of [
      sql`update kernel.log set command = 'other'`,
      sql`delete from kernel.log`,
      sql`truncate kernel.log`,
      sql`select from kernel.migrations`,
      sql`call kernel.keep_offices_apart('kernel.cases')`,
    ])
      await expect(query(statement)).rejects.toThrow('permission denied');
  });

  test('every table has its walls', async () => {
    expect(await openWalls(database.pool)).toEqual([]);
  });

  test('a table without walls is found', async () => {
    await database.pool.query(`
      create table rooms.key (id uuid primary key);
      create table rooms.door (office_id uuid, number integer unique, constraint door_pk primary key (office_id, number));
      create table rooms.window (office_id uuid primary key);
      call kernel.keep_offices_apart('rooms.window');
      alter table rooms.window no force row level security`);
    expect(await openWalls(database.pool)).toEqual([
      'rooms."window" does not enable and force row level security',
      'rooms.door does not enable and force row level security',
      'rooms.door has no policy for its keeper',
      'rooms.door has no policy for office_id',
      'rooms.door: rooms.door_number_key does not begin with office_id',
      'rooms.key does not enable and force row level security',
      'rooms.key has no office_id',
      'rooms.key has no policy for its keeper',
      'rooms.key has no policy for office_id',
      'rooms.key: rooms.key_pkey does not begin with office_id',
    ]);
  });
});

describe('on a pool of an ordinary user, who owns the database and is no superuser', () => {
  let database: OwnedDatabase;
  let pool: pg.Pool;
  let stranger: pg.Pool;
  beforeAll(async () => {
    database = await ownedDatabase();
    pool = database.ownerPool;
    const guest = `guest_${newId().replaceAll('-', '')}`;
    await database.pool.query(`create role ${guest} login`);
    stranger = createPool({ connection: { ...database.connection, user: guest } });
    await migrate({ pool, modules: kernel });
  });
  afterAll(async () => {
    await stranger.end();
    await database.drop();
  });

  describeStore("an owner's PostgreSQL", async () => createPostgresStore({ pool }));

  test('the database is fit for its owner, and for nobody who may not become the app role', async () => {
    await checkDatabase(pool);
    await expect(checkDatabase(stranger)).rejects.toMatchObject({ code: 'app_role_closed' });
    const load = createPostgresStore({ pool: stranger }).due(instantOf(0), 1);
    await expect(load).rejects.toThrow('permission denied to set role');
    await expect(load).rejects.not.toBeInstanceOf(StoreAway);
  });
});

test('a role that bypasses the walls is found at the start', async () => {
  const database = await testDatabase();
  const client = new pg.Client(database.connection);
  await client.connect();
  // Roles belong to the server and other tests use this one: it is changed where nobody else sees it.
  await client.query('begin; alter role front_office_app bypassrls');
  const inTransaction = { query: (text: string, values: string[]) => client.query(text, values) };
  await expect(checkDatabase(inTransaction as unknown as pg.Pool)).rejects.toMatchObject({ code: 'walls_down' });
  await client.end();
  await database.drop();
});
