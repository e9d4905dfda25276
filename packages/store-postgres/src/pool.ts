import pg from 'pg';

const SECOND_MS = 1_000;

export interface PoolOptions {
  /** `postgres://…`, or the fields of it; one of the two. */
  readonly connectionString?: string | undefined;
  readonly connection?: pg.ClientConfig | undefined;
  /** Most connections at once; 10 unless given. */
  readonly max?: number | undefined;
}

/**
 * A pool with the limits of a server that people wait for: 5 s to connect, 10 s a statement, 15 s a transaction (from
 * PostgreSQL 17 on), and 15 s of silence, after which the store gives a connection up. Whoever makes it ends it.
 */
export function createPool({ connectionString, connection, max = 10 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    application_name: 'front-office',
    connectionTimeoutMillis: 5 * SECOND_MS,
    idleTimeoutMillis: 30 * SECOND_MS,
    statement_timeout: 10 * SECOND_MS,
    idle_in_transaction_session_timeout: 10 * SECOND_MS,
    keepAlive: true,
    ...(connectionString === undefined ? {} : { connectionString }),
    ...connection,
    max,
    onConnect: prepareSession,
  });
  listenForLostConnections(pool);
  return pool;
}

/**
 * Times read the same wherever the server stands, and a long transaction cannot hold up everybody who follows the log.
 * Before version 17 there is no such limit, and asking for it would be an error.
 */
async function prepareSession(client: pg.ClientBase): Promise<void> {
  const prepare: LimitedQuery = {
    text: `
      select set_config(name, case name when 'TimeZone' then 'UTC' else '${15 * SECOND_MS}' end, false)
      from pg_settings where name in ('TimeZone', 'transaction_timeout')`,
    query_timeout: 5 * SECOND_MS,
  };
  await client.query(prepare);
}

/** `pg` reads the limit of a single query, in milliseconds; its published types do not know it yet. */
interface LimitedQuery extends pg.QueryConfig {
  readonly query_timeout: number;
}

/** Without a listener, an idle connection that the server closes ends the process. The next command says that it is away. */
export function listenForLostConnections(pool: pg.Pool): void {
  if (pool.listenerCount('error') === 0) pool.on('error', () => {});
}
