import type { Position } from './feed-port.ts';

/** A position of one office as a client keeps it, for `Last-Event-ID`: history, transaction, case and version. */
export const positionId = (epoch: string, { tx, case: id, version }: Position): string =>
  `${epoch}.${tx}.${id}.${version}`;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
// No more digits than every store can read.
const ID = new RegExp(`^(${UUID})\\.(\\d{1,18})\\.(${UUID})\\.(\\d{1,9})$`);

/** The position that a client gives back; nothing for an id that is not of this history, or none at all. */
export function positionOf(epoch: string, office: string, id: string): Position | undefined {
  const [, history, tx, caseId, version] = ID.exec(id) ?? [];
  if (history !== epoch || tx === undefined || caseId === undefined) return undefined;
  return { tx, office, case: caseId, version: Number(version) };
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The place before the first row. */
export const beginning = (office: string): Position => ({ tx: '0', office, case: BEFORE_ALL, version: 0 });

/** Whether a position comes after another one of the same office. */
export function isAfter(one: Position, other: Position): boolean {
  if (one.tx !== other.tx) return BigInt(one.tx) > BigInt(other.tx);
  return one.case === other.case ? one.version > other.version : one.case > other.case;
}
