import { StoreAway } from '@front-office/kernel';
import type pg from 'pg';

/** `StoreAway` for everything that passes by itself or is repaired outside; any other error as it is. */
export function awayOr(error: unknown): unknown {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (!isFromServer(error)) return new StoreAway(`The directory cannot be reached: ${said}`, { cause: error });
  const passes = passing.some((start) => error.code?.startsWith(start));
  return passes
    ? new StoreAway(`The directory is not available now: ${said} (${error.code})`, { cause: error })
    : error;
}

/**
 * By SQLSTATE: connection lost (08) · out of connections, memory or disk (53) · shut down, starting or cancelled by a
 * time limit (57) · an I/O error of the server (58) · transaction or idle time limit (25P) · lock time limit (55P03) ·
 * a standby that only reads (25006) · a deadlock or clash that another try gets past (40).
 */
const passing = ['08', '53', '57', '58', '25P03', '25P04', '55P03', '25006', '40'];

/** `pg` throws plain errors, or the system's, when there is no connection; only the server's have a severity. */
const isFromServer = (error: unknown): error is pg.DatabaseError =>
  error instanceof Error && 'severity' in error && 'code' in error;
