import type {
  CaseRow,
  Commit,
  CommitOutcome,
  DueTimer,
  Found,
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
import { inOffice } from './in-office.ts';
import { selectFound } from './lookups.ts';
import { listenForLostConnections } from './pool.ts';
import {
  selectCase,
  selectDue,
  selectLog,
  selectPage,
  selectRequest,
  selectWorkItems,
  statementsOf,
} from './statements.ts';

/** The kernel's store on PostgreSQL, with SQL reads. Whoever made the pool ends it. */
export interface PostgresStore extends Store {
  query(office: string): QueryRows;
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

  /** One statement. Its columns are the fields of `R`: see statements.ts. */
  const rows = async <R>(office: string, statement: Statement): Promise<readonly R[]> => {
    const [found = []] = await inOffice(pool, office, [statement]);
    return found as readonly unknown[] as readonly R[];
  };

  return {
    load: (wanted) => load(pool, wanted),
    commit: (commit) => write(pool, commit),
    log: async (office, caseId) => (isId(caseId) ? rows<LogRow>(office, selectLog(office, caseId)) : []),
    list: (page) => rows<CaseRow>(page.office, selectPage(page)),
    workItems: (office) => rows<OpenItem>(office, selectWorkItems(office)),
    due: (now: Instant, limit) => rows<DueTimer>(noOffice, selectDue(now, limit)),
    query: (office) => (statement) => rows(office, statement),
  };
}

type OpenItem = WorkItem & { readonly case: string; readonly workflow: string };

const noOffice = '';

/** Ids are UUIDs in lower case. Anything else that somebody asks for is the id of nothing. */
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function load(pool: pg.Pool, wanted: Load): Promise<Loaded> {
  const { office, workflow, request, lookups } = wanted;
  const caseId = wanted.case !== undefined && isId(wanted.case) ? wanted.case : undefined;
  const answers = await inOffice(pool, office, [
    ...(caseId === undefined ? [] : [selectCase(office, workflow, caseId)]),
    ...(request === undefined ? [] : [selectRequest(office, request)]),
    ...lookups.map((lookup) => selectFound(lookup, { office, workflow, case: caseId })),
  ]);
  const rest = [...answers];
  // Each statement selects the fields of what it is read as.
  const row = (caseId === undefined ? undefined : rest.shift()?.[0]) as Row & CaseRow;
  const said = (request === undefined ? undefined : rest.shift()?.[0]) as Row & LogRow;
  return { case: row, request: said, found: rest as readonly unknown[] as Found[][] };
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
