import { mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { commandAs, giveTo, type ServerUser } from './as-user.ts';
import type { Binaries } from './binaries.ts';
import { run } from './program.ts';
import { PostgresUnavailable } from './unavailable.ts';

export const superuser = 'postgres';

/** The folder of PostgreSQL itself (PGDATA). */
export const clusterFolder = (dataDir: string) => join(dataDir, 'cluster');

export interface ClusterPlan {
  readonly dataDir: string;
  readonly database: string;
  readonly fsync: boolean;
  readonly binaries: Binaries;
  readonly user: ServerUser;
}

const draftSuffix = '.new-';

/** What PostgreSQL said while it could not create the cluster. */
export class ClusterNotCreated extends Error {
  override readonly name = 'ClusterNotCreated';
}

/**
 * Makes sure that there is a cluster of our major version. A new one is made beside its final place and moved there
 * when it is whole and on disk, so an interrupted creation leaves nothing that looks like a cluster.
 * Throws `PostgresUnavailable` with `other_major_version`, or `ClusterNotCreated`.
 */
export async function ensureCluster(plan: ClusterPlan): Promise<void> {
  const folder = clusterFolder(plan.dataDir);
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(unlessMissing);
  if (version === undefined) return createCluster(plan, folder);
  const [found, ours] = [version.trim(), String(plan.binaries.majorVersion)];
  if (found !== ours) throw new PostgresUnavailable({ code: 'other_major_version', folder, found, ours });
}

async function createCluster(plan: ClusterPlan, folder: string): Promise<void> {
  const strangers = await readdir(folder).catch(unlessMissing);
  if (strangers?.length) throw new ClusterNotCreated(`${folder} holds files, but no PG_VERSION`);
  await removeDrafts(plan.dataDir);
  // A name of its own: an initdb whose owner was just killed may still be writing to the former draft.
  const draft = await mkdtemp(`${folder}${draftSuffix}`);
  try {
    await giveTo(plan.user, draft);
    await initialise(plan, draft);
    await createDatabase(plan, draft);
    await rename(draft, folder);
    if (plan.fsync) await syncFolder(plan.dataDir);
  } catch (error) {
    // Also gives the space back when the disk is full.
    await removeDraft(draft);
    throw error;
  }
}

/** initdb syncs everything to disk before it ends, and empties the folder when it fails. */
async function initialise({ binaries, user, fsync }: ClusterPlan, folder: string): Promise<void> {
  const options = ['-D', folder, ...initdbOptions, ...(fsync ? [] : ['--no-sync'])];
  let output = '';
  for (const characterType of characterTypes) {
    const finished = await run(commandAs(user, binaries.initdb, [...options, `--lc-ctype=${characterType}`]));
    if (finished.exitCode === 0) return;
    output = finished.output;
    if (!output.includes('invalid locale')) break;
  }
  throw new ClusterNotCreated(output);
}

/** In single-user mode PostgreSQL reads SQL from its standard input, one statement a line: no driver needed. */
async function createDatabase({ binaries, user, fsync, database }: ClusterPlan, folder: string): Promise<void> {
  const options = ['-c', 'exit_on_error=true', '-c', `fsync=${fsync ? 'on' : 'off'}`];
  const command = commandAs(user, binaries.postgres, ['--single', ...options, '-D', folder, superuser]);
  const { exitCode, output } = await run(command, `create database "${database}"\n`);
  if (exitCode !== 0) throw new ClusterNotCreated(output);
}

async function removeDrafts(dataDir: string): Promise<void> {
  const drafts = (await readdir(dataDir)).filter((name) => name.startsWith(`cluster${draftSuffix}`));
  for (const name of drafts) await removeDraft(join(dataDir, name));
}

/** An initdb whose owner was killed may still be writing there. What cannot be removed now is nobody's cluster, and goes at a later start. */
async function removeDraft(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Trust is right here: only who may enter the socket's folder (mode 0700) can connect at all. */
const initdbOptions = [
  '--auth=trust',
  `--username=${superuser}`,
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  // Messages stay English, which `fromOutput` relies on.
  '--locale=C',
];

/**
 * The built-in locale sorts and folds case, but the text search parser of PostgreSQL 18 still asks the system's
 * locale what a letter is. Under plain C „Müller“ is found with its quotation marks only.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];
