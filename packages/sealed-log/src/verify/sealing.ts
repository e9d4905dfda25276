import { append, emptyFrontier, type Frontier, rootOfFrontier } from '../merkle/frontier.ts';
import { sameBytes } from '../merkle/hash.ts';
import { type Candidate, candidates, type Standing } from './candidates.ts';
import type { Problem } from './problem.ts';
import type { Reading, Row, Seal } from './reading.ts';
import { longestRising } from './rising.ts';

/** What the signed roots say about the rows. */
export interface Sealing {
  /** Rows of the tree as it was signed, in its order. */
  readonly sealed: readonly Row[];
  /** The hashes of their leaves, as they were signed. */
  readonly leaves: readonly Uint8Array[];
  readonly standing: Standing;
  readonly root: Uint8Array;
  /** A batch fits in no way, so nothing after it can be proven. */
  readonly broken: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Walks along the seals and finds the rows that each was made over. Where a batch was disturbed in a way that can be
 * undone, the root proves what was done, and the walk goes on.
 */
export function walkSeals({ rows, seals }: Pick<Reading, 'rows' | 'seals'>): Sealing {
  const byIndex = Map.groupBy(
    rows.filter((row) => row.index !== undefined),
    (row) => row.index as number, // the filter before
  );
  const ordered = [...seals].sort((one, other) => one.size - other.size);
  const problems: Problem[] = [];
  const sealed: Row[] = [];
  const leaves: Uint8Array[] = [];
  let frontier: Frontier = emptyFrontier;
  let standing: Standing = { size: 0, cursor: 0 };
  let broken = false;

  const accept = (candidate: Candidate, seal: Seal) => {
    problems.push(...judge(candidate, standing));
    if (candidate.next !== seal.rowsBefore) problems.push({ code: 'checkpoint_misplaced', ...placeOf(seal) });
    sealed.push(...candidate.rows);
    leaves.push(...candidate.leaves);
    frontier = append(frontier, candidate.leaves);
    standing = { size: seal.size, cursor: candidate.next };
  };
  const fitting = (seal: Seal, offered: Iterable<Candidate>) => {
    for (const candidate of offered) {
      if (sameBytes(rootOfFrontier(append(frontier, candidate.leaves)), seal.root)) return candidate;
    }
    return undefined;
  };

  for (const [at, seal] of ordered.entries()) {
    const candidate = fitting(seal, candidates(standing, { rows, byIndex }, seal));
    if (candidate) {
      accept(candidate, seal);
      continue;
    }
    // Where the rows fit a later seal, they are as they were signed, and it is this seal that speaks of another log.
    if (seal.size === standing.size || fitsLater(rows, ordered.slice(at + 1), standing, frontier)) {
      problems.push({ code: 'checkpoint_inconsistent', ...placeOf(seal) });
      continue;
    }
    broken = true;
    problems.push({ code: 'batch_differs', ...placeOf(seal), index: standing.size, to: seal.size - 1 });
    const last = ordered.at(-1);
    if (last && last.size > seal.size) problems.push({ code: 'not_provable', index: seal.size, to: last.size - 1 });
    break;
  }
  return { sealed, leaves, standing, root: rootOfFrontier(frontier), broken, problems };
}

const placeOf = ({ line, size }: Seal) => ({ line, size });

function fitsLater(rows: readonly Row[], later: readonly Seal[], standing: Standing, before: Frontier): boolean {
  let frontier = before;
  for (const seal of later) {
    const start = standing.cursor + frontier.size - standing.size;
    const batch = rows.slice(start, start + seal.size - frontier.size).flatMap((row) => row.leafNode ?? []);
    if (batch.length !== seal.size - frontier.size) return false;
    frontier = append(frontier, batch);
    if (sameBytes(rootOfFrontier(frontier), seal.root)) return true;
  }
  return false;
}

/** What is wrong with the rows of a batch whose root fits, by how they had to be found. */
function judge({ rows, leaves, by, next }: Candidate, { size, cursor }: Standing): Problem[] {
  const ownStretch = rows.filter((row) => row.ordinal >= cursor && row.ordinal < next);
  const inPlace = by === 'index' ? longestRising(ownStretch, (row) => row.ordinal) : undefined;
  return rows.flatMap((row, place) => {
    const at = { line: row.line, index: size + place };
    const stands = row.leafNode && leaves[place] && sameBytes(row.leafNode, leaves[place]);
    // Around a row that was inserted, the others may be counted anew; that is named once, by the row.
    const isCounted = row.index === at.index || row.index === row.ordinal;
    const found: Problem[] = [];
    if (row.contentLeaf) found.push({ code: stands ? 'content_changed' : 'leaf_changed', ...at });
    if (inPlace && !inPlace.has(row)) found.push({ code: 'row_moved', ...at });
    if (by === 'file' && !isCounted) found.push({ code: 'index_changed', ...at });
    return found;
  });
}
