import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedPostgres, PostgresUnavailable, startPostgres } from '@front-office/postgres-embedded';
import { createPool } from '@front-office/store-postgres';
import type { ClientConfig, Pool } from 'pg';
import type { Maintenance } from './backup-command.ts';
import { clusterIn, hasOffice } from './backup-folder.ts';
import { MaintenanceRefused } from './backup-refusals.ts';
import { finishRestore } from './restore-swap.ts';

/** The office's database, whether it is open or closed; ended with the command. */
export async function openOffice(maintenance: Maintenance): Promise<Pool> {
  const { dataDir, databaseUrl } = maintenance.settings;
  if (databaseUrl !== undefined) return openUrl(maintenance, 'DATABASE_URL', databaseUrl);
  try {
    return await openClosedOffice(maintenance);
  } catch (error) {
    if (!(error instanceof PostgresUnavailable && error.code === 'folder_in_use')) throw error;
    const connection = await runningServer(dataDir);
    // Held by a program that runs no server: a restore, perhaps. The sentence says who it is.
    if (connection === undefined) throw error;
    return openPool(maintenance, dataDir, { connection });
  }
}

/** The built-in database of an office that is closed, and stays so meanwhile. */
export async function openClosedOffice({ settings, undoAtEnd }: Maintenance): Promise<Pool> {
  const { dataDir } = settings;
  await finishRestore(dataDir);
  if (!hasOffice(dataDir)) throw new MaintenanceRefused('no_office', { folder: dataDir });
  const server = await startUntilEnd({ undoAtEnd }, dataDir);
  return openPool({ undoAtEnd }, dataDir, { connection: server.connection });
}

/** Starts the server of a folder; also one that is still starting when a signal comes is stopped. */
export function startUntilEnd(
  { undoAtEnd }: Pick<Maintenance, 'undoAtEnd'>,
  dataDir: string,
): Promise<EmbeddedPostgres> {
  const starting = startPostgres({ dataDir });
  undoAtEnd(async () => (await starting.catch(() => undefined))?.stop());
  return starting;
}

/** A database of one's own. */
export function openUrl({ undoAtEnd }: Pick<Maintenance, 'undoAtEnd'>, place: string, url: string): Promise<Pool> {
  return openPool({ undoAtEnd }, place, { connectionString: url });
}

export async function openPool(
  { undoAtEnd }: Pick<Maintenance, 'undoAtEnd'>,
  place: string,
  options: Parameters<typeof createPool>[0],
): Promise<Pool> {
  try {
    const pool = createPool({ ...options, max: 4 });
    undoAtEnd(async () => {
      if (!pool.ending) await pool.end();
    });
    await pool.query('select 1');
    return pool;
  } catch (error) {
    throw new MaintenanceRefused('unreachable', { place, reason: said(error) }, error);
  }
}

/** Some of the driver's failures have no message of their own. */
const said = (error: unknown) => {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
};

/**
 * How the server of an open office is reached: PostgreSQL writes into `postmaster.pid` its process id, folder, start,
 * port and the folder of its socket, a line each. User and database are those of `startPostgres`.
 */
async function runningServer(dataDir: string): Promise<ClientConfig | undefined> {
  const text = await readFile(join(clusterIn(dataDir), 'postmaster.pid'), 'utf8').catch(() => '');
  const [, , , port, host] = text.split('\n').map((line) => line.trim());
  return host ? { host, port: Number(port), user: 'postgres', database: 'front_office' } : undefined;
}
