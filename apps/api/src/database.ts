import { setTimeout } from 'node:timers/promises';
import { modules } from '@front-office/office';
import { startPostgres } from '@front-office/postgres-embedded';
import { checkDatabase, createPool, migrate, migrationsOf } from '@front-office/store-postgres';
import type { Pool } from 'pg';
import { DatabaseAway } from './database-away.ts';
import type { Settings } from './settings.ts';

export interface Database {
  readonly pool: Pool;
  /** Where the data lies, for the person who started the server. */
  readonly place: string;
  stop(): Promise<void>;
}

const MOST_WAIT_MS = 5_000;

/** Opens the office's database, private or one's own, and brings its tables up to date. */
export async function openDatabase({ dataDir, databaseUrl }: Settings): Promise<Database> {
  const server = databaseUrl === undefined ? await startPostgres({ dataDir }) : undefined;
  const pool = createPool(server ? { connection: server.connection } : { connectionString: databaseUrl });
  const stop = async () => {
    // A server that no longer answers would keep its connections, and us, for ever.
    await Promise.race([pool.end(), setTimeout(MOST_WAIT_MS, undefined, { ref: false })]);
    await server?.stop();
  };
  try {
    await pool.query('select 1').catch((error: unknown) => {
      throw new DatabaseAway(error);
    });
    await migrate({ pool, modules: migrationsOf(modules) });
    await checkDatabase(pool);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pool, stop, place: databaseUrl === undefined ? dataDir : 'DATABASE_URL' };
}
