import { sql } from '@front-office/kernel';
import { sampleCommit } from '@front-office/kernel/store-behaviour';
import { createPostgresStore } from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const office = newId();
const [plain, kept] = [sampleCommit({ office }), sampleCommit({ office, label: 'sequestered' })];

test("with no filter of our own, a query sees, counts and reads the log of what its reader's labels open", async () => {
  const store = createPostgresStore(database);
  for (const commit of [plain, kept]) await store.commit(commit);
  const seen = async (labels?: ReadonlySet<string> | 'all') => {
    const query = store.query(office, labels);
    const [cases] = await query<{ count: number }>(sql`select count(*)::integer as count from kernel.cases`);
    const log = await query<{ id: string }>(sql`select case_id as id from kernel.log order by at, case_id`);
    expect(log).toHaveLength(cases?.count ?? -1);
    return cases?.count;
  };
  expect(await seen()).toBe(1);
  expect(await seen(new Set(['vip']))).toBe(1);
  expect(await seen(new Set(['vip', 'sequestered']))).toBe(2);
  expect(await seen('all')).toBe(2);
});

test('naming oneself the keeper opens nothing to the app role', async () => {
  const query = createPostgresStore(database).query(office);
  const trick = sql`select count(*)::integer as count from kernel.cases, set_config('app.keeper', 'on', true) as c where c = 'on'`;
  expect(await query(trick)).toEqual([{ count: 1 }]);
});

test('a table with labels that does not keep them is an open wall', async () => {
  await database.pool.query(
    'create table kernel.leaky (office_id uuid not null, id uuid not null, label text, primary key (office_id, id))',
  );
  await database.pool.query(`call kernel.keep_offices_apart('kernel.leaky')`);
  expect(await openWalls(database.pool)).toEqual(['kernel.leaky has labels and does not keep them']);
  await database.pool.query(`call kernel.keep_labels('kernel.leaky')`);
  expect(await openWalls(database.pool)).toEqual([]);
});
