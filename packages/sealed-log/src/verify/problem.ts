/** Everything a verifier may find. The sentence of each is in `words/`. */
export type ProblemCode =
  // the file
  | 'header_wrong'
  | 'line_no_json'
  | 'line_unknown'
  | 'line_respelled'
  // one row
  | 'row_misshapen'
  | 'row_of_other_office'
  | 'content_changed'
  | 'leaf_changed'
  | 'content_or_leaf_changed'
  | 'personal_misplaced'
  // the order of rows
  | 'row_missing'
  | 'row_doubled'
  | 'row_moved'
  | 'row_inserted'
  | 'index_changed'
  | 'version_gap'
  | 'version_doubled'
  | 'version_out_of_order'
  | 'request_repeated'
  // erasure
  | 'erased_without_trace'
  | 'remains_changed'
  | 'erasure_incomplete'
  // signatures
  | 'checkpoint_malformed'
  | 'checkpoint_forged'
  | 'checkpoint_other_key'
  | 'checkpoint_other_origin'
  | 'checkpoint_not_growing'
  | 'checkpoint_misplaced'
  | 'checkpoint_inconsistent'
  | 'batch_differs'
  | 'not_provable'
  | 'kept_checkpoint_differs'
  | 'log_shortened';

/** One thing that is wrong with a log, and where. */
export interface Problem {
  readonly code: ProblemCode;
  /** Line of the export, from 1 on. */
  readonly line?: number | undefined;
  /** Place of a row in sealed order, from 0 on; with `to` the first of several. */
  readonly index?: number | undefined;
  /** The last of several rows or versions. */
  readonly to?: number | undefined;
  readonly case?: string | undefined;
  readonly version?: number | undefined;
  /** Sealed rows, as a checkpoint says. */
  readonly size?: number | undefined;
  /** Names of the fields concerned. */
  readonly fields?: readonly string[] | undefined;
  /** Which of the checkpoints that were kept elsewhere, from 1 on. */
  readonly kept?: number | undefined;
}
