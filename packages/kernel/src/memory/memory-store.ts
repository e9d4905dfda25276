import type { Instant } from '@front-office/values';
import { isReactionJob } from '../after-commit/reaction-jobs.ts';
import { asSaid } from '../log.ts';
import type { Found, Lookup } from '../read.ts';
import { type Labels, mayRead } from '../reading.ts';
import type {
  CaseRef,
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
} from '../store.ts';
import { MemoryFeed } from './memory-feed.ts';
import { memoryJobs, waiting } from './memory-jobs.ts';
import { memorySeals } from './memory-seals.ts';
import { compare, type OfficeRows, type Offices, type OpenItem, officeOf } from './office-rows.ts';

/**
 * A store in memory, for tests and for trying an office out: cases, records, log and lists by tag. It has no SQL, so
 * projections are not written and named constraints do not hold. What it is given it copies, as a database would.
 */
export class MemoryStore implements Store {
  readonly #offices: Offices = new Map();
  readonly feed = new MemoryFeed(this.#offices);
  readonly jobs = memoryJobs(this.#offices);
  readonly seals = memorySeals(this.#offices, this.feed);
  /** Awaited inside every transaction, so that a test can end them in another order than they began. */
  readonly #inTransaction: (() => Promise<void>) | undefined;

  constructor({ inTransaction }: { readonly inTransaction?: () => Promise<void> } = {}) {
    this.#inTransaction = inTransaction;
  }

  async load({ office, workflow, case: caseId, request, lookups, labels = 'all' }: Load): Promise<Loaded> {
    const own = this.#office(office);
    const row = caseId === undefined ? undefined : own.cases.get(caseId);
    const loaded = row?.workflow === workflow ? row : undefined;
    return structuredClone({
      case: loaded,
      request: request === undefined ? undefined : own.requests.get(request),
      found: lookups.map((lookup) => find(own, lookup, loaded, labels)),
    });
  }

  async loadAll(wanted: readonly Load[]): Promise<readonly Loaded[]> {
    return Promise.all(wanted.map((each) => this.load(each)));
  }

  async commit(given: Commit): Promise<CommitOutcome> {
    // Projections stay out: there is no SQL here, and structuredClone keeps the caller's objects apart from ours.
    const commit = structuredClone({ ...given, projections: [], erase: given.erase && [] });
    return this.#transaction<CommitOutcome>(() => {
      const clash = this.#clashOf(commit);
      if (clash) return { outcome: { done: false, clash }, written: [] };
      this.#write(commit);
      return { outcome: { done: true }, written: [commit.log] };
    });
  }

  async commitAll(given: readonly Commit[]): Promise<boolean> {
    const commits = structuredClone(given.map((commit) => ({ ...commit, projections: [], erase: commit.erase && [] })));
    return this.#transaction(() => {
      const unique = (values: readonly string[]) => new Set(values).size === values.length;
      const apart =
        unique(commits.map(({ log }) => `${log.office}/${log.request}`)) &&
        unique(commits.map(({ log }) => `${log.office}/${log.case}`));
      if (!apart || commits.some((commit) => this.#clashOf(commit))) return { outcome: false, written: [] };
      for (const commit of commits) this.#write(commit);
      return { outcome: true, written: commits.map(({ log }) => log) };
    });
  }

  async requests(office: string, requests: readonly string[]): Promise<ReadonlySet<string>> {
    const own = this.#office(office);
    return new Set(requests.filter((request) => own.requests.has(request)));
  }

  async log(office: string, caseId: string): Promise<readonly LogRow[]> {
    return structuredClone(this.#office(office).log.filter((row) => row.case === caseId));
  }

  async list({ office, workflow, tag, after, limit, labels = 'all' }: ListPage): Promise<readonly CaseRow[]> {
    const rows = [...this.#office(office).cases.values()].filter(
      (row) =>
        row.workflow === workflow &&
        mayRead(labels, row.label) &&
        (tag === undefined || row.tags.includes(tag)) &&
        (after === undefined || row.id > after),
    );
    return structuredClone(rows.sort(byCaseId).slice(0, limit));
  }

  async workItems(office: string, labels: Labels = 'all'): Promise<readonly OpenItem[]> {
    const items = [...this.#office(office).items.values()].filter(({ label }) => mayRead(labels, label));
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

  async outdated(workflow: string, machineVersion: number, limit: number): Promise<readonly CaseRef[]> {
    const rows = [...this.#offices].flatMap(([office, { cases }]) =>
      [...cases.values()]
        .filter((row) => row.workflow === workflow && row.machineVersion < machineVersion)
        .map((row) => ({ office, case: row.id })),
    );
    return rows.slice(0, limit);
  }

  async upgrade(row: CaseRow): Promise<boolean> {
    const { cases } = this.#office(row.office);
    const stored = cases.get(row.id);
    if (stored?.version !== row.version || stored.machineVersion >= row.machineVersion) return false;
    cases.set(row.id, structuredClone(row));
    return true;
  }

  /** Effects waiting in one office, for tests. */
  waiting(office: string): readonly Job[] {
    return [...this.#office(office).jobs.values()].map(({ key, effect, params }) =>
      structuredClone({ key, effect, params }),
    );
  }

  /** The whole log of one office as it was said, in order of commit, for tests. */
  history(office: string) {
    return this.#office(office).log.map((row) => asSaid(structuredClone(row)));
  }

  async #transaction<T>(write: () => { outcome: T; written: readonly LogRow[] }): Promise<T> {
    const tx = this.feed.begin();
    let written: readonly LogRow[] = [];
    try {
      await this.#inTransaction?.();
      const done = write();
      written = done.written;
      return done.outcome;
    } finally {
      this.feed.endOf(tx, written);
    }
  }

  #clashOf({ log, case: row }: Commit): 'version' | 'request' | undefined {
    const own = this.#office(row.office);
    if ((own.versions.get(row.id) ?? 0) !== row.version - 1) return 'version';
    return own.requests.has(log.request) ? 'request' : undefined;
  }

  #write({ log, case: row, workItems, jobs, keys, erase }: Commit): void {
    const own = this.#office(row.office);
    if (erase) forget(own, row.id);
    own.log.push(log);
    own.versions.set(row.id, row.version);
    own.requests.set(log.request, log);
    if (erase) return;
    own.cases.set(row.id, row);
    if (keys) own.keys.set(row.id, keys);
    for (const kind of workItems.drop) own.items.delete(`${row.id}/${kind}`);
    for (const item of workItems.put)
      own.items.set(`${row.id}/${item.kind}`, { ...item, case: row.id, workflow: row.workflow });
    for (const job of jobs) own.jobs.set(job.key, waiting(row.office, row.id, own, job, row.changedAt));
  }

  #office(id: string): OfficeRows {
    return officeOf(this.#offices, id);
  }
}

/** Erases a case: its log keeps the rows without what is personal, all else goes. */
function forget(own: OfficeRows, id: string): void {
  for (const [index, row] of own.log.entries()) {
    if (row.case !== id) continue;
    const bare = { ...row, personal: {}, salt: null };
    own.log[index] = bare;
    own.requests.set(row.request, bare);
  }
  own.cases.delete(id);
  own.keys.delete(id);
  // What other packages have still to make of its facts goes on, and is shown while it is stuck.
  for (const [key, job] of own.jobs) if (job.case === id && !isReactionJob(job)) own.jobs.delete(key);
  const stuck = new Set([...own.jobs.values()].filter((job) => job.case === id).map((job) => job.item));
  for (const [key, item] of own.items) if (item.case === id && !stuck.has(item.kind)) own.items.delete(key);
}

function find(own: OfficeRows, lookup: Lookup, loaded: CaseRow | undefined, labels: Labels): Found[] {
  const value = typeof lookup.value === 'string' ? lookup.value : loaded?.snapshot.context[lookup.value.context];
  if (typeof value !== 'string') return [];
  const rows = [...own.cases.values()]
    .filter((row) => row.workflow === lookup.record && mayRead(labels, row.label))
    .sort(byCaseId);
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
const byCaseId = (one: CaseRow, other: CaseRow) => compare(one.id, other.id);
