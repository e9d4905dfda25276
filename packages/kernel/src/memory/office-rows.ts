import type { LeasedJob } from '../after-commit/jobs-port.ts';
import type { SealedBatch, SealHead } from '../after-commit/seal-port.ts';
import type { CaseRow, LogRow, WorkItem } from '../store.ts';

export type OpenItem = WorkItem & { readonly case: string; readonly workflow: string };

/** A job as a table would hold it. */
export interface JobRow extends LeasedJob {
  readonly workflow: string;
  readonly runAt: string;
  readonly leasedUntil: string | null;
  readonly error: string | null;
  readonly failedAt: string | null;
  /** Kind of the work item that shows it while it is dead. */
  readonly item: string | null;
}

/** One office's rows. */
export class OfficeRows {
  readonly cases = new Map<string, CaseRow>();
  readonly log: LogRow[] = [];
  /** The last version of every case there ever was, erased ones too. */
  readonly versions = new Map<string, number>();
  readonly requests = new Map<string, LogRow>();
  readonly keys = new Map<string, readonly string[]>();
  readonly items = new Map<string, OpenItem>();
  readonly jobs = new Map<string, JobRow>();
  readonly sealed: SealedBatch[] = [];
  head: SealHead = { size: 0, frontier: [] };
}

/** All offices of a memory store. */
export type Offices = Map<string, OfficeRows>;

export function officeOf(offices: Offices, id: string): OfficeRows {
  const own = offices.get(id) ?? new OfficeRows();
  offices.set(id, own);
  return own;
}

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
