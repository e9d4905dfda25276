import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { processIdentity } from './process-identity.ts';
import { PostgresUnavailable } from './unavailable.ts';

/** What a lock file says. */
interface Owner {
  readonly pid: number;
  /** `processIdentity` of the owner, so that a process id given anew is not mistaken for it. */
  readonly process: string;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

interface Lock {
  readonly number: number;
  /** Undefined when the file holds no owner, which no living process has written. */
  readonly owner: Owner | undefined;
}

/**
 * Makes this process the one owner of the data folder, or throws `PostgresUnavailable` with `folder_in_use`.
 *
 * The lock is the file `owner.<number>.json`; the highest number counts. A dead owner's lock is never replaced but
 * followed by the next number, which only one process can create: two that find the same dead owner at once cannot
 * both take over, and nobody deletes a lock that somebody else has just taken.
 *
 * @param look how the last lock is read; a test stands in for somebody who looked too long ago.
 * @returns gives the folder up again.
 */
export async function takeOwnership(folder: string, look = lastLock): Promise<() => Promise<void>> {
  for (;;) {
    const last = await look(folder);
    if (last?.owner !== undefined && (await isAlive(last.owner))) throw inUse(folder, last.number, last.owner);

    const number = (last?.number ?? 0) + 1;
    if (!(await createLock(folder, number))) continue;
    const release = () => rm(lockFile(folder, number), { force: true });
    const highest = Math.max(...(await lockNumbers(folder)));
    if (highest > number) {
      // Between our look and our lock others came and went; a later one holds the folder.
      await release();
      continue;
    }
    await removeBelow(folder, number);
    return release;
  }
}

const lockFile = (folder: string, number: number) => join(folder, `owner.${number}.json`);

async function lastLock(folder: string): Promise<Lock | undefined> {
  const number = Math.max(0, ...(await lockNumbers(folder)));
  if (number === 0) return undefined;
  const text = await readFile(lockFile(folder, number), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? lastLock(folder) : { number, owner: parseOwner(text) };
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const digits = /^owner\.(\d+)\.json$/.exec(name)?.[1];
    return digits === undefined ? [] : Number(digits);
  });
}

function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isOwner = (value: unknown): value is Owner =>
  isRecord(value) &&
  typeof value.pid === 'number' &&
  typeof value.process === 'string' &&
  typeof value.host === 'string' &&
  typeof value.since === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Of another computer's processes nothing can be known from here, so its owner counts as alive. */
async function isAlive(owner: Owner): Promise<boolean> {
  return owner.host !== hostname() || (await processIdentity(owner.pid)) === owner.process;
}

/** True when the lock is ours. It appears whole and already on disk, because it is linked from a finished file. */
async function createLock(folder: string, number: number): Promise<boolean> {
  const owner: Owner = {
    pid: process.pid,
    process: (await processIdentity(process.pid)) ?? '',
    host: hostname(),
    since: new Date().toISOString(),
  };
  const draft = join(folder, `owner.${randomUUID()}.draft`);
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(owner, undefined, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, lockFile(folder, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function removeBelow(folder: string, number: number): Promise<void> {
  for (const older of await lockNumbers(folder)) {
    if (older < number) await rm(lockFile(folder, older), { force: true });
  }
}

function inUse(folder: string, number: number, { pid, host, since }: Owner): PostgresUnavailable {
  return new PostgresUnavailable({
    code: 'folder_in_use',
    folder,
    pid,
    host,
    since,
    lockFile: lockFile(folder, number),
  });
}
