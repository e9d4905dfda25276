import { type Sql, sql } from '@front-office/kernel';
import { sampleCommit } from '@front-office/kernel/store-behaviour';
import { createPostgresStore, migrate, migrationsOf, type PostgresStore } from '@front-office/store-postgres';
import { openWalls } from '@front-office/store-postgres/testing';
import { instantOf, newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedDatabase, ownedDatabase } from './support/ordinary-owner.ts';

const now = instantOf(Date.UTC(2026, 5, 30, 6));
const later = instantOf(Date.UTC(2026, 5, 30, 7));
const [here, there] = [newId(), newId()];
const text = (statement: string): Sql => ({ text: statement, values: [] });

let database: OwnedDatabase;
let store: PostgresStore;
let tables: readonly string[];
beforeAll(async () => {
  database = await ownedDatabase();
  await migrate({ pool: database.ownerPool, modules: migrationsOf() });
  store = createPostgresStore({ pool: database.ownerPool });
  await fill(there);
  const { rows } = await database.pool.query<{ name: string }>(
    `select 'kernel.' || table_name as name from information_schema.columns
     where table_schema = 'kernel' and column_name = 'office_id' and table_name <> 'cursors' order by 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => database.drop());

/** A row in every table of the kernel. */
async function fill(office: string): Promise<void> {
  const item = { kind: 'waiting', due: now, needs: 'parcels.see', assignee: null, label: null };
  const jobs = [{ key: newId(), effect: 'printLabel', params: {} }];
  const commit = sampleCommit({ office, keys: ['anna'], workItems: { put: [item], drop: [] }, jobs });
  await store.commit(commit);
  const cursor = await store.feed.hold({ consumer: newId(), now, until: later });
  const rows = [{ case: commit.case.id, version: 1 }];
  const head = { size: 1, frontier: [new Uint8Array(32)] };
  const batch = { office, from: 0, rows, head, checkpoint: 'signed', sealedAt: now };
  if (cursor) await store.seals.append([batch], cursor, { tx: '1', office, case: commit.case.id, version: 1 });
}

describe('behind the walls', () => {
  test('every table of the kernel shows, changes and removes nothing of another office', async () => {
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      const count = text(`select count(*) from ${table}`);
      expect(await store.query(there)<{ count: number }>(count), table).toEqual([{ count: 1 }]);
      for (const office of [here, '']) {
        const query = store.query(office);
        expect(await query(count), table).toEqual([{ count: 0 }]);
        for (const change of [
          `delete from ${table} returning 1 as done`,
          `update ${table} set office_id = office_id returning 1 as done`,
        ]) {
          const outcome = await query(text(change)).catch((error: Error) => error.message);
          expect([[], `permission denied for table ${table.slice('kernel.'.length)}`], change).toContainEqual(outcome);
        }
      }
    }
  });

  test('a row of another office is put into no table', async () => {
    for (const table of tables) {
      const copy = text(`insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`);
      const { rows } = await database.pool.query(`select to_jsonb(t) as row from ${table} t where office_id = $1`, [
        there,
      ]);
      const put = store.query(here)({ ...copy, values: [{ json: rows[0].row }] });
      await expect(put, table).rejects.toThrow('row-level security');
    }
  });

  test('the app role is not heard when it calls itself the keeper', async () => {
    const client = await database.ownerPool.connect();
    await client.query(`begin; set local role front_office_app; set local app.keeper = 'on'`);
    for (const table of tables) expect((await client.query(`select from ${table}`)).rowCount, table).toBe(0);
    await client.query('commit');
    client.release();
  });

  test('the owner sees all offices as the keeper, one as its visitor, and none by itself', async () => {
    const client = await database.ownerPool.connect();
    const count = async (table: string) => (await client.query(`select from ${table}`)).rowCount;
    for (const table of tables) {
      expect(await count(table), table).toBe(0);
      await client.query(`begin; set local app.keeper = 'on'`);
      expect(await count(table), table).toBe(1);
      await client.query('commit');
    }
    client.release();
  });

  test('looking into all offices leaves no keeper behind', async () => {
    const client = await database.ownerPool.connect();
    await client.query('begin');
    for (const call of ['due_timers(now(), 1)', 'feed_end()', `lease_jobs('2000-01-01', now(), 0)`])
      await client.query(`select * from kernel.${call}`);
    expect((await client.query('select from kernel.cases')).rowCount).toBe(0);
    await client.query('rollback');
    client.release();
  });
});

describe('functions that look into all offices', () => {
  test('tell where something is to be done and nothing of what a case holds', async () => {
    const { rows } = await database.pool.query<{ name: string; result: string; to_public: boolean }>(
      `select proname as name, pg_get_function_result(oid) as result, has_function_privilege('public', oid, 'execute') as to_public
       from pg_proc where pronamespace = 'kernel'::regnamespace and prosecdef order by 1`,
    );
    const place = 'tx xid8, office uuid, "case" uuid, version integer';
    expect(Object.fromEntries(rows.map(({ name, result }) => [name, result]))).toEqual({
      due_timers:
        'TABLE(office uuid, "case" uuid, workflow text, timer text, token integer, due timestamp with time zone)',
      feed_after: `TABLE(${place})`,
      feed_end: `TABLE(${place})`,
      lease_jobs:
        'TABLE(office uuid, "case" uuid, key text, effect text, params jsonb, attempts integer, revision integer)',
      outdated_cases: 'TABLE(office uuid, "case" uuid)',
    });
    expect(rows.filter(({ to_public }) => to_public)).toEqual([]);
  });
});

describe('the log', () => {
  test('keeps its content whoever writes', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'kernel' and table_name = 'log'`,
    );
    const content = rows.map(({ name }) => name).filter((name) => name !== 'personal' && name !== 'salt');
    expect(content).toHaveLength(16);
    for (const column of content) {
      const change = store.query(there)(text(`update kernel.log set ${column} = default`));
      await expect(change, column).rejects.toThrow('permission denied');
    }
  });

  test('lets personal fields and salt go, but not become others', async () => {
    const query = store.query(there);
    for (const change of [
      sql`update kernel.log set personal = '{"/input/recipient": "Somebody"}', salt = null`,
      sql`update kernel.log set personal = '{}'`,
      sql`update kernel.log set personal = '{}', salt = 'x'`,
    ])
      await expect(query(change)).rejects.toThrow('row-level security policy "only_erasing"');
    await query(sql`update kernel.log set personal = '{}', salt = null`);
    expect(await query(sql`select personal, salt from kernel.log`)).toEqual([{ personal: {}, salt: null }]);
  });
});

test('all walls stand when an ordinary user owns them', async () => {
  expect(await openWalls(database.pool)).toEqual([]);
});
