import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import pg from 'pg';
import { onTestFinished } from 'vitest';

import { type EmbeddedPostgres, type PostgresUnavailable, type StartOptions, startPostgres } from '../src/index.ts';

/** A temporary data folder that is gone after the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'front-office-scene-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A server that is stopped after the test, whatever happens in it. */
export async function start(options: StartOptions): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ fsync: false, ...options });
  onTestFinished(() => server.stop());
  return server;
}

/** Runs statements on a connection of their own; the rows of the last one. */
export async function query(connection: EmbeddedPostgres['connection'], ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client(connection);
  // The statement in flight tells of a lost connection.
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** The error a start ends with. */
export const refusalOf = (starting: Promise<unknown>): Promise<PostgresUnavailable> =>
  starting.then(
    () => {
      throw new Error('it started');
    },
    (error) => error,
  );

/** A dead process that nobody has asked for yet (a zombie) does not run. */
export const isRunning = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout.trim());
};

export interface OwnerProcess {
  readonly program: ChildProcessWithoutNullStreams;
  /** The line of JSON that it wrote first. */
  readonly answer: {
    readonly pid: number;
    readonly connection: EmbeddedPostgres['connection'];
    readonly code?: string;
    readonly sentences?: { de: string; en: string };
  };
  readonly ended: Promise<unknown>;
}

/** Starts `owner-process.ts` in a process group of its own; `around` are the words before its command line. */
export async function ownerProcess(options: StartOptions, around: readonly string[] = []): Promise<OwnerProcess> {
  const words = [...around, process.execPath, join(import.meta.dirname, 'owner-process.ts'), JSON.stringify(options)];
  const [file = '', ...args] = words;
  const program = spawn(file, args, { detached: true });
  let complaint = '';
  program.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const ended = once(program, 'exit');
  onTestFinished(async () => {
    program.stdin.end();
    await ended;
  });
  const lines = createInterface({ input: program.stdout });
  const [first] = await Promise.race([once(lines, 'line'), ended.then(() => [`"${complaint}"`])]);
  return { program, answer: JSON.parse(first), ended };
}

/** Words before a command that make root an ordinary user, who is bound by the permissions of files. */
export const asOrdinaryUser: readonly string[] =
  process.geteuid?.() === 0 ? ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] : [];
