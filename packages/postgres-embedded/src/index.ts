import { type EmbeddedPostgres, type StartOptions, startOn } from './server.ts';
import { thisMachine } from './this-machine.ts';

export type { ServerNews } from './keep-running.ts';
export type { EmbeddedPostgres, StartOptions } from './server.ts';
export { PostgresUnavailable, type Unavailability, type UnavailableCode } from './unavailable.ts';
export type { Sentences } from './words.ts';

/**
 * Starts the private PostgreSQL server of a data folder, and makes its cluster and database on the first start.
 *
 * The server listens on a unix socket only, survives a crash of this process, and is found again by the next start.
 * One process at a time owns the folder; it gives it up with `stop()`. Open connections do not keep it from stopping:
 * they are closed. A server that ends without being asked is started again, with the same connection; see `onNews`. No signal handlers are set: call `stop()` from your own.
 *
 * Throws `PostgresUnavailable` with a closed code, and `TypeError` for a `database` that is not a plain name.
 */
export const startPostgres = (options: StartOptions): Promise<EmbeddedPostgres> => startOn(thisMachine(), options);
