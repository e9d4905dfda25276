import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { anyoneWorksIn, processIdentity, worksIn } from './process-identity.ts';
import { removeSocketFolder } from './socket-folder.ts';

/** What a server writes to `postmaster.pid` in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  /** It accepts connections; before that it starts or recovers. */
  readonly ready: boolean;
}

/** The server that says it runs, or ran, on this cluster. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => undefined);
  // Lines: pid, data folder, start, port, socket folder, address, shared memory, status (miscadmin.h, LOCK_FILE_LINE_*).
  const lines = text?.split('\n').map((line) => line.trim());
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7] === 'ready' };
}

/**
 * Clears the way for a new server: one that a killed owner left running is stopped, its socket's folder removed.
 * A `postmaster.pid` whose process id now belongs to a stranger would keep PostgreSQL from ever starting; it goes, if
 * it is certain that no process of the old server is left.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const left = await readPostmaster(cluster);
  if (left === undefined) return;
  const identity = await processIdentity(left.pid);
  if (identity !== undefined && (await worksIn(left.pid, cluster))) {
    await stopServer(left.pid, identity);
  } else if (identity !== undefined && (await anyoneWorksIn(cluster)) === false) {
    await rm(pidFile(cluster), { force: true });
  }
  await removeSocketFolder(left.socketFolder);
}

/**
 * Stops a server and waits until it is gone: first a fast shutdown (open transactions are rolled back, everything is
 * written), then one without a checkpoint (the next start recovers from the log), at last by force.
 */
export async function stopServer(pid: number, identity: string): Promise<void> {
  for (const { signal, waitMs } of stopSteps) {
    if ((await processIdentity(pid)) !== identity) return;
    if (!send(pid, signal)) return;
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      if ((await processIdentity(pid)) !== identity) return;
      await sleep(20);
    }
  }
}

/** False when the process is already gone. */
function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

const stopSteps = [
  { signal: 'SIGINT', waitMs: 30_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;
