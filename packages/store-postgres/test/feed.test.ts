import { sampleCommit } from '@front-office/kernel/store-behaviour';
import { createPool, createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterOffice, statementsOf } from '../src/statements.ts';
import { encode } from '../src/wire-values.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Other tests of the run hold the feed up too, since transactions are numbered for the whole server. */
const soon = { timeout: 10_000, interval: 5 };

/** A commit that begins now and ends when it is told to. */
async function slowly(commit: ReturnType<typeof sampleCommit>) {
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query('begin');
  for (const { text, values } of [enterOffice(commit.log.office), ...statementsOf(commit)])
    await client.query(text, values.map(encode));
  return async (how: 'commit' | 'rollback') => {
    await client.query(how);
    await client.end();
  };
}

test('a transaction that commits late is not passed over, and what came after it waits', async () => {
  const store = createPostgresStore(database);
  const office = newId();
  const [late, early] = [sampleCommit({ office }), sampleCommit({ office })];
  const begin = await store.feed.end();
  const end = await slowly(late);
  await store.commit(early);
  const read = async () => (await store.feed.read({ after: begin, office, limit: 9 })).map((each) => each.case);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await read()).toEqual([]);
  const endWhileOpen = await store.feed.end();
  await end('commit');
  await expect.poll(read, soon).toEqual([late.case.id, early.case.id]);
  const afterEnd = await store.feed.read({ after: endWhileOpen, office, limit: 9 });
  expect(afterEnd.map((each) => each.case)).toEqual([late.case.id, early.case.id]);
});

test('one that is undone holds nobody up, and is never told', async () => {
  const store = createPostgresStore(database);
  const office = newId();
  const [undone, early] = [sampleCommit({ office }), sampleCommit({ office })];
  const end = await slowly(undone);
  await store.commit(early);
  await end('rollback');
  const read = async () => (await store.feed.read({ after: undefined, office, limit: 9 })).map((each) => each.case);
  await expect.poll(read, soon).toEqual([early.case.id]);
});

test('two servers that follow one feed while eight connections write see every row once, in one order', async () => {
  const pool = createPool({ connection: database.connection, max: 8 });
  const store = createPostgresStore({ pool });
  const office = newId();
  const begin = await store.feed.end();
  const commits = Array.from({ length: 400 }, () => sampleCommit({ office }));
  const writing = Promise.all(commits.map((commit) => store.commit(commit)));
  const readers = [1, 2].map(async () => {
    const seen: string[] = [];
    let after = begin;
    for (const until = Date.now() + soon.timeout; seen.length < commits.length && Date.now() < until; ) {
      const places = await createPostgresStore(database).feed.read({ after, office, limit: 13 });
      seen.push(...places.map((each) => each.case));
      after = places.at(-1) ?? after;
    }
    return seen;
  });
  const [one, other] = await Promise.all(readers);
  await writing;
  expect(one).toEqual(other);
  expect([...(one ?? [])].sort()).toEqual(commits.map((commit) => commit.case.id).sort());
  await pool.end();
});
