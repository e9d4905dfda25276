import { rm } from 'node:fs/promises';
import { modules } from '@front-office/office';
import { type Erasure, erasuresIn, type Restored, readJournal, restoreInto } from '@front-office/postgres-backup';
import { PostgresUnavailable } from '@front-office/postgres-embedded';
import { checkDatabase } from '@front-office/store-postgres';
import type { Pool } from 'pg';
import type { Maintenance } from './backup-command.ts';
import { hasOffice } from './backup-folder.ts';
import { openPool, startUntilEnd } from './backup-source.ts';
import { holdFolder, lockOf } from './restore-lock.ts';
import { freshFolder, putInPlace } from './restore-swap.ts';
import { tables } from './tables.ts';

export interface BuiltIn extends Restored {
  /** Where the former database lies; nothing when there was none. */
  readonly former: string | undefined;
  /** The former one could not be asked what was erased: only the journal was. */
  readonly unread: boolean;
}

/**
 * Fills a new database beside the office's, and puts it in its place when it is whole. The office must be closed, and
 * stays so meanwhile: the folder is held. The former database is kept.
 */
export async function restoreBuiltIn(maintenance: Maintenance, folder: string): Promise<BuiltIn> {
  const { settings, undoAtEnd } = maintenance;
  const { dataDir } = settings;
  const fresh = await freshFolder(dataDir);
  let isWhole = false;
  undoAtEnd(async () => {
    if (!isWhole) await rm(fresh, { recursive: true, force: true });
  });
  const server = await startUntilEnd(maintenance, fresh);
  const { erasures, unread, release } = await takeOver(maintenance, await lockOf(fresh));
  undoAtEnd(release);

  const pool = await openPool(maintenance, fresh, { connection: server.connection });
  const done = await fill(maintenance, pool, folder, erasures);
  await pool.end();
  // Its own lock ends with the server; nobody may take the folder for a leftover before it has its name.
  const releaseFresh = await holdFolder(fresh, await lockOf(fresh));
  await server.stop();
  isWhole = true;
  const former = await putInPlace(dataDir, maintenance.now().replaceAll(':', '-'));
  await releaseFresh();
  return { ...done, former, unread };
}

/** Fills an empty database and looks whether an office can work on it. */
export async function fill(
  { now, onProgress }: Maintenance,
  pool: Pool,
  folder: string,
  erasures: readonly Erasure[],
): Promise<Restored> {
  const definitions = modules.flatMap((module) => [...module.definitions]);
  const done = await restoreInto({
    pool,
    modules: tables,
    definitions,
    folder,
    erasures,
    now,
    onProgress,
  });
  await checkDatabase(pool);
  return done;
}

interface TakenOver {
  readonly erasures: readonly Erasure[];
  readonly unread: boolean;
  readonly release: () => Promise<void>;
}

/** Holds the closed office's folder, and asks its database what was erased, if it can still answer. */
async function takeOver({ settings, backups, undoAtEnd }: Maintenance, ownLock: string): Promise<TakenOver> {
  const { dataDir } = settings;
  const journal = await readJournal(backups);
  if (!hasOffice(dataDir)) return { erasures: journal, unread: false, release: await holdFolder(dataDir, ownLock) };
  const former = await startUntilEnd({ undoAtEnd }, dataDir).catch((error: unknown) => {
    if (error instanceof PostgresUnavailable && error.code !== 'folder_in_use') return undefined;
    throw error;
  });
  const release = await holdFolder(dataDir, ownLock);
  const told = former && (await erasuresOf({ connection: former.connection }));
  await former?.stop();
  return { erasures: [...journal, ...(told ?? [])], unread: told === undefined, release };
}

/** What a database that is to be replaced says was erased; nothing when it cannot be read. */
async function erasuresOf(options: Parameters<typeof openPool>[2]): Promise<readonly Erasure[] | undefined> {
  const steps: (() => Promise<unknown>)[] = [];
  try {
    return await erasuresIn(await openPool({ undoAtEnd: (step) => steps.push(step) }, '', options));
  } catch {
    return undefined; // it is being replaced, perhaps for this very reason; the journal knows what the office recorded
  } finally {
    for (const step of steps) await step().catch(() => {});
  }
}
