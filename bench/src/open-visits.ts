import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules } from '@front-office/office';
import { startPostgres } from '@front-office/postgres-embedded';
import { createPool, createPostgresStore, migrate, migrationsOf } from '@front-office/store-postgres';
import { newId } from '@front-office/values';
import { listVisits, VisitQuery, visitPage } from '@front-office/visits';
import type { Pool } from 'pg';
import { findPgbench, runPgbench } from './pgbench.ts';
import { median, ratio, two } from './statistics.ts';

const ROUNDS = 5;
const SECONDS = 3;
const VISITS = 100_000;

/** One page of 50 open visits out of 100,000, against pgbench with the same statement and the same walls. */
export async function benchOpenVisits(): Promise<string[]> {
  const program = findPgbench();
  if (program === undefined)
    return ['open visits against pgbench: left out, there is no pgbench here (Debian: postgresql-15)'];
  const dataDir = await mkdtemp(join(tmpdir(), 'front-office-bench-'));
  const server = await startPostgres({ dataDir });
  const pool = createPool({ connection: server.connection, max: 1 });
  await migrate({ pool, modules: migrationsOf(modules) });
  const office = newId();
  await fill(pool, office);
  const query = createPostgresStore({ pool }).query(office);
  const page = VisitQuery.parse({ show: 'open' });

  const rounds: { a: number; b: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const b = await pagesFor(() => listVisits(query, office, page));
    const a = await runPgbench(program, {
      ...scriptOf(office, page),
      connection: server.connection,
      clients: 1,
      seconds: SECONDS,
    });
    rounds.push({ a, b });
  }
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
  const [theirs, ours] = [median(rounds.map(({ a }) => a)), median(rounds.map(({ b }) => b))];
  return [
    `50 open visits of ${VISITS}, time of ours / pgbench: ${two(ratio(rounds))}  (${(1_000 / ours).toFixed(2)} / ${(1_000 / theirs).toFixed(2)} ms)`,
  ];
}

async function pagesFor(read: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < SECONDS * 1_000; count++) await read();
  return count / ((performance.now() - start) / 1_000);
}

/** Every fifth visit is open. */
async function fill(pool: Pool, office: string): Promise<void> {
  await pool.query(
    `with office as (select set_config('app.office', $1, false))
     insert into visits.visitor_log (office_id, visit_id, state, open, moment, visitor, host_id, announced, name_is_barred, host_reminded, forgotten)
     select $1::uuid, gen_random_uuid(), case when n % 5 = 0 then 'waiting' else 'left' end, n % 5 = 0,
       timestamptz '2026-01-01' + n * interval '1 minute', '{"family": "Musterfrau"}', gen_random_uuid(), false, false, false, false
     from office, generate_series(1, ${VISITS}) n`,
    [office],
  );
  await pool.query('vacuum analyze visits.visitor_log');
}

/** The statement itself, with `$1` and the others as pgbench writes its parameters. */
function scriptOf(office: string, page: VisitQuery) {
  const { text, values } = visitPage(office, page);
  const named = text.replace(/\$(\d+)/g, (_, number) => `:v${number}`);
  const script = `\\startpipeline
select set_config('app.office', :v1, true), set_config('role', 'front_office_app', true);
${named.replaceAll('\n', ' ')};
\\endpipeline
`;
  return { script, values: Object.fromEntries(values.map((value, index) => [`v${index + 1}`, String(value)])) };
}
