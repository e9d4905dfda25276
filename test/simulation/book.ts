import type { CaseRow, LogRow, MemoryStore } from '../../packages/kernel/src/index.ts';
import { isErasedRow } from './office/ticket.ts';
import { Violation } from './violation.ts';

/** A case as the database had it when it was last looked at. */
export interface CaseRead {
  readonly office: string;
  readonly id: string;
  readonly workflow: string;
  readonly log: readonly LogRow[];
  /** Nothing once it is erased. */
  readonly row: CaseRow | undefined;
  readonly erased: boolean;
}

/** What the database holds, read anew about every case that something was written about. */
export class Book {
  readonly #store: MemoryStore;
  readonly #touched = new Map<string, { readonly office: string; readonly id: string }>();
  readonly #cases = new Map<string, CaseRead>();
  readonly #requests = new Map<string, { readonly office: string; readonly id: string; readonly version: number }>();

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  touch(office: string, id: string): void {
    this.#touched.set(`${office}/${id}`, { office, id });
  }

  /** Reads what was touched since, and answers it. */
  async refresh(): Promise<readonly CaseRead[]> {
    if (this.#touched.size === 0) return [];
    const touched = [...this.#touched.values()];
    this.#touched.clear();
    const read: CaseRead[] = [];
    for (const { office, id } of touched) {
      const log = await this.#store.log(office, id);
      const [first] = log;
      if (first === undefined) continue; // it came to nothing
      const { workflow } = first;
      const { case: row } = await this.#store.load({ office, workflow, case: id, lookups: [] });
      const now = { office, id, workflow, log, row, erased: log.some(isErasedRow) };
      this.#cases.set(`${office}/${id}`, now);
      this.#enter(now);
      read.push(now);
    }
    return read;
  }

  #enter({ office, id, log }: CaseRead): void {
    for (const { request, version } of log) {
      const key = `${office}/${request}`;
      const known = this.#requests.get(key);
      if (known === undefined) this.#requests.set(key, { office, id, version });
      else if (known.id !== id || known.version !== version)
        throw new Violation(
          'one request, one row',
          `${request} is version ${version} of ${id} and ${known.version} of ${known.id}`,
        );
    }
  }

  /** The row of an accepted request. */
  rowOf(office: string, request: string): LogRow | undefined {
    const place = this.#requests.get(`${office}/${request}`);
    return place && this.caseOf(office, place.id)?.log.find(({ version }) => version === place.version);
  }

  caseOf(office: string, id: string): CaseRead | undefined {
    return this.#cases.get(`${office}/${id}`);
  }

  get cases(): readonly CaseRead[] {
    return [...this.#cases.values()];
  }

  /** How many rows an office has. */
  rowsIn(office: string): number {
    return this.cases.reduce((sum, read) => sum + (read.office === office ? read.log.length : 0), 0);
  }
}
