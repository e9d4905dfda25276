import { link, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Holds a data folder that has no server, by the lock of a server that this process runs in another folder: the file that
 * says who we are is linked there under the next number. (The lock is the file `owner.<number>.json`; the highest number
 * counts. See the README of postgres-embedded.) Whoever calls this has seen that nobody else holds the folder.
 *
 * @returns gives the folder up again.
 */
export async function holdFolder(folder: string, ownLock: string): Promise<() => Promise<void>> {
  for (;;) {
    const file = lockFile(folder, (await highest(folder)) + 1);
    try {
      await link(ownLock, file);
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** The lock of a folder whose server this process runs. */
export const lockOf = async (folder: string) => lockFile(folder, await highest(folder));

const lockFile = (folder: string, number: number) => join(folder, `owner.${number}.json`);

async function highest(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(/^owner\.(\d+)\.json$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}
