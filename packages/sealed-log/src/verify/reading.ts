import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import type { LineDigest } from '../export/digest-line.ts';
import type { RowDigest } from '../export/digest-row.ts';
import { leafHash } from '../merkle/hash.ts';
import type { Problem } from './problem.ts';

/** A row of the export, where it was found. */
export interface Row extends RowDigest {
  readonly line: number;
  /** Its place among the rows of the file, from 0 on, whatever it claims. */
  readonly ordinal: number;
  /** Hash of the leaf in the tree; absent where the leaf cannot be read. */
  readonly leafNode: Uint8Array | undefined;
}

/** A checkpoint of the export that its key has signed. */
export interface Seal extends Checkpoint {
  readonly line: number;
  /** Rows of the file before it. */
  readonly rowsBefore: number;
}

/** An export as it was read, before anything in it is compared with anything else. */
export interface Reading {
  readonly office: string | undefined;
  readonly rows: readonly Row[];
  readonly seals: readonly Seal[];
  readonly problems: readonly Problem[];
}

/** Collects the lines of an export in their order. */
export function reader() {
  let office: string | undefined;
  const rows: Row[] = [];
  const seals: Seal[] = [];
  const problems: Problem[] = [];
  let line = 0;
  return {
    add(digest: LineDigest): void {
      line += 1;
      if (line === 1 && digest.kind !== 'header') problems.push({ code: 'header_wrong', line });
      if (digest.kind === 'row') {
        rows.push({ ...digest, line, ordinal: rows.length, leafNode: digest.leaf && leafHash(digest.leaf) });
      } else if (digest.kind === 'checkpoint') seals.push({ ...digest.checkpoint, line, rowsBefore: rows.length });
      else if (digest.kind === 'badCheckpoint') problems.push({ code: `checkpoint_${digest.refused}`, line });
      else if (digest.kind === 'header' && line === 1) office = digest.office;
      else if (digest.kind === 'header') problems.push({ code: 'line_unknown', line });
      else if (line > 1) problems.push({ code: digest.code, line });
    },
    end(): Reading {
      if (line === 0) problems.push({ code: 'header_wrong', line: 1 });
      return { office, rows, seals, problems };
    },
  };
}
