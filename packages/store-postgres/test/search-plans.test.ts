import { migrate, migrationsOf } from '@front-office/store-postgres';
import { newId } from '@front-office/values';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedDatabase, ownedDatabase } from './support/ordinary-owner.ts';

const ROWS = 100_000;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const [office, neighbour] = [newId(), newId()];
let database: OwnedDatabase;
beforeAll(async () => {
  database = await ownedDatabase(); // whose owner is held up by the walls, as in a house of one's own
  await migrate({ pool: database.ownerPool, modules: migrationsOf() });
  const { pool } = database;
  const caseOf = `md5((n / 4)::text)::uuid`;
  const officeOf = `case when n / 4 % 2 = 0 then '${office}' else '${neighbour}' end::uuid`;
  await pool.query(`
    insert into kernel.log (office_id, case_id, version, workflow, machine_version, command, at, by, request, input, known,
      facts, state, tags, personal, leaf, tx)
    select ${officeOf}, ${caseOf}, n % 4 + 1, 'visit', 1, 'walkIn', now(), '{}', n, '{}', '{}', '[]', 'waiting', '{open}', '{}',
      '', (n / 300 + 1)::text::xid8
    from generate_series(0, ${ROWS - 1}) n`);
  await pool.query(`
    insert into kernel.cases (office_id, id, workflow, machine_version, version, state, tags, snapshot, timers, due, opened_at, changed_at)
    select ${officeOf}, gen_random_uuid(), 'visit', case when n % 10000 = 0 then 1 else 2 end, 1, 'waiting', '{open}', '{}',
      jsonb_build_object('reminder', jsonb_build_object('token', 1, 'due', timestamptz '2026-07-01' + n * interval '1 minute')),
      timestamptz '2026-07-01' + n * interval '1 minute', now(), now()
    from generate_series(0, ${ROWS - 1}) n`);
  // Mostly put off until tomorrow, as on a day on which the mail server is away; some dead, some waiting in order.
  await pool.query(`
    insert into kernel.jobs (office_id, key, case_id, effect, params, run_at, attempts, failed_at)
    select ${officeOf}, n, ${caseOf}, case when n % 10 = 0 then 'reaction:visits-messages' else 'sendMail' end, '{}',
      case when n % 200 = 0 then timestamptz '2026-06-30' else timestamptz '2026-07-02' end + n * interval '1 millisecond',
      case when n % 400 = 0 then 0 else 1 end, case when n % 5 = 1 then timestamptz '2026-06-30' end
    from generate_series(0, ${ROWS - 1}) n`);
  await pool.query('vacuum analyze kernel.log, kernel.cases, kernel.jobs');
});
afterAll(() => database.drop());

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
const isScan = ({ 'Node Type': type }: Plan) => /^(Index|Index Only|Seq|Bitmap Heap|Bitmap Index|Tid) Scan/.test(type);

/** The scans of tables inside a function, as its statements ran for the app role. */
async function scansOf(mode: 'custom' | 'generic', call: string) {
  const client = new pg.Client(database.connection);
  const plans: Plan[] = [];
  client.on('notice', ({ message = '' }) => {
    const json = /plan:\n(\{.*\})/s.exec(message)?.[1];
    if (json !== undefined) plans.push(JSON.parse(json).Plan);
  });
  await client.connect();
  await client.query(`
    load 'auto_explain';
    set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on;
    set auto_explain.log_format = json; set client_min_messages = log;
    set plan_cache_mode = force_${mode}_plan`);
  await client.query('begin; set local role front_office_app');
  const { rowCount } = await client.query(`select * from kernel.${call}`);
  await client.query('rollback');
  await client.end();
  const scans = plans.flatMap(nodes).filter((node) => isScan(node) && node['Actual Loops'] > 0);
  return {
    rowCount,
    indexes: [...new Set(scans.map((scan) => scan['Index Name'] ?? `all of ${scan['Relation Name']}`))].sort(),
    rowsRead: scans.reduce((sum, scan) => {
      return sum + (scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)) * scan['Actual Loops'];
    }, 0),
  };
}

const nil = '00000000-0000-0000-0000-000000000000';

describe.each(['custom', 'generic'] as const)('with 100,000 rows and a %s plan', (mode) => {
  test('fifty due jobs are taken along the three queues', async () => {
    const found = await scansOf(mode, `lease_jobs('2026-07-01', '2026-07-01 00:01', 50)`);
    expect(found.rowCount).toBe(50);
    expect(found.indexes).toEqual(['jobs_again', 'jobs_begun', 'jobs_in_order', 'jobs_new', 'jobs_pk']);
    expect(found.rowsRead).toBeLessThan(500);
  });

  test('no due job is found as quickly, however many are put off', async () => {
    const found = await scansOf(mode, `lease_jobs('2026-06-29', '2026-07-01', 50)`);
    expect(found.indexes).not.toContain('all of jobs');
    expect(found.rowsRead).toBeLessThan(2_000);
  });

  test.each([
    ['of all offices', 'null', 50],
    ['of one office', `'${office}'`, 150],
  ])('the next fifty rows of the feed %s are read along one index', async (_, only, most) => {
    const found = await scansOf(mode, `feed_after('150', '${nil}', '${nil}', 0, ${only}, 50)`);
    expect(found.rowCount).toBe(50);
    expect(found.indexes).toEqual(['log_by_tx']);
    expect(found.rowsRead).toBeLessThanOrEqual(most);
  });

  test('nothing new in the feed reads nothing, and its end is one row', async () => {
    const nothing = await scansOf(mode, `feed_after('400', '${nil}', '${nil}', 0, null, 50)`);
    expect(nothing).toEqual({ rowCount: 0, indexes: ['log_by_tx'], rowsRead: 0 });
    expect(await scansOf(mode, 'feed_end()')).toEqual({ rowCount: 1, indexes: ['log_by_tx'], rowsRead: 1 });
  });

  test('due timers and outdated cases are found along their indexes', async () => {
    const due = await scansOf(mode, `due_timers('2026-07-03', 50)`);
    expect(due).toEqual({ rowCount: 50, indexes: ['cases_due'], rowsRead: 50 });
    const outdated = await scansOf(mode, `outdated_cases('visit', 2, 50)`);
    expect(outdated).toEqual({ rowCount: 10, indexes: ['cases_by_machine'], rowsRead: 10 });
    expect((await scansOf(mode, `outdated_cases('visit', 1, 50)`)).rowsRead).toBe(0);
  });
});
