import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../apps/api/src/tables.ts';
import type { Actor, Route } from '../../packages/kernel/src/index.ts';
import { memoryTransport } from '../../packages/messages/src/testing.ts';
import { createOffice, type Office } from '../../packages/office/src/index.ts';
import { createSignIn } from '../../packages/sign-in/src/index.ts';
import { createPostgresDirectory } from '../../packages/sign-in-postgres/src/index.ts';
import { createPool, createPostgresStore } from '../../packages/store-postgres/src/index.ts';
import { type TestDatabase, testDatabase } from '../../packages/store-postgres/src/testing.ts';
import { newId } from '../../packages/values/src/index.ts';
import { medical } from '../../packages/verticals/src/index.ts';
import { nameOf } from './ask.ts';
import { CANARY, type HouseOfTwo, houseOfTwo } from './house.ts';
import { rows } from './rows.ts';

// Once more with our own checks off: the code believes that it works in the other office, asks with that office's id and
// with every right, and the database alone knows that the caller is not there.

let database: TestDatabase;
let house: HouseOfTwo;

beforeAll(async () => {
  database = await testDatabase({ modules: tables });
  const { pool } = database;
  house = await houseOfTwo(createPostgresStore({ pool }), createPostgresDirectory({ pool }));
  // What names the office for row level security is answered by a function of ours, before PostgreSQL's own.
  await pool.query(`
    create schema trap;
    grant usage on schema trap to public;
    create function trap.set_config(name text, value text, local boolean) returns text language sql as $$
      select pg_catalog.set_config(name, case name when 'app.office' then current_setting('trap.office') else value end, local)
    $$;`);
}, 60_000);
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** The same house on a database whose walls stand around `office`, whatever office the code names. */
async function walledIn(office: string): Promise<{ office: Office; close(): Promise<void> }> {
  const name = String(database.connection.database);
  await database.pool.query(`alter database "${name}" set search_path = trap, pg_catalog, public`);
  await database.pool.query(`alter database "${name}" set trap.office = '${office}'`);
  const pool = createPool({ connection: database.connection });
  const signIn = createSignIn({
    directory: createPostgresDirectory({ pool }),
    now: house.clock.now,
    sealKey: new Uint8Array(32).fill(7),
    relyingParty: { id: 'localhost', name: 'Front Office', origins: [] },
  });
  const store = createPostgresStore({ pool });
  const made = createOffice({ store, vertical: medical, now: house.clock.now, mail: memoryTransport(), signIn });
  return { office: made, close: () => pool.end() };
}

const everything: Actor = {
  kind: 'staff',
  id: 'everything',
  capabilities: new Set(Object.values(medical.roles).flatMap(({ capabilities }) => [...capabilities])),
  labels: new Set(medical.policy.visits.labels.map(({ id }) => id)),
};

/** Runs a route as if the code had let somebody into the other office. What the database throws is an answer too. */
async function runThere(office: Office, route: Route): Promise<string> {
  const input = route.input.parse(rows[nameOf(route)]?.(house.otherIds) ?? {});
  const query = office.query(house.other, everything);
  if (query === undefined) throw new Error('PostgreSQL answers queries.');
  const asked = { kernel: office, office: house.other, actor: everything, request: newId(), query };
  try {
    return JSON.stringify(await route.run(asked, input as never)); // parsed by the route's own schema
  } catch (error) {
    return String(error);
  }
}

const rowsThere = async () => {
  const counts = await database.pool.query(
    `select (select count(*) from kernel.log where office_id = $1) || '/' || (select count(*) from kernel.cases where office_id = $1)
       || '/' || (select coalesce(sum(version), 0) from kernel.cases where office_id = $1) as rows`,
    [house.other],
  );
  return counts.rows[0].rows;
};

describe('row level security alone', () => {
  it('lets nothing of another office out, and nothing in', async () => {
    const before = await rowsThere();
    const { office, close } = await walledIn(house.own);
    try {
      for (const route of office.routes) {
        const answer = await runThere(office, route);
        expect([nameOf(route), answer.includes(CANARY)]).toEqual([nameOf(route), false]);
        for (const id of sealedIds()) expect([nameOf(route), leaks(answer, id)]).toEqual([nameOf(route), false]);
      }
    } finally {
      await close();
    }
    expect(await rowsThere()).toBe(before);
  });

  it('is what keeps them apart here: with its walls around the other office, the same requests see it', async () => {
    const { office, close } = await walledIn(house.other);
    try {
      const seen = [];
      for (const route of office.routes.filter(({ method }) => method === 'GET'))
        if ((await runThere(office, route)).includes(CANARY)) seen.push(nameOf(route));
      expect(seen).toEqual(
        expect.arrayContaining([
          'GET /desk/visitors',
          'GET /visits/{visit}',
          'GET /staff',
          'GET /service-accounts',
          'GET /barred-persons',
        ]),
      );
    } finally {
      await close();
    }
  });
});

/** Ids that no request names: to hear of one is to have seen a row. */
const sealedIds = () => {
  const asked = new Set(Object.values(rows).flatMap((row) => JSON.stringify(row(house.otherIds)).match(UUID) ?? []));
  return Object.values(house.otherIds).filter((id) => !asked.has(id));
};
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const leaks = (answer: string, id: string) => answer.includes(id);
