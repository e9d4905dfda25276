import { StoreAway, sql } from '@front-office/kernel';
import { createPool, createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { runBatch } from '../src/batch.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
afterEach(() => {
  vi.useRealTimers();
});

/** A pool of one connection whose process at the server hears nothing until the test is over. */
async function frozen(): Promise<pg.Pool> {
  const pool = createPool({ connection: database.connection, max: 1 });
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  onTestFinished(async () => {
    process.kill(pid, 'SIGCONT');
    await pool.end();
  });
  return pool;
}

test('a server that says nothing for 15 s is away, and its connection is never used again', async () => {
  const pool = await frozen();
  const store = createPostgresStore({ pool });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = store.query(newId())(sql`select 1 as one`);
  const told = expect(asked).rejects.toThrow(StoreAway);
  await new Promise((resolve) => setImmediate(resolve)); // the pool hands out its connection
  vi.advanceTimersByTime(14_900);
  expect(pool.totalCount).toBe(1);
  vi.advanceTimersByTime(200);
  vi.useRealTimers();
  await told;
  await expect(asked).rejects.toThrow('no answer within 15 s');
  expect(pool.totalCount).toBe(0);
  expect(await store.query(newId())(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('an answer that comes in time is the answer, and nothing comes after it', async () => {
  const pool = createPool({ connection: database.connection, max: 1 });
  const client = await pool.connect();
  const slow = [{ text: 'select pg_sleep(0.2)', values: [] }];
  await expect(runBatch(client, slow, 50)).rejects.toThrow('no answer within 0.05 s');
  client.release(true);
  const other = await pool.connect();
  for (let round = 0; round < 3; round += 1) await runBatch(other, [{ text: 'select 1', values: [] }], 50);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await runBatch(other, [{ text: 'select 1 as one', values: [] }], 50)).toEqual([[{ one: 1 }]]);
  other.release();
  await pool.end();
});

test('a session that cannot even be prepared is given up', async () => {
  const pool = createPool({ connection: database.connection, max: 1 });
  const query = vi.fn<() => Promise<void>>();
  const onConnect = (pool as unknown as { options: { onConnect(client: { query: typeof query }): Promise<void> } })
    .options.onConnect; // what the pool runs for each new connection
  await onConnect({ query });
  expect(query).toHaveBeenCalledWith(expect.objectContaining({ query_timeout: 5_000 }));
  await pool.end();
});
