import { createPool, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { selectByHash } from '../src/sessions.ts';
import { CountedSocket } from './support/counted-socket.ts';
import { aMembership, anAccount, aSession } from './support/people.ts';

const SESSIONS = 20_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: [...migrationsOf(), signInMigrations] });
});
afterAll(() => database.drop());

test('whose session it is takes one round trip and one statement that is parsed once', async () => {
  const pool = createPool({ connection: { ...database.connection, stream: () => new CountedSocket() }, max: 1 });
  const directory = createPostgresDirectory({ pool });
  const account = anAccount();
  const membership = aMembership(account.id);
  const session = aSession(account.id, { office: membership.office });
  await directory.addAccount(account);
  await directory.addMembership(membership);
  await directory.addSession(session);

  for (let request = 0; request < 3; request++) {
    CountedSocket.syncs = 0;
    expect(await directory.session(session.hash)).toEqual({ session, account, membership });
    expect(CountedSocket.syncs).toBe(1);
  }
  const { rows } = await pool.query(
    'select generic_plans + custom_plans as runs from pg_prepared_statements where statement = $1',
    [selectByHash],
  );
  expect(rows).toEqual([{ runs: '3' }]);
  await pool.end();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test.each(['custom', 'generic'])('it reads three rows through three indexes with a %s plan', async (mode) => {
  await database.pool.query('truncate sign_in.session, sign_in.membership, sign_in.account cascade');
  const id = (kind: string, n = 'n') => `md5('${kind} ' || ${n})::uuid`;
  await database.pool.query(`
    insert into sign_in.account (id, name, shown_as, language, demo, created_at, revision)
    select ${id('account')}, n || '@example.com', n, 'de', false, now(), 0 from generate_series(1, ${SESSIONS / 4}) n;
    insert into sign_in.membership (office_id, staff_id, account_id, since)
    select ${id('office', '(n % 10)')}, ${id('staff')}, ${id('account')}, now() from generate_series(1, ${SESSIONS / 4}) n;
    insert into sign_in.session (id, account_id, office_id, hash, browser_hash, proven_by, owes_second, created_at, proven_at,
      last_seen_at, until, ended_at, revision)
    select ${id('session')}, ${id('account', '(n / 4 + 1)')}, ${id('office', '((n / 4 + 1) % 10)')}, 'hash ' || n, n, '{pwd}', false,
      now(), now(), now(), now(), case when n % 2 = 0 then now() end, 0
    from generate_series(1, ${SESSIONS - 4}) n;
    analyze sign_in.session, sign_in.membership, sign_in.account`);
  const client = await database.pool.connect();
  await client.query(`begin; set local plan_cache_mode = force_${mode}_plan; prepare whose as ${selectByHash}`);
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, format json) execute whose('hash 4711')`,
  );
  await client.query('rollback; deallocate whose');
  client.release();
  const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
  const scans = nodes(plan?.Plan as Plan).filter((node) => node['Relation Name'] !== undefined);
  expect(
    scans.map((scan) => ({ type: scan['Node Type'], index: scan['Index Name'], rows: scan['Actual Rows'] })),
  ).toEqual([
    { type: 'Index Scan', index: 'session_hash', rows: 1 },
    { type: 'Index Scan', index: 'account_pk', rows: 1 },
    { type: 'Index Scan', index: 'membership_of_account', rows: 1 },
  ]);
});
