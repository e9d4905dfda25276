import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../apps/api/src/tables.ts';
import { may } from '../../packages/kernel/src/index.ts';
import { createPostgresDirectory } from '../../packages/sign-in-postgres/src/index.ts';
import { createPostgresStore } from '../../packages/store-postgres/src/index.ts';
import { type TestDatabase, testDatabase } from '../../packages/store-postgres/src/testing.ts';
import { newId } from '../../packages/values/src/index.ts';
import { ask, nameOf } from './ask.ts';
import { CANARY, type HouseOfTwo, houseOfTwo } from './house.ts';
import { type Ids, rows } from './rows.ts';

// Every route that the router has, by everybody who may be there, about one's own things, another office's, and nothing.

let database: TestDatabase;
let house: HouseOfTwo;
/** Ids of the right form that nothing has. */
let noIds: Ids;

beforeAll(async () => {
  database = await testDatabase({ modules: tables });
  house = await houseOfTwo(
    createPostgresStore({ pool: database.pool }),
    createPostgresDirectory({ pool: database.pool }),
  );
  noIds = Object.fromEntries(Object.keys(house.ownIds).map((name) => [name, newId()]));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const everyRoute = () => house.routes.map((route) => ({ route, row: rows[nameOf(route)] ?? (() => ({})) }));
const rowsIn = async (office: string): Promise<number> => {
  const { rows: counted } = await database.pool.query(
    'select count(*)::int as rows from kernel.log where office_id = $1',
    [office],
  );
  return counted[0].rows;
};

it('has a row for every route of the router, and none for another', () => {
  expect(Object.keys(rows).sort()).toEqual(house.routes.map(nameOf).sort());
});

it('answers nobody who is not signed in, whatever they ask about', async () => {
  for (const { route, row } of everyRoute())
    for (const ids of [house.ownIds, house.otherIds, noIds])
      expect([nameOf(route), (await ask(house.base, route, row(ids))).code]).toEqual([nameOf(route), 'not_signed_in']);
});

describe.each([
  'owner',
  'physician',
  'lead',
  'receptionist',
  'records-clerk',
  'trainee',
  'auditor',
  'kiosk',
  'program',
])('%s', (caller) => {
  const as = () => house.callers[caller] ?? {};

  it('is refused what they have no right to, in the same words for every id', async () => {
    const actor = await house.actorOf(caller);
    for (const { route, row } of everyRoute().filter(({ route }) => !may(actor, route.needs))) {
      const answers = [];
      for (const ids of [house.ownIds, house.otherIds, noIds])
        answers.push(await ask(house.base, route, row(ids), { as: as() }));
      expect([nameOf(route), answers[0]?.status, answers[0]?.code]).toEqual([nameOf(route), 403, 'not_permitted']);
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
  });

  it('is answered about things of another office as about nothing, to the byte, and changes nothing there', async () => {
    const actor = await house.actorOf(caller);
    const before = await rowsIn(house.other);
    for (const { route, row } of everyRoute().filter(({ route }) => may(actor, route.needs))) {
      const [foreign, unknown] = [row(house.otherIds), row(noIds)];
      if (JSON.stringify(foreign) === JSON.stringify(unknown)) continue; // it names nothing
      const mask = [...Object.values(house.otherIds), ...Object.values(noIds)];
      const about = await ask(house.base, route, foreign, { as: as(), mask });
      expect([nameOf(route), about]).toEqual([
        nameOf(route),
        await ask(house.base, route, unknown, { as: as(), mask }),
      ]);
      expect(about.text).not.toContain(CANARY);
    }
    expect(await rowsIn(house.other)).toBe(before);
  });
});

it('looks at each id by itself: one of another office among one’s own is like one that nothing has', async () => {
  const as = house.callers.owner ?? {};
  const accepted: string[] = [];
  for (const { route, row } of everyRoute()) {
    for (const name of named(row)) {
      const replacing = (ids: Ids) => row({ ...house.ownIds, [name]: ids[name] ?? '' });
      const mask = [house.otherIds[name] ?? '', noIds[name] ?? ''];
      const about = await ask(house.base, route, replacing(house.otherIds), { as, mask });
      const unknown = await ask(house.base, route, replacing(noIds), { as, mask });
      expect([nameOf(route), name, about]).toEqual([nameOf(route), name, unknown]);
      if (about.status === 200) accepted.push(`${nameOf(route)} ${name}`);
    }
  }
  // Nobody looked at a thing that is not there: that is all one learns, of another office's as of nothing.
  expect(accepted).toEqual(['GET /who-saw/{case} visit']);
});

it('finds one’s own things, and shows nothing of another office in any list', async () => {
  const as = house.callers.owner ?? {};
  for (const { route, row } of everyRoute().filter(
    ({ route }) => route.method === 'GET' && route.needs !== 'devices.self',
  )) {
    const { status, text } = await ask(house.base, route, row(house.ownIds), { as });
    expect([nameOf(route), status]).toEqual([nameOf(route), 200]);
    expect(text).not.toContain(CANARY);
  }
});

/** The ids that a route's row asks about. */
const named = (row: (ids: Ids) => object): string[] => {
  const text = JSON.stringify(row(house.ownIds));
  return Object.entries(house.ownIds).flatMap(([name, id]) => (text.includes(id) && usesName(row, name) ? [name] : []));
};

/** Several names may stand for one id; the row uses some of them. */
function usesName(row: (ids: Ids) => object, name: string): boolean {
  return JSON.stringify(row({ ...house.ownIds, [name]: 'asked' })).includes('"asked"');
}
