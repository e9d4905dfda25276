import type { Problem } from './problem.ts';
import type { Row } from './reading.ts';

/**
 * What is wrong with erased rows. A row may only lose its personal fields and salt when a later row of its case, which
 * keeps its own salt, says so (tag `erased`) and holds the hash of what is left of it.
 */
export function judgeErasures(rows: readonly Row[]): Problem[] {
  const erasing = Map.groupBy(
    rows.filter((row) => row.covers),
    (row) => row.case,
  );
  return rows.flatMap((row): Problem[] => {
    const version = String(row.version);
    const covering = (erasing.get(row.case) ?? [])
      .filter((later) => (later.version ?? 0) > (row.version ?? 0) && Object.hasOwn(later.covers ?? {}, version))
      .map((later) => later.covers?.[version]);
    const code = verdict(row, covering);
    return code ? [{ code, line: row.line, index: row.index, case: row.case, version: row.version }] : [];
  });
}

function verdict(row: Row, covering: readonly unknown[]): Problem['code'] | undefined {
  if (row.salt !== 'erased') return covering.length > 0 ? 'erasure_incomplete' : undefined;
  if (covering.length === 0) return 'erased_without_trace';
  if (!covering.includes(row.remains)) return 'remains_changed';
  return row.hasPersonal ? 'erasure_incomplete' : undefined;
}
