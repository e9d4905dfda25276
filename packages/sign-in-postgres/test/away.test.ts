import { StoreAway } from '@front-office/kernel';
import { createPool, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { anAccount, aSession } from './support/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: [...migrationsOf(), signInMigrations] });
});
afterAll(() => database.drop());
afterEach(() => {
  vi.useRealTimers();
});

const poolOfOne = () => {
  const pool = createPool({ connection: database.connection, max: 1 });
  onTestFinished(() => pool.end());
  return pool;
};

test('a server that is not there is away', async () => {
  const pool = createPool({ connection: { host: '/nowhere', user: 'postgres' } });
  const directory = createPostgresDirectory({ pool });
  await expect(directory.session('x')).rejects.toThrow(StoreAway);
  await pool.end();
});

test('a connection that is cut in the middle is away, and the next call takes a new one', async () => {
  const pool = poolOfOne();
  const directory = createPostgresDirectory({ pool });
  const account = anAccount();
  await directory.addAccount(account);
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from sign_in.account where id = $1 for update', [account.id]);
  const waiting = directory.useTotpStep(account.id, 1);
  const told = expect(waiting).rejects.toThrow(StoreAway);
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(1);
  });
  await told;
  await holder.query('rollback');
  holder.release();
  expect(await directory.useTotpStep(account.id, 1)).toBe(true);
});

test('a server that says nothing for 15 s is away, and its connection is never used again', async () => {
  const pool = poolOfOne();
  const directory = createPostgresDirectory({ pool });
  await directory.isEmpty();
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  onTestFinished(() => void process.kill(pid, 'SIGCONT'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = directory.isEmpty();
  const told = expect(asked).rejects.toThrow('no answer within 15 s');
  await new Promise((resolve) => setImmediate(resolve)); // the pool hands out its connection
  vi.advanceTimersByTime(15_100);
  vi.useRealTimers();
  await told;
  await expect(asked).rejects.toThrow(StoreAway);
  expect(pool.totalCount).toBe(0);
  expect(await directory.isEmpty()).toEqual(expect.any(Boolean));
});

test('a mistake of ours is no absence, and the pool goes on', async () => {
  const directory = createPostgresDirectory({ pool: poolOfOne() });
  const orphan = directory.addPasskey({
    credential: newId(),
    account: anAccount().id,
    publicKey: 'cose',
    counter: 0,
    transports: [],
    label: 'Mein Telefon',
    createdAt: anAccount().createdAt,
    lastUsedAt: null,
  });
  await expect(orphan).rejects.toMatchObject({ constraint: 'passkey_account' });
  const account = anAccount();
  await directory.addAccount(account);
  const session = aSession(account.id);
  await directory.addSession(session);
  await expect(directory.addSession(session)).rejects.toMatchObject({ constraint: 'session_pk' });
  expect((await directory.session(session.hash))?.account).toEqual(account);
});
