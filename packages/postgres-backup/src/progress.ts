/** How far a backup, restore or move is. */
export interface Progress {
  readonly doing: 'backing up' | 'checking' | 'loading' | 'verifying' | 'erasing again';
  /** The table, `kernel.log`; or the package whose cases are erased. */
  readonly what: string;
  /** Rows of it so far. */
  readonly rows: number;
}

export type OnProgress = (progress: Progress) => void;
