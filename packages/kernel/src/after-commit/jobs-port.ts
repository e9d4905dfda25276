import type { Instant } from '@front-office/values';
import type { Job, WorkItem } from '../store.ts';

/** A job that this worker holds until `until` of its lease; `revision` tells whether it still does. */
export interface LeasedJob extends Job {
  readonly office: string;
  readonly case: string;
  /** How often it has been tried, this try included. */
  readonly attempts: number;
  readonly revision: number;
}

/** A job that failed for good and waits for a person. */
export interface DeadJob extends Job {
  readonly office: string;
  readonly case: string;
  readonly workflow: string;
  readonly attempts: number;
  /** A code such as `timed_out` or `Error`, never a message: messages quote addresses and names. */
  readonly error: string;
  readonly failedAt: Instant;
}

/** Which fact a reaction has still to handle: see relay.ts. */
export interface Parked {
  readonly office: string;
  readonly case: string;
  readonly reaction: string;
}

/**
 * The queue of what is to be done after a commit. A commit writes its jobs itself; here they are taken, ended, put off.
 *
 * Jobs whose effect begins with `reaction:` are taken in the order of their keys within one case and one effect: while
 * one waits, is leased or is dead, the later ones wait behind it. All others are taken in any order.
 */
export interface JobStore {
  /**
   * Takes jobs of all offices that are due and that nobody holds, in order of `runAt`. A job that was never tried is due
   * whatever its time says: a clock that was put back must not hold it up.
   */
  lease(ask: { readonly now: Instant; readonly until: Instant; readonly limit: number }): Promise<readonly LeasedJob[]>;
  /** It is done. Answers false when the lease has passed to another, who then ends it. So do the two below. */
  finish(job: LeasedJob): Promise<boolean>;
  /** It failed and is to be tried again. */
  postpone(job: LeasedJob, to: { readonly runAt: Instant; readonly error: string }): Promise<boolean>;
  /** It failed for good. The work item shows it to whoever can help. */
  bury(
    job: LeasedJob,
    as: { readonly failedAt: Instant; readonly error: string; readonly item: WorkItem },
  ): Promise<boolean>;
  /** Adds a job without a commit; one with the same key is left as it is. It counts as tried once. */
  add(office: string, caseId: string, job: Job, to: { readonly runAt: Instant; readonly error: string }): Promise<void>;
  /** Which of these reactions have jobs that wait or are dead: later facts must queue up behind them. */
  parked(asked: readonly Parked[]): Promise<readonly Parked[]>;
  /** Jobs that failed for good in one office, oldest failure first, at most 200. */
  dead(office: string): Promise<readonly DeadJob[]>;
  /** A person wants it tried again: from the first attempt, at once. Its work item goes with the last dead job of the case. False when there is none. */
  revive(office: string, key: string, now: Instant): Promise<boolean>;
}
