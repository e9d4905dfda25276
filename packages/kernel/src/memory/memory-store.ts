import type { Instant } from '@front-office/values';
import { asSaid } from './log.ts';
import type { Found, Lookup } from './read.ts';
import type {
  CaseRow,
  Commit,
  CommitOutcome,
  DueTimer,
  Job,
  ListPage,
  Load,
  Loaded,
  LogRow,
  Store,
  WorkItem,
} from './store.ts';

type OpenItem = WorkItem & { readonly case: string; readonly workflow: string };

/** One office's rows. */
class Office {
  readonly cases = new Map<string, CaseRow>();
  readonly log: LogRow[] = [];
  readonly requests = new Map<string, LogRow>();
  readonly keys = new Map<string, readonly string[]>();
  readonly items = new Map<string, OpenItem>();
  readonly jobs: Job[] = [];
}

/**
 * A store in memory, for tests and for trying an office out: cases, records, log and lists by tag. It has no SQL, so
 * projections are not written and named constraints do not hold. What it is given it copies, as a database would.
 */
export class MemoryStore implements Store {
  readonly #offices = new Map<string, Office>();

  async load({ office, workflow, case: caseId, request, lookups }: Load): Promise<Loaded> {
    const own = this.#office(office);
    const row = caseId === undefined ? undefined : own.cases.get(caseId);
    const loaded = row?.workflow === workflow ? row : undefined;
    return structuredClone({
      case: loaded,
      request: request === undefined ? undefined : own.requests.get(request),
      found: lookups.map((lookup) => find(own, lookup, loaded)),
    });
  }

  async commit(given: Commit): Promise<CommitOutcome> {
    // Projections stay out: there is no SQL here, and structuredClone keeps the caller's objects apart from ours.
    const { log, case: row, workItems, jobs, keys } = structuredClone({ ...given, projections: [] });
    const own = this.#office(row.office);
    if ((own.cases.get(row.id)?.version ?? 0) !== row.version - 1) return { done: false, clash: 'version' };
    if (own.requests.has(log.request)) return { done: false, clash: 'request' };
    own.log.push(log);
    own.requests.set(log.request, log);
    own.cases.set(row.id, row);
    if (keys) own.keys.set(row.id, keys);
    for (const kind of workItems.drop) own.items.delete(`${row.id}/${kind}`);
    for (const item of workItems.put)
      own.items.set(`${row.id}/${item.kind}`, { ...item, case: row.id, workflow: row.workflow });
    own.jobs.push(...jobs);
    return { done: true };
  }

  async log(office: string, caseId: string): Promise<readonly LogRow[]> {
    return structuredClone(this.#office(office).log.filter((row) => row.case === caseId));
  }

  async list({ office, workflow, tag, after, limit }: ListPage): Promise<readonly CaseRow[]> {
    const rows = [...this.#office(office).cases.values()].filter(
      (row) =>
        row.workflow === workflow &&
        (tag === undefined || row.tags.includes(tag)) &&
        (after === undefined || row.id > after),
    );
    return structuredClone(rows.sort(byCaseId).slice(0, limit));
  }

  async workItems(office: string): Promise<readonly OpenItem[]> {
    const items = [...this.#office(office).items.values()];
    return structuredClone(items.sort((one, other) => (one.due < other.due ? -1 : 1)));
  }

  async due(now: Instant, limit: number): Promise<readonly DueTimer[]> {
    const due: DueTimer[] = [];
    for (const [office, own] of this.#offices) {
      for (const row of own.cases.values()) {
        for (const [timer, { token, due: at }] of Object.entries(row.timers)) {
          if (at <= now) due.push({ office, case: row.id, workflow: row.workflow, timer, token, due: at });
        }
      }
    }
    return due.sort((one, other) => (one.due < other.due ? -1 : 1)).slice(0, limit);
  }

  /** Effects waiting in one office, for tests. */
  jobs(office: string): readonly Job[] {
    return structuredClone(this.#office(office).jobs);
  }

  /** The whole log of one office as it was said, in order of commit, for tests. */
  history(office: string) {
    return this.#office(office).log.map((row) => asSaid(structuredClone(row)));
  }

  #office(id: string): Office {
    const own = this.#offices.get(id) ?? new Office();
    this.#offices.set(id, own);
    return own;
  }
}

function find(own: Office, lookup: Lookup, loaded: CaseRow | undefined): Found[] {
  const value = typeof lookup.value === 'string' ? lookup.value : loaded?.snapshot.context[lookup.value.context];
  if (typeof value !== 'string') return [];
  const rows = [...own.cases.values()].filter((row) => row.workflow === lookup.record).sort(byCaseId);
  if (lookup.by === 'id') return rows.filter((row) => row.id === value).map(asFound);
  const fits = (key: string) => (lookup.by === 'key' ? key === value : key.startsWith(value));
  const matches = rows.flatMap((row) => {
    const [first] = (own.keys.get(row.id) ?? []).filter(fits).sort();
    return first === undefined ? [] : [{ key: first, row }];
  });
  return matches
    .sort((one, other) => compare(one.key, other.key))
    .slice(0, lookup.limit)
    .map(({ row }) => asFound(row));
}

const asFound = (row: CaseRow): Found => ({ id: row.id, version: row.version, data: row.snapshot.context });
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const byCaseId = (one: CaseRow, other: CaseRow) => compare(one.id, other.id);
