import { createKernel } from '@front-office/kernel';
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

test('looking at a case, a list or due timers is one round trip each', async () => {
  const store = createPostgresStore({ pool });
  const office = newId();
  const lookups = (['id', 'key', 'prefix'] as const).map((by) => ({ record: 'room', by, value: 'x', limit: 1 }));
  const calls = [
    () => store.load({ office, workflow: 'room', case: newId(), request: newId(), lookups }),
    () => store.list({ office, workflow: 'room', limit: 5 }),
    () => store.due(new ManualClock('2026-06-30T08:00:00+02:00').now(), 5),
  ];
  for (const call of calls) {
    CountedSocket.reset();
    await call();
    expect({ writes: CountedSocket.writes, syncs: CountedSocket.syncs }).toEqual({ writes: 1, syncs: 1 });
  }
});
