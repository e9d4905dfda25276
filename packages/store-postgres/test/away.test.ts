import { Socket } from 'node:net';
import { StoreAway, sql } from '@front-office/kernel';
import { sampleCommit } from '@front-office/kernel/store-behaviour';
import { checkDatabase, createPool, createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { awayOr, clashOf } from '../src/failures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const office = newId();
const inAnother = async (text: string, values: readonly unknown[] = []) => {
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query(text, [...values]).finally(() => client.end());
};
const own = (max = 1, more: pg.ClientConfig = {}) => {
  const pool = createPool({ connection: { ...database.connection, ...more }, max });
  return { pool, store: createPostgresStore({ pool }) };
};

function kept(sockets: Socket[]): Socket {
  const socket = new Socket();
  sockets.push(socket);
  return socket;
}

describe('when the server goes away', () => {
  test('a statement in flight is told so, and the next one finds a new connection', async () => {
    const { pool, store } = own();
    const asleep = store.query(office)(sql`select pg_sleep(5)`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([
      expect(asleep).rejects.toThrow(StoreAway),
      inAnother(
        'select pg_terminate_backend(pid) from pg_stat_activity where query like $1 and pid <> pg_backend_pid()',
        ['select pg_sleep(5)%'],
      ),
    ]);
    expect(await store.query(office)(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('a connection that breaks without a word rejects what is in flight, and nothing else happens', async () => {
    const sockets: Socket[] = [];
    const pool = createPool({ connection: { ...database.connection, stream: () => kept(sockets) } });
    const store = createPostgresStore({ pool });
    const asleep = store.query(office)(sql`select pg_sleep(5)`);
    setTimeout(() => sockets[0]?.destroy(new Error('the cable was pulled')), 100);
    await expect(asleep).rejects.toThrow('PostgreSQL cannot be reached: the cable was pulled');
    expect(await store.query(office)(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('commits under way are done or not done, never half, and the same request can be sent again', async () => {
    const { pool, store } = own(4);
    const commits = Array.from({ length: 200 }, () => sampleCommit({ office, keys: ['muster'] }));
    const outcomes = Promise.allSettled(commits.map((commit) => store.commit(commit)));
    for (let round = 0; round < 3; round++)
      await inAnother(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'front-office' and datname = current_database()`,
      );
    const lost = (await outcomes).filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of lost) expect(reason).toBeInstanceOf(StoreAway);
    expect(lost.length).toBeGreaterThan(0);

    for (const commit of commits) {
      const again = await store.commit(commit);
      expect(again.done || again.clash !== 'constraint').toBe(true);
      const log = await store.log(office, commit.case.id);
      expect(log).toEqual([commit.log]);
      expect((await store.load({ office, workflow: 'parcel', case: commit.case.id, lookups: [] })).case).toEqual(
        commit.case,
      );
    }
    await pool.end();
  });

  test('an idle connection that the server closes does not end the process', async () => {
    const pool = new pg.Pool(database.connection);
    const store = createPostgresStore({ pool });
    await store.query(office)(sql`select 1 as one`);
    await inAnother(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await store.query(office)(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('no server at all is said in words', async () => {
    const { pool, store } = own(1, { host: '/nowhere' });
    await expect(store.log(office, newId())).rejects.toThrow(/PostgreSQL cannot be reached: .*\/nowhere/);
    await expect(store.log(office, newId())).rejects.toThrow(StoreAway);
    await expect(checkDatabase(pool)).rejects.toThrow(StoreAway);
    await pool.end();
  });

  test('a pool that is used up answers after a while instead of never', async () => {
    const { pool } = own();
    const impatient = new pg.Pool({ ...database.connection, max: 1, connectionTimeoutMillis: 50 });
    const held = await impatient.connect();
    await expect(createPostgresStore({ pool: impatient }).log(office, newId())).rejects.toThrow(StoreAway);
    held.release();
    await Promise.all([pool.end(), impatient.end()]);
  });

  test('time limits of the server and of the driver end what takes too long', async () => {
    for (const limit of [{ statement_timeout: 50 }, { query_timeout: 50 }]) {
      const { pool, store } = own(1, limit);
      await expect(store.query(office)(sql`select pg_sleep(0.4)`)).rejects.toThrow(StoreAway);
      expect(await store.query(office)(sql`select 1 as one`)).toEqual([{ one: 1 }]);
      await pool.end();
    }
  });
});

describe('a connection that others use too', () => {
  test('may forget our prepared statements', async () => {
    const { pool, store } = own();
    const one = sql`select 1 as one`;
    await store.query(office)(one);
    await pool.query('deallocate all');
    expect(await store.query(office)(one)).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('is left as it was: no role, no office', async () => {
    const { pool, store } = own();
    await store.query(office)(sql`select 1`);
    const { rows } = await pool.query(`select current_user as user, current_setting('app.office', true) as office`);
    expect(rows).toEqual([{ user: database.connection.user, office: '' }]);
    await pool.end();
  });

  test('may stand in another time zone', async () => {
    const { pool, store } = own(1, { options: '-c timezone=Asia/Kathmandu' });
    const commit = sampleCommit({ office });
    await pool.query("set timezone = 'Asia/Kathmandu'");
    await store.commit(commit);
    expect(await store.log(office, commit.case.id)).toEqual([commit.log]);
    await pool.end();
  });

  test('must not be in pipeline mode', async () => {
    const pool = new pg.Pool({ ...database.connection, pipeline: true });
    expect(() => createPostgresStore({ pool })).toThrow(TypeError);
    await pool.end();
  });
});

describe('what the server says', () => {
  const said = (code: string, more: Partial<pg.DatabaseError> = {}) =>
    Object.assign(new pg.DatabaseError('something', 9, 'error'), { severity: 'ERROR', code, ...more });

  test.each(['08006', '53300', '53100', '57P01', '57P03', '57014', '58030', '25006', '25P04', '55P03'])(
    '%s passes, so the store is away',
    (code) => expect(awayOr(said(code))).toBeInstanceOf(StoreAway),
  );

  test('a full disk is named', () => {
    expect(awayOr(said('53100'))).toMatchObject({ message: expect.stringContaining('no space left') });
  });

  test.each(['42P01', '42501', '22P02', '23505', 'XX000'])('%s is a bug and stays what it is', (code) => {
    const error = said(code);
    expect(awayOr(error)).toBe(error);
  });

  test('of two that deadlock, one tries again', () => {
    expect(clashOf(said('40P01'))).toEqual({ done: false, clash: 'version' });
  });

  test('a violation without a name of a constraint is a bug', () => {
    expect(clashOf(said('23502', { table: 'room', column: 'name' }))).toBeUndefined();
    expect(clashOf(said('23505'))).toBeUndefined();
  });
});
