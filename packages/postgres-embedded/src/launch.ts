import { spawn } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { commandAs, type ServerUser } from './as-user.ts';
import { logFrom } from './log-file.ts';
import { readPostmaster, type ServerProcess, stopServer } from './postmaster.ts';
import { processIdentity } from './process-identity.ts';
import { cleanEnvironment } from './program.ts';
import { port } from './socket-folder.ts';

export interface LaunchPlan {
  readonly postgres: string;
  readonly user: ServerUser;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: FileHandle;
  readonly fsync: boolean;
  readonly settings: Readonly<Record<string, string>>;
  /** Ends a start that is under way: what has been started is stopped, and `NotStarted` thrown. */
  readonly signal?: AbortSignal;
}

/** A server that accepts connections. */
export interface RunningServer extends ServerProcess {
  /** Resolves when the process has ended, asked or not. */
  readonly ended: Promise<void>;
}

/** The server ended, or did not get ready in time; the message is what it wrote to its log. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
}

/** Recovery replays at most `max_wal_size` (1 GB) of log: minutes on a slow disk. */
const startTimeoutMs = 300_000;
/** After a kill the old server's children hold its shared memory for a moment. */
const patienceMs = 5_000;
const heldByFormerServer = /lock file ".*" already exists|pre-existing shared memory block/;

/** Starts the server and waits until it accepts connections. Throws `NotStarted`. */
export async function launch(plan: LaunchPlan): Promise<RunningServer> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await launchOnce(plan);
    } catch (error) {
      const held = error instanceof NotStarted && heldByFormerServer.test(error.message);
      if (!held || Date.now() > deadline || plan.signal?.aborted) throw error;
      await sleep(200);
    }
  }
}

async function launchOnce(plan: LaunchPlan): Promise<RunningServer> {
  const logStart = (await plan.log.stat()).size;
  const { file, args, account } = commandAs(plan.user, plan.postgres, ['-D', plan.cluster, ...settingArguments(plan)]);
  const child = spawn(file, args, {
    ...account,
    env: cleanEnvironment(),
    stdio: ['ignore', plan.log.fd, plan.log.fd],
    // A session of its own: Ctrl-C in our terminal reaches us, and not the server before we have stopped it in order.
    detached: true,
  });
  child.unref();
  let failure: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      failure = error.message;
      resolve();
    });
    child.on('exit', () => {
      failure ??= '';
      resolve();
    });
  });

  const deadline = Date.now() + startTimeoutMs;
  while (failure === undefined) {
    const postmaster = await readPostmaster(plan.cluster);
    const identity = child.pid === undefined ? undefined : await processIdentity(child.pid);
    if (postmaster?.pid === child.pid && postmaster?.ready === true && identity !== undefined) {
      return { pid: postmaster.pid, identity, cluster: plan.cluster, ended };
    }
    const late = Date.now() > deadline;
    if ((late || plan.signal?.aborted) && child.pid !== undefined && identity !== undefined) {
      await stopServer({ pid: child.pid, identity, cluster: plan.cluster });
      const why = late ? `not ready after ${startTimeoutMs / 1000} s` : 'stopped while it started';
      throw new NotStarted(`${why}\n${await logFrom(plan.log, logStart)}`);
    }
    await sleep(20);
  }
  throw new NotStarted(`${failure}\n${await logFrom(plan.log, logStart)}`);
}

/** Ours come last and win: what keeps the server private and its data safe is not up for settings. */
function settingArguments({ settings, socketFolder, fsync }: LaunchPlan): string[] {
  const all = {
    ...calmSettings,
    ...settings,
    ...(fsync ? { fsync: 'on', full_page_writes: 'on' } : throwAwaySettings),
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(port),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const calmSettings = {
  max_connections: '50',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Our statements are short; compiling them costs more than it gains.
  jit: 'off',
};

const throwAwaySettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
