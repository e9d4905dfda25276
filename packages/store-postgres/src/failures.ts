import { type CommitOutcome, StoreAway } from '@front-office/kernel';
import type pg from 'pg';

/** A failed commit as the kernel understands it, or nothing when it is a failure of another kind. */
export function clashOf(error: unknown): CommitOutcome | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code, constraint, column, table } = error as pg.DatabaseError;
  // Serialization failure, deadlock: the server chose one of two to go on, and this one tries again.
  if (code === '40001' || code === '40P01') return { done: false, clash: 'version' };
  if (constraint === 'log_pk') return { done: false, clash: 'version' };
  if (constraint === 'log_request') return { done: false, clash: 'request' };
  // See `changeCase`: a row of another version is refused so.
  if (code === '23502' && table === 'cases' && column === 'version') return { done: false, clash: 'version' };
  if (constraint !== undefined && code !== undefined && named.has(code))
    return { done: false, clash: 'constraint', constraint };
  return undefined;
}

/** unique, exclusion, check and foreign key violations. */
const named: ReadonlySet<string> = new Set(['23505', '23P01', '23514', '23503']);

/** `StoreAway` for everything that passes by itself or is repaired outside; any other error as it is. */
export function awayOr(error: unknown): unknown {
  if (isBug(error)) return error;
  if (!isFromServer(error)) {
    const said = error instanceof Error ? error.message : String(error);
    return new StoreAway(`PostgreSQL cannot be reached: ${said}`, { cause: error });
  }
  const { code = '', message } = error;
  if (code === '53100')
    return new StoreAway(`PostgreSQL has no space left on its disk, free some: ${message}`, { cause: error });
  const passes = passing.some((start) => code.startsWith(start));
  return passes ? new StoreAway(`PostgreSQL is not available now: ${message} (${code})`, { cause: error }) : error;
}

/**
 * By SQLSTATE: connection lost (08) · out of connections, memory or disk (53) · shut down, starting or cancelled by a
 * time limit (57) · an I/O error of the server (58) · transaction or idle time limit (25P) · lock time limit (55P03) ·
 * a standby that only reads (25006).
 */
const passing = ['08', '53', '57', '58', '25P03', '25P04', '55P03', '25006'];

/** A value that cannot be written or read: no connection is at fault, and trying again helps nobody. */
const isBug = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;

/** `pg` throws plain errors, or the system's, when there is no connection; the server's have a five-letter state. */
function isFromServer(error: unknown): error is pg.DatabaseError {
  return error instanceof Error && 'severity' in error && 'code' in error;
}
