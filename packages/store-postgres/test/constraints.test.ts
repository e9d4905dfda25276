import { createKernel, sql } from '@front-office/kernel';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { room, roomMigrations } from './support/rooms.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: roomMigrations });
});
afterAll(() => database.drop());

const house = () => {
  const office = newId();
  const store = createPostgresStore(database);
  const now = new ManualClock('2026-06-30T08:00:00+02:00').now;
  const kernel = createKernel({ store, now, definitions: [room], ports: {} });
  const manager = actor('manager', 'rooms.manage');
  const create = (name: string, seats = 2, request = newId()) =>
    kernel.dispatch(room, 'create', { name, seats }, { office, actor: manager, request });
  return { office, store, create };
};

describe("a constraint's name becomes its refusal", () => {
  test('a second room of the same name is refused, and nothing of it is stored', async () => {
    const { office, store, create } = house();
    await create('Labor');
    expect((await create('Labor')).refused?.code).toBe('name_taken');
    expect(await store.list({ office, workflow: 'room', limit: 9 })).toHaveLength(1);
    expect(await store.query(office)(sql`select name from rooms.room`)).toEqual([{ name: 'Labor' }]);
  });

  test('of ten people who take the same name at once, one gets it', async () => {
    const { create } = house();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create('Labor')));
    const codes = answers.map((answer) => answer.refused?.code ?? 'accepted').sort();
    expect(codes).toEqual(['accepted', ...Array(9).fill('name_taken')]);
  });

  test('a check says no by its own code', async () => {
    expect((await house().create('Labor', 0)).refused?.code).toBe('no_seats');
  });

  test('two offices may use the same name', async () => {
    await house().create('Labor');
    expect((await house().create('Labor')).refused).toBeUndefined();
  });

  test('a refused request may be sent again once it can be granted', async () => {
    const { create } = house();
    const request = newId();
    expect((await create('Labor', 0, request)).refused?.code).toBe('no_seats');
    expect((await create('Labor', 4, request)).refused).toBeUndefined();
  });
});

test('rows of a query come as the types that JavaScript has for them', async () => {
  const { office, store, create } = house();
  await create('Labor „3“ 🧪', 12);
  const rows = await store.query(office)(sql`
    select name, seats, opened, count(*) over () as "all", array['a,b', null, '"'] as words, true as yes, 1.5::float8 as half,
      ${null}::text as nothing, '2026-06-30 07:45:00.1239+02'::timestamptz as at, ${{ json: { a: [1] } }}::jsonb as doc,
      12345678901234567890::numeric as long, ${['x "y"', 'ü', '\\']}::text[] as given
    from rooms.room where seats = ${12}`);
  expect(rows).toEqual([
    {
      name: 'Labor „3“ 🧪',
      seats: 12,
      opened: '2026-06-30',
      all: 1,
      words: ['a,b', null, '"'],
      yes: true,
      half: 1.5,
      nothing: null,
      at: '2026-06-30T05:45:00.123Z',
      doc: { a: [1] },
      long: '12345678901234567890',
      given: ['x "y"', 'ü', '\\'],
    },
  ]);
});

test('a count too large for a number, and a value that is none, are errors of their own and the connection goes on', async () => {
  const { office, store } = house();
  const query = store.query(office);
  await expect(query(sql`select 9007199254740993 as big`)).rejects.toThrow(RangeError);
  await expect(query(sql`select ${Number.NaN} as nan`)).rejects.toThrow(RangeError);
  await expect(query(sql`select nonsense`)).rejects.toThrow('column "nonsense" does not exist');
  expect(await query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});
