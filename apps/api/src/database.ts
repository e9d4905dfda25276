import { setTimeout } from 'node:timers/promises';
import { backupBeforeMigration, refuseUnfinished } from '@front-office/postgres-backup';
import { type ServerNews, startPostgres } from '@front-office/postgres-embedded';
import { checkDatabase, createPool, migrate } from '@front-office/store-postgres';
import { instantOf } from '@front-office/values';
import type { Pool } from 'pg';
import { backupsIn } from './backup-folder.ts';
import { DatabaseAway } from './database-away.ts';
import { plainWords } from './plain-words.ts';
import { productVersion } from './product-version.ts';
import { finishRestore } from './restore-swap.ts';
import type { Settings } from './settings.ts';
import { tables } from './tables.ts';

export interface Database {
  readonly pool: Pool;
  /** Where the data lies, for the person who started the server. */
  readonly place: string;
  /** Whether it answers now. Rejects, or answers after two seconds at most. */
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

const MOST_WAIT_MS = 2_000;
/** `pg` gives up a single query after `query_timeout`, and its connection with it; else each look would hold one for ever. */
const look = { text: 'select 1', query_timeout: MOST_WAIT_MS };

/** Opens the office's database, private or one's own, and brings its tables up to date. */
export async function openDatabase({ dataDir, databaseUrl }: Settings): Promise<Database> {
  if (databaseUrl === undefined) await finishRestore(dataDir);
  const server = databaseUrl === undefined ? await startPostgres({ dataDir, onNews }) : undefined;
  const pool = createPool(server ? { connection: server.connection } : { connectionString: databaseUrl });
  const stop = async () => {
    // A server that no longer answers would keep its connections, and us, for ever.
    await Promise.race([pool.end(), setTimeout(MOST_WAIT_MS, undefined, { ref: false })]);
    await server?.stop();
  };
  try {
    await pool.query('select 1').catch((error: unknown) => {
      throw server ? error : new DatabaseAway(error);
    });
    await refuseUnfinished(pool);
    await bringUpToDate(pool, dataDir);
    await checkDatabase(pool);
  } catch (error) {
    await stop();
    throw error;
  }
  const isReady = async () => (await pool.query(look)).rowCount === 1;
  return { pool, isReady, stop, place: databaseUrl === undefined ? dataDir : 'DATABASE_URL' };
}

/** Brings the tables up to date, after a backup where there is something to lose. */
async function bringUpToDate(pool: Pool, dataDir: string): Promise<void> {
  const now = () => instantOf(Date.now());
  await backupBeforeMigration({ pool, modules: tables, folder: backupsIn(dataDir), product: productVersion(), now });
  await migrate({ pool, modules: tables });
}

/** The built-in database ended while the office was open: for whoever looks at the terminal or into the log of the service. */
const onNews = (news: ServerNews) => console.error(plainWords(news));
