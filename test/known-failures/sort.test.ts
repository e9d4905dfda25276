import { afterAll, beforeAll, expect, it } from 'vitest';
import { tables } from '../../apps/api/src/tables.ts';
import { createPostgresDirectory } from '../../packages/sign-in-postgres/src/index.ts';
import { createPostgresStore } from '../../packages/store-postgres/src/index.ts';
import { type TestDatabase, testDatabase } from '../../packages/store-postgres/src/testing.ts';
import { ask, nameOf } from '../matrix/ask.ts';
import { CANARY, type HouseOfTwo, houseOfTwo } from '../matrix/house.ts';
import { rows } from '../matrix/rows.ts';

// `_sort` of a request stood in ORDER BY as it came, and answered what whoever sent it wanted to know (CVE-2026-24908).

let database: TestDatabase;
let house: HouseOfTwo;
beforeAll(async () => {
  database = await testDatabase({ modules: tables });
  const { pool } = database;
  house = await houseOfTwo(createPostgresStore({ pool }), createPostgresDirectory({ pool }));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const sorting = ['_sort', 'sort', 'sortBy', '_order', 'order', 'orderBy', 'direction', 'filter', 'fields'];
const hostile = [
  'family',
  '(select case when (select count(*) from kernel.cases) > 0 then 1 else 1/0 end)--',
  "2026-06-30~', (select string_agg(context::text, '') from kernel.cases))--",
  '1; delete from kernel.cases; --',
  'id desc, (select pg_sleep(30))',
];

it('_sort into ORDER BY: no list takes the name of a column, and nothing that is sent becomes part of a query', async () => {
  const as = house.callers.owner ?? {};
  const [before, lists] = [await casesThere(), house.routes.filter(({ method }) => method === 'GET')];
  expect(lists.length).toBeGreaterThan(20);
  for (const route of lists) {
    const asked = rows[nameOf(route)]?.(house.ownIds) ?? {};
    for (const name of sorting) {
      const answer = await ask(house.base, route, { ...asked, [name]: hostile[0] }, { as });
      const refused = route.needs === 'devices.self' ? 'not_permitted' : 'input_invalid';
      expect([nameOf(route), name, answer.code]).toEqual([nameOf(route), name, refused]);
    }
    for (const name of Object.keys(route.input.shape).filter((field) => !route.path.includes(`{${field}}`)))
      for (const text of hostile) {
        const answer = await ask(house.base, route, { ...asked, [name]: text }, { as });
        expect([nameOf(route), name, text, answer.status]).toEqual([
          nameOf(route),
          name,
          text,
          expect.toSatisfy((status) => status === 200 || status === 400),
        ]);
        expect(answer.text).not.toContain(CANARY);
      }
  }
  expect(await casesThere()).toBe(before);
});

async function casesThere(): Promise<number> {
  const { rows: counted } = await database.pool.query('select count(*)::int as cases from kernel.cases');
  return counted[0].cases;
}
