import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { BackupRefused } from './backup-refused.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Makes `<folder>/<name>/` by filling a folder of another name, which gets its own when all of it is whole and on disk.
 * Whoever is interrupted leaves nothing that looks like a backup; what is left is removed by the next.
 */
export async function makeWhole(folder: string, name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const draft = join(folder, `${name}.${hostname()}.${process.pid}${draftEnding}`);
  const whole = join(folder, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeLeftovers(folder);
    await mkdir(draft, { mode: 0o700 });
    await fill(draft);
    await syncFolder(draft);
    await rename(draft, whole);
    await syncFolder(folder);
    return whole;
  } catch (error) {
    // Also gives the space back when the disk is full. What cannot be removed now goes with the next backup.
    await rm(draft, { recursive: true, force: true }).catch(() => {});
    const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
    throw isFull ? new BackupRefused('disk_full', { file: folder }, error) : error;
  }
}

const draftEnding = '.unfinished';

/** Two may be at work at once: only what nobody is writing any more is removed. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(draftEnding)) continue;
    const draft = join(folder, name);
    const [, host, pid] = /Z-[^.]*\.(.+)\.(\d+)\.unfinished$/.exec(name) ?? [];
    const isOurs = host === hostname() && !isRunning(Number(pid));
    const made = await stat(draft).catch(() => undefined);
    if (isOurs || (made && Date.now() - made.mtimeMs > DAY_MS)) await rm(draft, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A new name in a folder is safe from a power cut only when the folder is on disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
