import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type EmbeddedPostgres, startPostgres } from './index.ts';

/** A cluster for one test run, without fsync. */
export interface TestCluster {
  readonly connection: EmbeddedPostgres['connection'];
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a new cluster in a temporary folder, in about a second. One for a whole test run is enough: a test file gets
 * its own database by `create database … template …` in a fraction of that.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-office-test-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startPostgres({ dataDir, fsync: false });
    const stop = async () => {
      await server.stop();
      await remove();
    };
    return { connection: server.connection, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}
