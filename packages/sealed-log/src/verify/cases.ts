import { gaps } from './order.ts';
import type { Problem } from './problem.ts';
import type { Row } from './reading.ts';

/** What is wrong between the rows of one case, or of one request. `rows` are in the order of the log. */
export function judgeCases(rows: readonly Row[]): Problem[] {
  const withVersion = rows.filter((row) => row.case !== undefined && row.version !== undefined);
  const cases = Map.groupBy(withVersion, (row) => row.case);
  return [...cases.values()]
    .flatMap((log) => [...versionGaps(log), ...versionOrder(log)])
    .concat(repeatedRequests(rows));
}

function versionGaps(log: readonly Row[]): Problem[] {
  const versions = log.map((row) => row.version ?? 0);
  return gaps(versions, 1).map(({ from, to }) => {
    const after = log.find((row) => row.version === to + 1);
    return { code: 'version_gap', ...at(after), case: after?.case, version: from, ...(to > from && { to }) };
  });
}

function versionOrder(log: readonly Row[]): Problem[] {
  const seen = new Set<number>();
  let latest = 0;
  return log.flatMap((row): Problem[] => {
    const version = row.version ?? 0;
    const isRepeated = seen.has(version);
    const isLate = version < latest;
    seen.add(version);
    latest = Math.max(latest, version);
    if (!isRepeated && !isLate) return [];
    return [{ code: isRepeated ? 'version_doubled' : 'version_out_of_order', ...at(row), case: row.case, version }];
  });
}

function repeatedRequests(rows: readonly Row[]): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Problem[] => {
    if (row.request === undefined) return [];
    if (seen.has(row.request)) return [{ code: 'request_repeated', ...at(row), case: row.case }];
    seen.add(row.request);
    return [];
  });
}

const at = (row: Row | undefined) => ({ line: row?.line, index: row?.index });
