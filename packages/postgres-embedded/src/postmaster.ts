import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { processesIn, processIdentity, runs, worksIn } from './process-identity.ts';
import { removeSocketFolder } from './socket-folder.ts';

/** What a server writes to `postmaster.pid` in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  /** It accepts connections; before that it starts or recovers. */
  readonly ready: boolean;
  /** It was told to stop, and heard it. */
  readonly stopping: boolean;
}

/** The server that says it runs, or ran, on this cluster. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => undefined);
  // Lines: pid, data folder, start, port, socket folder, address, shared memory, status (miscadmin.h, LOCK_FILE_LINE_*).
  const lines = text?.split('\n').map((line) => line.trim());
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7] === 'ready', stopping: lines[7] === 'stopping' };
}

/**
 * Clears the way for a new server: one that a killed owner left running is stopped, its socket's folder removed.
 * A `postmaster.pid` whose process id now belongs to a stranger, or to a zombie that nobody reaps, would keep PostgreSQL
 * from ever starting; it goes, if it is certain that no process of the old server is left.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const left = await readPostmaster(cluster);
  if (left === undefined) return;
  const identity = await processIdentity(left.pid);
  if (identity !== undefined && (await worksIn(left.pid, cluster))) {
    await stopServer({ pid: left.pid, identity, cluster });
  } else if (isTaken(left.pid) && (await processesIn(cluster))?.length === 0) {
    await rm(pidFile(cluster), { force: true });
  }
  await removeSocketFolder(left.socketFolder);
}

/** One run of one server. */
export interface ServerProcess {
  readonly pid: number;
  /** Its `processIdentity`. */
  readonly identity: string;
  readonly cluster: string;
}

/**
 * Stops a server and waits until it is gone: first a fast shutdown (open transactions are rolled back, everything is
 * written), then one without a checkpoint (the next start recovers from the log), at last by force. One that writes
 * its last checkpoint gets the time it needs; one that does not even hear us is gone in a few seconds.
 */
export async function stopServer(server: ServerProcess): Promise<void> {
  // A frozen process (SIGSTOP) answers to nothing but force; awake it can still stop in order.
  await sendAll(server, 'SIGCONT');
  await askToStop(server);
  // Children that have lost their postmaster end by themselves, unless they hang as it did.
  const killedAt = Date.now();
  while ((await sendAll(server, 'SIGKILL')) > 0 && Date.now() - killedAt < forceMs) await sleep(20);
}

/** Returns when it is gone, or does not hear. */
async function askToStop(server: ServerProcess): Promise<void> {
  for (const { signal, hearsAfterMs, waitMs } of stopSteps) {
    if (!(await isRunning(server)) || !send(server.pid, signal)) return;
    const sentAt = Date.now();
    while (Date.now() - sentAt < waitMs) {
      if (!(await isRunning(server))) return;
      if (Date.now() - sentAt > hearsAfterMs && !(await readPostmaster(server.cluster))?.stopping) break;
      await sleep(20);
    }
  }
}

const isRunning = async ({ pid, identity }: ServerProcess) => (await processIdentity(pid)) === identity;

/** Signals the server and, where they can be found (Linux), its children, which have sessions of their own; answers how many there were. */
async function sendAll(server: ServerProcess, signal: NodeJS.Signals): Promise<number> {
  const all = new Set((await isRunning(server)) ? [server.pid] : []);
  for (const pid of (await processesIn(server.cluster)) ?? []) if (await runs(pid, 'postgres')) all.add(pid);
  for (const pid of all) send(pid, signal);
  return all.size;
}

/** Whether PostgreSQL would take this process id for a living one: a zombie's counts, and a stranger's. */
function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
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

/** The server writes that it is stopping as soon as it hears of it; `hearsAfterMs` is how long that may take. */
const stopSteps = [
  { signal: 'SIGINT', hearsAfterMs: 3_000, waitMs: 30_000 },
  { signal: 'SIGQUIT', hearsAfterMs: 1_000, waitMs: 6_000 }, // it kills its children by itself after 5 s
] as const;
/** A process that waits for a broken disk cannot even be killed before the disk answers. */
const forceMs = 5_000;
