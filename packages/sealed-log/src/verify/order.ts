import type { Problem } from './problem.ts';
import type { Reading, Row } from './reading.ts';
import { longestRising } from './rising.ts';
import type { Sealing } from './sealing.ts';

/** What is wrong with the places of the rows that no signed root explains, and the rows that do not belong to the log. */
export function judgeOrder({ rows, seals }: Reading, sealing: Sealing) {
  const problems: Problem[] = [];
  const accepted = new Set(sealing.sealed);
  const strangers = new Set<Row>();
  const report = (code: Problem['code'], row: Row) => problems.push({ code, line: row.line, index: row.index });
  const expel = (code: 'row_doubled' | 'row_inserted', row: Row) => {
    strangers.add(row);
    report(code, row);
  };

  for (const copy of copies(rows, accepted)) expel('row_doubled', copy);
  const left = rows.filter((row) => !accepted.has(row) && !strangers.has(row));
  for (const row of left) if (row.ordinal < sealing.standing.cursor) expel('row_inserted', row);

  const open = left.filter((row) => !strangers.has(row));
  const placed = open.filter((row) => row.index !== undefined);
  const indexOf = (row: Row) => row.index ?? -1;
  const rising = longestRising(placed, indexOf);
  const taken = new Set([...rising].map(indexOf));
  for (const row of placed) {
    if (rising.has(row)) continue;
    if (taken.has(indexOf(row))) expel('row_inserted', row);
    else report('row_moved', row);
  }
  const { size, cursor } = sealing.standing;
  const first = open[0]?.index === open[0]?.ordinal ? cursor : size; // counted anew, around a row that was inserted
  const signed = seals.reduce((most, seal) => Math.max(most, seal.size), 0);
  const end = sealing.broken ? signed + first - size : 0;
  const present = placed.map(indexOf).filter((index) => index >= first);
  problems.push(...gaps(present, first, end).map(({ from, to }) => missing(from, to)));
  for (const row of open) if (row.contentLeaf && !strangers.has(row)) report('content_or_leaf_changed', row);
  for (const row of rows) if (row.index === undefined && !accepted.has(row)) report('index_changed', row);
  return { problems, strangers };
}

/** Every leaf has its own salt, so two rows with one leaf are one row. The one that a root proves is the original. */
function copies(rows: readonly Row[], accepted: ReadonlySet<Row>): Row[] {
  const withLeaf = rows.filter((row) => row.leaf);
  const same = Map.groupBy(withLeaf, (row) => Buffer.from(row.leaf ?? []).toString('latin1'));
  return [...same.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const original = group.find((row) => accepted.has(row)) ?? group[0];
      return group.filter((row) => row !== original && !accepted.has(row));
    });
}

const missing = (from: number, to: number): Problem => ({ code: 'row_missing', index: from, ...(to > from && { to }) });

/** The stretches between `start` and the largest of the numbers, or `end`, that none of them takes. */
export function gaps(numbers: readonly number[], start: number, end = 0): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let next = start;
  for (const number of [...numbers].sort((one, other) => one - other)) {
    if (number > next) found.push({ from: next, to: number - 1 });
    next = Math.max(next, number + 1);
  }
  if (next < end) found.push({ from: next, to: end - 1 });
  return found;
}
