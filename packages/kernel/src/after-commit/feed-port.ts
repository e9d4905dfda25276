import type { Instant } from '@front-office/values';
import type { LogRow } from '../store.ts';

/**
 * A place in the order of commits. `tx` is the number of the database transaction, as text: those of one transaction are
 * ordered by office, case and version.
 */
export interface Position {
  readonly tx: string;
  readonly office: string;
  readonly case: string;
  readonly version: number;
}

/** What a consumer has handled, while it is the one that may go on. */
export interface HeldCursor {
  readonly consumer: string;
  /** Everything up to here is handled; nothing yet when absent. */
  readonly position: Position | undefined;
  readonly revision: number;
}

/**
 * The log of all offices in the order of commits, without gaps: a row is told only when every transaction that began
 * before its own has ended, so whoever reads on from the last position misses nothing, however late a commit comes.
 */
export interface FeedStore {
  /** Names this history. A restored or moved database has another one, and positions of the old one mean nothing in it. */
  epoch(): Promise<string>;
  /** Where the feed stands now: a reader that begins here sees what is committed from now on, and perhaps a little of what was. */
  end(): Promise<Position | undefined>;
  /** The next rows after a position, from the beginning without one; of one office or of all. */
  read(ask: {
    readonly after: Position | undefined;
    readonly office?: string | undefined;
    readonly limit: number;
  }): Promise<readonly Position[]>;
  /** The log rows at these positions, in their order. */
  rows(positions: readonly Position[]): Promise<readonly LogRow[]>;
  /** The confidentiality labels that the cases at these positions have now, by case; those without one are left out. */
  labels(positions: readonly Position[]): Promise<ReadonlyMap<string, string>>;
  /** Takes a consumer's cursor until `until`, made at the beginning of the log when it is new; nothing when another holds it. */
  hold(ask: {
    readonly consumer: string;
    readonly now: Instant;
    readonly until: Instant;
  }): Promise<HeldCursor | undefined>;
  /** Moves the cursor on and keeps holding it. Nothing when it is no longer held: somebody else then handles this again. */
  advance(cursor: HeldCursor, to: Position): Promise<HeldCursor | undefined>;
  /** Gives the cursor back, for whoever wants it next. */
  release(cursor: HeldCursor): Promise<void>;
}
