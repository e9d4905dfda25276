import type { Instant } from '@front-office/values';
import type { ActorRef } from './actor.ts';
import type { FeedStore } from './after-commit/feed-port.ts';
import type { JobStore } from './after-commit/jobs-port.ts';
import type { SealStore } from './after-commit/seal-port.ts';
import type { Found, Lookup } from './read.ts';
import type { Labels } from './reading.ts';
import type { QueryRows, Sql } from './sql.ts';

/** A pending timer of a case: the version that set it is its token, so that a stale firing is recognised. */
export interface Timer {
  readonly token: number;
  readonly due: Instant;
}

/** What a case is now. `snapshot` is XState's persisted snapshot, or `{ context }` for a record. */
export interface CaseRow {
  readonly office: string;
  readonly id: string;
  readonly workflow: string;
  readonly machineVersion: number;
  readonly version: number;
  readonly state: string;
  readonly tags: readonly string[];
  readonly snapshot: Snapshot;
  /** By XState's timer id, such as `xstate.after.hostReminder.visit.waiting`. */
  readonly timers: Readonly<Record<string, Timer>>;
  /** Confidentiality label: who may not read it is answered as if the case did not exist. */
  readonly label: string | null;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}

/** The stored form of a case: JSON, nothing else. */
export interface Snapshot {
  readonly context: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
  readonly status?: string;
}

/**
 * One accepted command. `input`, `known` and `facts` are without their personal fields, which lie in `personal` by JSON
 * pointer (`/input/visitor/family`). `leaf` commits to the whole row, personal fields included, under a random `salt`:
 * erasing drops fields and salt, and the leaf still stands in its proof without telling anything.
 */
export interface LogRow {
  readonly office: string;
  readonly case: string;
  readonly version: number;
  readonly workflow: string;
  readonly machineVersion: number;
  readonly command: string;
  readonly at: Instant;
  readonly by: ActorRef;
  readonly request: string;
  readonly input: unknown;
  readonly known: unknown;
  readonly facts: readonly unknown[];
  readonly state: string;
  readonly tags: readonly string[];
  readonly personal: Readonly<Record<string, unknown>>;
  /** Nothing once the row's case is erased. */
  readonly salt: Uint8Array | null;
  readonly leaf: Uint8Array;
}

/** Something that is due, for whom: what the desk's work list shows, from whatever package. */
export interface WorkItem {
  /** Names the sentence that describes it: `visit.waiting`. One item of a kind for one case. */
  readonly kind: string;
  readonly due: Instant;
  /** The capability without which nobody sees it. */
  readonly needs: string;
  /** The staff member it is for, or nobody in particular. */
  readonly assignee: string | null;
  /** Confidentiality label, or none. */
  readonly label: string | null;
}

/** An effect to run after the commit. Carries ids, no personal data. */
export interface Job {
  /** The same for every try, so that a port can tell a repetition. */
  readonly key: string;
  readonly effect: string;
  readonly params: unknown;
}

/** Everything one command writes, all or nothing. */
export interface Commit {
  readonly log: LogRow;
  readonly case: CaseRow;
  readonly projections: readonly Sql[];
  readonly workItems: { readonly put: readonly WorkItem[]; readonly drop: readonly string[] };
  readonly jobs: readonly Job[];
  /** Lookup keys of a record, complete; `undefined` leaves those there are. */
  readonly keys?: readonly string[] | undefined;
  /**
   * The case is erased with this row: all earlier rows of its log lose their personal fields and salt; the case itself,
   * its keys, work items and effects are dropped, and these statements drop the package's own rows. Reactions that have
   * still to handle its facts stay in the queue: what other packages owe is not erased with it.
   */
  readonly erase?: readonly Sql[] | undefined;
}

/**
 * How a commit ended. `version`: somebody was faster. `request`: this request was already accepted.
 * `constraint`: a named constraint of the database said no.
 */
export type CommitOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly clash: 'version' | 'request' }
  | { readonly done: false; readonly clash: 'constraint'; readonly constraint: string };

export interface Load {
  readonly office: string;
  readonly workflow: string;
  /** Absent for a start. */
  readonly case?: string | undefined;
  /** Absent when nothing is asked but reading. */
  readonly request?: string | undefined;
  readonly lookups: readonly Lookup[];
  /** Whose eyes the lookups are for; the system's own unless given. The case itself comes with its label. */
  readonly labels?: Labels | undefined;
}

export interface Loaded {
  readonly case: CaseRow | undefined;
  /** What this request id already stands for. */
  readonly request: LogRow | undefined;
  /** One list for each lookup, in order. */
  readonly found: readonly (readonly Found[])[];
}

export interface ListPage {
  readonly office: string;
  readonly workflow: string;
  readonly tag?: string | undefined;
  /** Case id to go on after; ids are time-ordered, so pages are in order of opening. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** Whose eyes the page is for; the system's own unless given. */
  readonly labels?: Labels | undefined;
}

/** A timer whose time has come. */
export interface DueTimer {
  readonly office: string;
  readonly case: string;
  readonly workflow: string;
  readonly timer: string;
  readonly token: number;
  readonly due: Instant;
}

/** A case somewhere. */
export interface CaseRef {
  readonly office: string;
  readonly case: string;
}

/**
 * Where cases and the log live. Calls that take an office see that office's rows only; those that do not — `due`,
 * `outdated`, `jobs.lease`, the feed — tell where something is to be done, and no more. An
 * implementation throws `StoreAway` when it cannot be reached; whether a commit in flight happened is then unknown, and
 * repeating it under the same request id is safe.
 */
export interface Store {
  load(wanted: Load): Promise<Loaded>;
  /** Several at once, all of one office. */
  loadAll(wanted: readonly Load[]): Promise<readonly Loaded[]>;
  commit(commit: Commit): Promise<CommitOutcome>;
  log(office: string, caseId: string): Promise<readonly LogRow[]>;
  list(page: ListPage): Promise<readonly CaseRow[]>;
  workItems(
    office: string,
    labels?: Labels,
  ): Promise<readonly (WorkItem & { readonly case: string; readonly workflow: string })[]>;
  /** All of them or none; `false` says that at least one clashes, and nothing was written. */
  commitAll(commits: readonly Commit[]): Promise<boolean>;
  /** Which of these requests are accepted already. */
  requests(office: string, requests: readonly string[]): Promise<ReadonlySet<string>>;
  /** Timers due at or before `now`, in all offices, earliest first. */
  due(now: Instant, limit: number): Promise<readonly DueTimer[]>;
  /** Cases of a workflow that an older machine than `machineVersion` wrote, of all offices. */
  outdated(workflow: string, machineVersion: number, limit: number): Promise<readonly CaseRef[]>;
  /** Writes a case as a newer machine understands it. False when it has changed meanwhile; it is then upgraded already or will be. */
  upgrade(row: CaseRow): Promise<boolean>;
  readonly jobs: JobStore;
  readonly feed: FeedStore;
  readonly seals: SealStore;
  /** Rows of SQL in one office, for whoever may read these labels, none unless given; the memory store has no SQL. */
  readonly query?: ((office: string, labels?: Labels) => QueryRows) | undefined;
}

/** The store cannot be reached now. Nothing that was acknowledged is lost; the same request can be sent again. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}
