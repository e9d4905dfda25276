import { sampleCommit } from '@front-office/kernel/store-behaviour';
import { createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { instantOf, newId } from '@front-office/values';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { revival } from '../src/job-queue.ts';
import { enterOffice } from '../src/statements.ts';
import { encode } from '../src/wire-values.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const now = instantOf(Date.UTC(2026, 5, 30, 6));
const until = instantOf(Date.UTC(2026, 5, 30, 7));

test('when two people want the last two dead jobs tried at once, no work item stays behind', async () => {
  const store = createPostgresStore(database);
  const office = newId();
  const jobs = ['a', 'b'].map((key) => ({ key, effect: 'printLabel', params: {} }));
  await store.commit(sampleCommit({ office, jobs }));
  const item = { kind: 'effect.failed', due: now, needs: 'parcels.see', assignee: null, label: null };
  for (const job of await store.jobs.lease({ now, until, limit: 9 }))
    await store.jobs.bury(job, { failedAt: now, error: 'timed_out', item });

  const other = new pg.Client(database.connection);
  await other.connect();
  await other.query('begin');
  for (const { text, values } of [enterOffice(office), ...revival(office, 'a', now)])
    await other.query(text, values.map(encode));
  const revived = store.jobs.revive(office, 'b', now);
  await new Promise((resolve) => setTimeout(resolve, 100)); // long enough for it to be done, if it does not wait
  await other.query('commit');
  await other.end();
  expect(await revived).toBe(true);
  expect(await store.workItems(office)).toEqual([]);
  expect(await store.jobs.dead(office)).toEqual([]);
});

test('what another worker is just taking is left to it, without waiting', async () => {
  const store = createPostgresStore(database);
  const office = newId();
  const jobs = ['a', 'b', 'c'].map((key) => ({ key, effect: 'printLabel', params: {} }));
  await store.commit(sampleCommit({ office, jobs, at: now }));
  const other = new pg.Client(database.connection);
  await other.connect();
  await other.query('begin');
  const { rows } = await other.query('select key from kernel.lease_jobs($1, $2, 1)', [now, until]);
  const taken = await store.jobs.lease({ now, until, limit: 9 });
  await other.query('commit');
  await other.end();
  expect([...rows, ...taken].map(({ key }) => key).sort()).toEqual(['a', 'b', 'c']);
  expect(await store.jobs.lease({ now, until, limit: 9 })).toEqual([]);
});
