import { access, mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { chooseUser } from './as-user.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterFolder, ensureCluster, superuser } from './cluster.ts';
import { fromFailedStart, whyNotAgain } from './failed-start.ts';
import { keepRunning, type ServerNews } from './keep-running.ts';
import { launch } from './launch.ts';
import { logFileIn, openLog } from './log-file.ts';
import { takeOwnership } from './owner.ts';
import { stopLeftover } from './postmaster.ts';
import { makeSocketFolder, port, remakeSocketFolder, removeSocketFolder } from './socket-folder.ts';
import type { Machine } from './this-machine.ts';
import { fromSystemError } from './unavailable.ts';

export interface StartOptions {
  /** The folder of this server alone; made when missing. See the README for the files in it. */
  readonly dataDir: string;
  /** Made together with the cluster: small letters, digits, underscore. Default `front_office`. */
  readonly database?: string;
  /** Default true. False only for clusters that are thrown away: a power cut destroys them. */
  readonly fsync?: boolean;
  /** Further PostgreSQL settings by name; those that keep the server private cannot be changed. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Hears of a server that ended without being asked: that it cannot be started again yet, and why; that it is back. */
  readonly onNews?: (news: ServerNews) => void;
}

export interface EmbeddedPostgres {
  /** Ready for a driver: `host` is the folder of the unix socket. No password. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** Of the present run; it changes when the server had to be started again. */
  readonly pid: number;
  readonly majorVersion: number;
  readonly logFile: string;
  /** Ends open connections, writes everything, waits until the server is gone. Asked twice, it stops once. */
  stop(): Promise<void>;
}

/** `startPostgres` on a given machine. */
export async function startOn(machine: Machine, options: StartOptions): Promise<EmbeddedPostgres> {
  const { database = 'front_office' } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(database)) throw new TypeError(`not a database name: ${database}`);
  const binaries = await findBinaries(machine);
  const asked = resolve(options.dataDir);
  try {
    await mkdir(asked, { recursive: true, mode: 0o700 });
    // /proc tells working folders without symbolic links.
    return await startIn(await realpath(asked), { ...options, database }, machine, binaries);
  } catch (error) {
    throw fromSystemError(error, asked);
  }
}

type Named = StartOptions & { readonly database: string };

async function startIn(
  dataDir: string,
  options: Named,
  machine: Machine,
  binaries: Binaries,
): Promise<EmbeddedPostgres> {
  const release = await takeOwnership(dataDir);
  const undo = [release];
  const logFile = logFileIn(dataDir);
  try {
    const { database, fsync = true, settings = {}, onNews: tell = () => {} } = options;
    const cluster = clusterFolder(dataDir);
    const user = await chooseUser(machine, dataDir, cluster, binaries.postgres);
    await ensureCluster({ dataDir, database, fsync, binaries, user });
    await stopLeftover(cluster);

    const socketFolder = await makeSocketFolder(user);
    undo.unshift(() => removeSocketFolder(socketFolder));
    const start = async (signal?: AbortSignal) => {
      const log = await openLog(dataDir);
      const plan = { user, cluster, socketFolder, log, fsync, settings, ...(signal && { signal }) };
      return launch({ postgres: binaries.postgres, ...plan }).finally(() => log.close());
    };
    const startAgain = async (signal: AbortSignal) => {
      // Never a new cluster in the place of one that has gone: people would work on in an empty house.
      await access(join(cluster, 'PG_VERSION'));
      await stopLeftover(cluster);
      await remakeSocketFolder(socketFolder, user);
      return start(signal);
    };
    const explain = (error: unknown) => whyNotAgain(error, dataDir, logFile);
    const server = keepRunning(await start(), { startAgain, explain, tell });

    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await server.stop();
      for (const step of undo) await step();
    };
    return {
      connection: { host: socketFolder, port, user: superuser, database },
      get pid() {
        return server.pid();
      },
      majorVersion: binaries.majorVersion,
      logFile,
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    for (const step of undo) await step();
    throw fromFailedStart(error, dataDir, logFile);
  }
}
