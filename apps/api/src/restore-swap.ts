import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresUnavailable, startPostgres } from '@front-office/postgres-embedded';
import { clusterIn, hasOffice } from './backup-folder.ts';

/** The new database while it is filled: a data folder of its own. */
export const restoringIn = (dataDir: string) => join(dataDir, 'restoring');

const restored = /^restored\.(.+)$/;
const formerIn = (dataDir: string, time: string) => join(dataDir, `cluster.before-${time}`);

/**
 * The new database is whole and its server has stopped: from here on it is the office's. Answers where the former one
 * lies, if there was one.
 */
export async function putInPlace(dataDir: string, time: string): Promise<string | undefined> {
  await rename(restoringIn(dataDir), join(dataDir, `restored.${time}`));
  await sync(dataDir);
  await finishRestore(dataDir);
  const former = formerIn(dataDir, time);
  return existsSync(former) ? former : undefined;
}

/**
 * Brings an interrupted restore to its end, or removes what is left of it: whoever starts the built-in server calls this
 * first. A new database that was whole takes its place, one that was not is removed; the former one is kept in any case.
 * Does nothing, and costs nothing, when there is nothing to do.
 */
export async function finishRestore(dataDir: string): Promise<void> {
  const names = await readdir(dataDir).catch((): string[] => []);
  for (const name of names) {
    const time = restored.exec(name)?.[1];
    if (time !== undefined) await swap(dataDir, time);
  }
  if (names.includes('restoring')) await removeUnfinished(restoringIn(dataDir));
}

/** Each step may have been done before, by the one that was interrupted. */
async function swap(dataDir: string, time: string): Promise<void> {
  const ready = join(dataDir, `restored.${time}`);
  // A server that somebody started without finishing first works on the former one: not under its feet.
  if (await isServed(clusterIn(dataDir))) return;
  if (existsSync(clusterIn(ready))) {
    // Taken already when the former one was moved before: a folder that holds files is not replaced.
    await rename(clusterIn(dataDir), formerIn(dataDir, time)).catch(unless('ENOENT', 'ENOTEMPTY', 'EEXIST'));
    await sync(dataDir);
    await rename(clusterIn(ready), clusterIn(dataDir)).catch(unless('ENOENT'));
    await sync(dataDir);
  }
  await rm(ready, { recursive: true, force: true });
}

/** The first line of `postmaster.pid` is the process id of the server that works, or worked, on a cluster. */
async function isServed(cluster: string): Promise<boolean> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Its server may still be running: starting it anew finds that one and stops it. */
async function removeUnfinished(folder: string): Promise<void> {
  if (hasOffice(folder)) {
    try {
      const left = await startPostgres({ dataDir: folder });
      await left.stop();
    } catch (error) {
      const isAtWork = error instanceof PostgresUnavailable && error.code === 'folder_in_use';
      if (isAtWork) return; // a restore that is under way; the folder's lock keeps the office closed
    }
  }
  await rm(folder, { recursive: true, force: true });
}

/** Where a new database is made, empty; what an interrupted restore has left is gone. */
export async function freshFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await finishRestore(dataDir);
  return restoringIn(dataDir);
}

const unless =
  (...codes: readonly string[]) =>
  (error: unknown): void => {
    if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error;
  };

async function sync(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
