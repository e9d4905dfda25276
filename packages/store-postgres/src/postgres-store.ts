import type {
  CaseRef,
  CaseRow,
  Commit,
  CommitOutcome,
  DueTimer,
  Found,
  Labels,
  Load,
  Loaded,
  LogRow,
  QueryRows,
  Store,
  WorkItem,
} from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type pg from 'pg';
import type { Row, Statement } from './batch.ts';
import { clashOf } from './failures.ts';
import { createFeed } from './feed.ts';
import { inOffice, inOffices, noOffice, rowsIn } from './in-office.ts';
import { createJobQueue } from './job-queue.ts';
import { selectFound } from './lookups.ts';
import { listenForLostConnections } from './pool.ts';
import { createSeals } from './seals.ts';
import {
  selectCase,
  selectDue,
  selectLog,
  selectOutdated,
  selectPage,
  selectRequest,
  selectRequests,
  selectWorkItems,
  statementsOf,
  upgradeCase,
} from './statements.ts';

/** The kernel's store on PostgreSQL, with SQL reads. Whoever made the pool ends it. */
export interface PostgresStore extends Store {
  query(office: string, labels?: Labels): QueryRows;
}

/**
 * A store over a pool: `createPool()`'s, or your own. Every call is one round trip and one transaction; a commit that
 * loses against another or against a named constraint answers so. Run `migrate` and `checkDatabase` before.
 *
 * @throws TypeError for a pool in `pg`'s pipeline mode, which cannot take a batch.
 */
export function createPostgresStore({ pool }: { readonly pool: pg.Pool }): PostgresStore {
  if (pool.options.pipeline)
    throw new TypeError('A pool in pipeline mode runs no batches: make it without `pipeline: true`.');
  listenForLostConnections(pool);

  return {
    load: async (wanted) => {
      const [loaded = nothing] = await loadAll(pool, [wanted]);
      return loaded;
    },
    loadAll: (wanted) => loadAll(pool, wanted),
    commit: (commit) => write(pool, commit),
    commitAll: (commits) => writeAll(pool, commits),
    requests: (office, requests) => accepted(pool, office, requests),
    log: async (office, caseId) => (isId(caseId) ? rowsIn<LogRow>(pool, office, selectLog(office, caseId)) : []),
    list: (page) => rowsIn<CaseRow>(pool, page.office, selectPage(page), page.labels),
    workItems: (office, labels) => rowsIn<OpenItem>(pool, office, selectWorkItems(office), labels),
    due: (now: Instant, limit) => rowsIn<DueTimer>(pool, noOffice, selectDue(now, limit)),
    outdated: (workflow, machineVersion, limit) =>
      rowsIn<CaseRef>(pool, noOffice, selectOutdated(workflow, machineVersion, limit)),
    upgrade: async (row) => (await rowsIn(pool, row.office, upgradeCase(row))).length > 0,
    jobs: createJobQueue(pool),
    feed: createFeed(pool),
    seals: createSeals(pool),
    query:
      (office, labels = none) =>
      (statement) =>
        rowsIn(pool, office, statement, labels),
  };
}

type OpenItem = WorkItem & { readonly case: string; readonly workflow: string };

const none: Labels = new Set();
const nothing: Loaded = { case: undefined, request: undefined, found: [] };

/** Ids are UUIDs in lower case. Anything else that somebody asks for is the id of nothing. */
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function loadAll(pool: pg.Pool, wanted: readonly Load[]): Promise<readonly Loaded[]> {
  const [first] = wanted;
  if (first === undefined) return [];
  const rest = [...(await inOffice(pool, first.office, wanted.flatMap(statementsOfLoad), first.labels))];
  return wanted.map((load) => {
    // Each statement selects the fields of what it is read as.
    const row = (caseIdOf(load) === undefined ? undefined : rest.shift()?.[0]) as Row & CaseRow;
    const found = rest.splice(0, load.lookups.length) as readonly unknown[] as Found[][];
    const said = (load.request === undefined ? undefined : rest.shift()?.[0]) as Row & LogRow;
    return { case: row, request: said, found };
  });
}

const caseIdOf = (wanted: Load) => (wanted.case !== undefined && isId(wanted.case) ? wanted.case : undefined);

/**
 * In the order in which `loadAll` takes the answers: the case, each lookup, the request. Each statement sees what was
 * committed before it, and the request comes last: when the same request was accepted a moment ago, and the case or a
 * lookup shows it, then so does this, and no rule says no to what has been done.
 */
function statementsOfLoad(wanted: Load): readonly Statement[] {
  const { office, workflow, request, lookups } = wanted;
  const caseId = caseIdOf(wanted);
  return [
    ...(caseId === undefined ? [] : [selectCase(office, workflow, caseId)]),
    ...lookups.map((lookup) => selectFound(lookup, { office, workflow, case: caseId })),
    ...(request === undefined ? [] : [selectRequest(office, request)]),
  ];
}

async function write(pool: pg.Pool, commit: Commit): Promise<CommitOutcome> {
  try {
    await inOffice(pool, commit.case.office, statementsOf(commit));
    return { done: true };
  } catch (error) {
    const clash = clashOf(error);
    if (clash) return clash;
    throw error;
  }
}

async function writeAll(pool: pg.Pool, commits: readonly Commit[]): Promise<boolean> {
  if (commits.length === 0) return true;
  const groups = [...Map.groupBy(commits, ({ log }) => log.office)];
  try {
    await inOffices(
      pool,
      groups.map(([office, those]) => ({ office, statements: those.flatMap(statementsOf) })),
    );
    return true;
  } catch (error) {
    if (clashOf(error)) return false;
    throw error;
  }
}

async function accepted(pool: pg.Pool, office: string, requests: readonly string[]): Promise<ReadonlySet<string>> {
  if (requests.length === 0) return new Set();
  const rows = await rowsIn<{ request: string }>(pool, office, selectRequests(office, requests));
  return new Set(rows.map(({ request }) => request));
}
