import { createKernel } from '@front-office/kernel';
import { sampleCommit } from '@front-office/kernel/store-behaviour';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { createPool, createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CountedSocket } from './support/counted-socket.ts';
import { room, roomMigrations } from './support/rooms.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase({ modules: roomMigrations });
  pool = createPool({ connection: { ...database.connection, stream: () => new CountedSocket() }, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('a command is two round trips, the first on a connection as well as the hundredth', async () => {
  const clock = new ManualClock('2026-06-30T08:00:00+02:00');
  const kernel = createKernel({
    store: createPostgresStore({ pool }),
    now: clock.now,
    definitions: [room],
    ports: {},
  });
  const manager = actor('manager', 'rooms.manage');
  const office = newId();
  await pool.query('select 1'); // connects

  for (const name of ['Empfang', 'Warteraum', 'Labor']) {
    CountedSocket.reset();
    const answer = await kernel.dispatch(
      room,
      'create',
      { name, seats: 2 },
      { office, actor: manager, request: newId() },
    );
    expect(answer.refused).toBeUndefined();
    expect({ writes: CountedSocket.writes, syncs: CountedSocket.syncs }).toEqual({ writes: 2, syncs: 2 });
  }
});

test('looking at cases, a list, due timers or the feed, and all else but a command, is one round trip each', async () => {
  const store = createPostgresStore({ pool });
  const office = newId();
  const lookups = (['id', 'key', 'prefix'] as const).map((by) => ({ record: 'room', by, value: 'x', limit: 1 }));
  const now = new ManualClock('2026-06-30T08:00:00+02:00').now();
  const place = { tx: '1', office, case: newId(), version: 1 };
  const calls: readonly (() => Promise<unknown>)[] = [
    () => store.load({ office, workflow: 'room', case: newId(), request: newId(), lookups }),
    () => store.list({ office, workflow: 'room', limit: 5 }),
    () => store.loadAll([newId(), newId()].map((id) => ({ office, workflow: 'room', case: id, lookups }))),
    () => store.commitAll([sampleCommit({ office }), sampleCommit({ office: newId() }), sampleCommit({ office })]),
    () => store.jobs.lease({ now, until: now, limit: 5 }),
    () => store.jobs.revive(office, 'nothing', now),
    () => store.jobs.parked([newId(), newId()].map((one) => ({ office: one, case: newId(), reaction: 'reaction:x' }))),
    () => store.feed.read({ after: undefined, limit: 5 }),
    () => store.feed.rows([office, newId()].map((one) => ({ tx: '1', office: one, case: newId(), version: 1 }))),
    () => store.seals.append([], { consumer: newId(), position: undefined, revision: 1 }, place),
    () => store.seals.read(office, 0, 5),
    () => store.due(now, 5),
  ];
  for (const call of calls) {
    CountedSocket.reset();
    await call();
    expect({ writes: CountedSocket.writes, syncs: CountedSocket.syncs }).toEqual({ writes: 1, syncs: 1 });
  }
});
