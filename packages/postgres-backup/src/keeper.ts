import type pg from 'pg';

/**
 * Works on one connection as the keeper, who sees all offices, without the pool's time limits: a large table takes its
 * time. Values are written as text in one way, whatever the server's settings are, so that hashes are comparable.
 */
export async function asKeeper<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // While a client is out of the pool nobody else listens, and a lost connection would end the process; what runs on it
  // is rejected with the same error.
  client.on('error', ignore);
  try {
    await client.query(prepare);
    return await work(client);
  } finally {
    // Closing the connection ends the transaction and gives back every setting, whatever state the client is in.
    client.release(true);
  }
}

/** Names our own connections, so that they are not taken for a running office. */
const applicationName = 'front-office-backup';

const settings = {
  'app.keeper': 'on',
  application_name: applicationName,
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  extra_float_digits: '1',
  search_path: 'pg_catalog',
};

const prepare = `
  select set_config(name, '0', false) from pg_settings
  where name in ('statement_timeout', 'transaction_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout');
  select ${Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false)`)}`;

/** Runs all of it or nothing of it. */
export async function inTransaction<T>(client: pg.PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    // A lost connection cannot roll back, and need not; what went wrong first is what is told.
    await client.query('rollback').catch(ignore);
    throw error;
  }
}

function ignore(): void {}
