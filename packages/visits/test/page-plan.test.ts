import { migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VisitQuery, visitPage, visitsModule } from '../src/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([visitsModule]) });
});
afterAll(() => database.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

describe('one hundred thousand visits', () => {
  const office = newId();
  beforeAll(async () => {
    await database.pool.query(
      `insert into visits.visitor_log (office_id, visit_id, state, open, moment, visitor, host_id, announced, name_is_barred, host_reminded, forgotten)
       select case when n % 2 = 0 then $1 else $2 end::uuid, gen_random_uuid(), 'waiting', n % 10 < 2, timestamptz '2026-01-01' + n * interval '1 minute',
         '{"family": "Musterfrau"}', gen_random_uuid(), false, false, false, false
       from generate_series(1, 100000) n`,
      [office, newId()],
    );
    await database.pool.query('vacuum analyze visits.visitor_log');
  }, 30_000);

  it.each(['custom', 'generic'])('one page of open ones touches one index and 51 rows (%s plan)', async (mode) => {
    const { text, values } = visitPage(office, VisitQuery.parse({ from: '2026-02-01T00:00:00Z' }));
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.office', $1, true), set_config('role', 'front_office_app', true)`, [
        office,
      ]);
      await client.query(`set local plan_cache_mode = force_${mode}_plan`);
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
      const scans = nodes(rows[0]['QUERY PLAN'][0].Plan).filter((node) => node['Node Type'].includes('Scan'));
      expect(scans).toHaveLength(1);
      const [scan] = scans;
      expect(scan).toMatchObject({ 'Node Type': 'Index Scan', 'Index Name': 'visitor_log_page', 'Actual Rows': 51 });
      expect(scan?.['Rows Removed by Filter'] ?? 0).toBe(0);
    } finally {
      client.release(true);
    }
  });
});
