import { createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterOffice, selectPage } from '../src/statements.ts';

const CASES = 100_000;
const OPEN_EACH = 50; // one of so many cases is open

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly Plans?: readonly Plan[];
}

const office = newId();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  // Of two offices and two workflows, so that an index that leaves one of them out would read too much.
  await database.pool.query(
    `insert into kernel.cases (office_id, id, workflow, machine_version, version, state, tags, snapshot, timers, opened_at, changed_at)
     select case when n % 2 = 0 then $1 else $2 end::uuid, gen_random_uuid(), case when n % 3 = 0 then 'errand' else 'visit' end,
       1, 1, 'waiting', case when n / 6 % $3 = 0 then '{open,waiting}' else '{closed}' end::text[], '{"context":{}}', '{}', now(), now()
     from generate_series(1, $4::integer) n`,
    [office, newId(), OPEN_EACH, CASES],
  );
  await database.pool.query('vacuum analyze kernel.cases');
});
afterAll(() => database.drop());

/** The plan that a prepared statement has: for this call alone, or one for all calls. */
async function planOf(mode: 'custom' | 'generic', page: Parameters<typeof selectPage>[0]): Promise<Plan> {
  const client: pg.PoolClient = await database.pool.connect();
  try {
    await client.query('begin');
    const enter = enterOffice(office);
    await client.query(enter.text, [...enter.values]);
    await client.query(`set local plan_cache_mode = force_${mode}_plan`);
    const { text, values } = selectPage(page);
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, [...values]);
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    client.release(true);
  }
}

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test.each([
  ['custom', undefined],
  ['custom', '80000000-0000-4000-8000-000000000000'],
  ['generic', undefined],
  ['generic', '80000000-0000-4000-8000-000000000000'],
] as const)(
  'fifty open visits out of 100,000 touch one index and at most 51 rows (%s plan, after %s)',
  async (mode, after) => {
    const plan = await planOf(mode, { office, workflow: 'visit', tag: 'open', after, limit: 50 });
    const scans = nodes(plan).filter((node) => node['Node Type'].includes('Scan'));
    expect(scans.map((scan) => scan['Index Name'])).toEqual(['cases_open']);
    expect(nodes(plan).map((node) => node['Node Type'])).not.toContain('Sort');
    const [scan] = scans;
    expect((scan?.['Actual Rows'] ?? 0) + (scan?.['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(51);
    expect(plan['Actual Rows']).toBe(50);
  },
);

test('a list of another tag, and one of all, go along one index in its order', async () => {
  for (const tag of ['closed', undefined]) {
    const plan = await planOf('generic', { office, workflow: 'visit', tag, limit: 50 });
    const scans = nodes(plan).filter((node) => node['Node Type'].includes('Scan'));
    expect(scans.map((scan) => scan['Index Name'])).toEqual(['cases_by_workflow']);
    expect(nodes(plan).map((node) => node['Node Type'])).not.toContain('Sort');
  }
});

test('the pages are those of the store', async () => {
  const store = createPostgresStore(database);
  const first = await store.list({ office, workflow: 'visit', tag: 'open', limit: 50 });
  const second = await store.list({ office, workflow: 'visit', tag: 'open', after: first.at(-1)?.id, limit: 50 });
  const ids = [...first, ...second].map(({ id }) => id);
  expect(new Set(ids).size).toBe(100);
  expect([...ids].sort()).toEqual(ids);
});
