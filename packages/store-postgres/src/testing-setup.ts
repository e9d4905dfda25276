import type pg from 'pg';
import type { TestProject } from 'vitest/node';

/** A PostgreSQL server for one test run. */
export interface RunningCluster {
  /** Its superuser, and a database to make others from. */
  readonly connection: Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'password' | 'database'>;
  stop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: RunningCluster['connection'];
  }
}

/**
 * A vitest `globalSetup` that starts one server for the whole run and tells every test where it is; `testDatabase` makes
 * databases in it.
 *
 *     export default provideCluster(startTestCluster);
 */
export const provideCluster = (start: () => Promise<RunningCluster>) => async (project: TestProject) => {
  const cluster = await start();
  project.provide('postgres', cluster.connection);
  return () => cluster.stop();
};
