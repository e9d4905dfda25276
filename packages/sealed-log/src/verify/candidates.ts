import { leafHash } from '../merkle/hash.ts';
import type { Row, Seal } from './reading.ts';

/** Rows that may be the ones a seal was made over. */
export interface Candidate {
  readonly rows: readonly Row[];
  /** Hashes of the rows' leaves, as they are to be tried. */
  readonly leaves: readonly Uint8Array[];
  /** How the rows were found: as they stand, or by the places they claim. */
  readonly by: 'file' | 'index';
  /** The ordinal after which the next batch begins. */
  readonly next: number;
}

/** Where the walk along the seals has come to. */
export interface Standing {
  /** Rows in the tree so far. */
  readonly size: number;
  /** Ordinal of the first row of the file that no batch has taken. */
  readonly cursor: number;
}

/** Trying to leave out each row of a batch costs the square of its size: 2,000 rows take about a second. */
const MAX_ROWS_TO_TRY = 2000;

/**
 * The ways in which the rows of a seal may have been disturbed, the likeliest first. Which one is true, if any, is told by
 * the signed root alone: a wrong one does not give it.
 */
export function* candidates(
  { size, cursor }: Standing,
  { rows, byIndex }: { readonly rows: readonly Row[]; readonly byIndex: ReadonlyMap<number, readonly Row[]> },
  seal: Seal,
): Generator<Candidate> {
  const count = seal.size - size;
  const standing = rows.slice(cursor, cursor + count);
  if (standing.length === count) yield* eitherLeaf(standing, 'file', cursor + count);

  const next = Math.max(cursor, seal.rowsBefore);
  // Rows claim their places in the log; or, where one was inserted before and the rest counted anew, in the file.
  for (const first of count <= rows.length ? new Set([size, cursor]) : []) {
    const claiming = Array.from({ length: count }, (_, place) => byIndex.get(first + place) ?? []);
    for (const pick of [0, -1]) {
      const picked = claiming.flatMap((same) => same.at(pick) ?? []);
      if (picked.length === count) yield* eitherLeaf(picked, 'index', next);
    }
  }

  const crowded = rows.slice(cursor, seal.rowsBefore);
  if (crowded.length !== count + 1 || count > MAX_ROWS_TO_TRY) return;
  for (const extra of crowded) {
    yield* eitherLeaf(
      crowded.filter((row) => row !== extra),
      'file',
      next,
    );
  }
}

/** With the leaves that stand there and, where they do not belong to the content, with those the content gives. */
function* eitherLeaf(rows: readonly Row[], by: Candidate['by'], next: number): Generator<Candidate> {
  const standing = rows.flatMap((row) => row.leafNode ?? []);
  if (standing.length === rows.length) yield { rows, leaves: standing, by, next };
  if (!rows.some((row) => row.contentLeaf)) return;
  const given = rows.flatMap((row) => (row.contentLeaf ? leafHash(row.contentLeaf) : (row.leafNode ?? [])));
  if (given.length === rows.length) yield { rows, leaves: given, by, next };
}
