import { type ChildProcess, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { dataFolder } from '../../../test/support/server.ts';

const main = join(import.meta.dirname, '../src/main.ts');

export interface OfficeOnSmallDisk {
  readonly process: ChildProcess;
  /** The path of the data folder as the office itself sees it. */
  readonly dataDir: string;
  /** The same folder as seen from here. */
  readonly folder: string;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with its address, or with undefined when it has ended before. */
  readonly url: Promise<string | undefined>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts the real server with its data on a disk of its own, which only it sees: a tmpfs in a mount namespace (Linux;
 * an ordinary user may make one). `prepare` is a shell line that runs before it, with the disk's folder as `$0`.
 */
export async function officeOnSmallDisk(megabytes: number, prepare = 'true'): Promise<OfficeOnSmallDisk> {
  const { path, remove } = await dataFolder();
  const script = `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && ${prepare} && exec "$@"`;
  const command = [process.execPath, '--conditions=@front-office/source', main];
  const child = spawn('unshare', ['--user', '--map-root-user', '--mount', '--', 'sh', '-c', script, path, ...command], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(path, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
    await remove();
  });
  const url = new Promise<string | undefined>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Desk\s+(http:\S+)\/desk/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => resolve(undefined));
  });
  const folder = join(`/proc/${child.pid}/root`, path);
  return { process: child, dataDir: join(path, 'data'), folder, output: () => output, url, ended };
}

/** Leaves no byte on the disk; answers how to give the space back. */
export async function fillDisk({ folder }: OfficeOnSmallDisk): Promise<() => Promise<void>> {
  const filler = join(folder, 'filler');
  for (const bytes of [1_048_576, 4_096]) {
    const full = (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOSPC') throw error;
      return true;
    };
    const block = Buffer.alloc(bytes);
    while (!(await writeFile(filler, block, { flag: 'a' }).catch(full)));
  }
  return () => rm(filler);
}
