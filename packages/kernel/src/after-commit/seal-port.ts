import type { Instant } from '@front-office/values';
import type { LogRow } from '../store.ts';
import type { HeldCursor, Position } from './feed-port.ts';

/** The Merkle tree of one office's log after its last sealed batch. */
export interface SealHead {
  readonly size: number;
  /** Roots of the perfect subtrees, largest first (RFC 6962 section 2.1): all that appending needs. */
  readonly frontier: readonly Uint8Array[];
}

/** A batch of log rows that takes the next places in the tree of its office. */
export interface SealedBatch {
  readonly office: string;
  /** The size of the tree before it, so that two sealers cannot both append. */
  readonly from: number;
  readonly rows: readonly { readonly case: string; readonly version: number }[];
  readonly head: SealHead;
  /** The signed checkpoint of the tree after it. */
  readonly checkpoint: string;
  readonly sealedAt: Instant;
}

/** A sealed row with its place, or a checkpoint, in the order in which an export tells them. */
export type SealedLine =
  | { readonly index: number; readonly row: LogRow }
  | { readonly size: number; readonly checkpoint: string };

/** Where the sealed order of each office's log is kept. */
export interface SealStore {
  /** The tree of an office; empty (`size` 0) before its first batch. */
  head(office: string): Promise<SealHead>;
  /** Appends the batches and moves the cursor, all or nothing. Nothing when the cursor is no longer held. */
  append(batches: readonly SealedBatch[], cursor: HeldCursor, to: Position): Promise<HeldCursor | undefined>;
  /** An office's sealed rows and checkpoints from an index on, each checkpoint after its last row; at most `limit` rows. */
  read(office: string, from: number, limit: number): Promise<readonly SealedLine[]>;
}
