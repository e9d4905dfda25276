import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate, migrationsOf } from './migrate.ts';
import { type MigrationModule, readMigrations } from './migration-files.ts';
import { createPool } from './pool.ts';
import type { RunningCluster } from './testing-setup.ts';

export { openWalls } from './open-walls.ts';

/** A database of one's own, migrated and empty. */
export interface TestDatabase {
  /** For a pool of one's own. */
  readonly connection: RunningCluster['connection'];
  /** As the superuser; the store becomes the app role by itself. */
  readonly pool: pg.Pool;
  /** Ends the pool and removes the database, whoever is still in it. */
  drop(): Promise<void>;
}

/**
 * A fresh database with the tables of these modules (the kernel's unless given, none for `[]`), copied from a template
 * that the first who asks makes. Needs `provideCluster` as `globalSetup`.
 */
export async function testDatabase({
  modules = migrationsOf(),
}: {
  readonly modules?: readonly MigrationModule[];
} = {}): Promise<TestDatabase> {
  const cluster = inject('postgres');
  if (cluster === undefined)
    throw new Error('There is no PostgreSQL for this test: name a file with `provideCluster` in `globalSetup`.');
  const template = await templateOf(cluster, modules);
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(cluster, (client) => client.query(`create database ${database} template ${template}`));

  const connection = { ...cluster, database };
  const pool = createPool({ connection });
  const drop = async () => {
    await pool.end();
    await asSuperuser(cluster, (client) => client.query(`drop database ${database} with (force)`));
  };
  return { connection, pool, drop };
}

type Connection = RunningCluster['connection'];

/** One template for each set of migrations. Whoever finds it missing makes it; the others wait. */
async function templateOf(cluster: Connection, modules: readonly MigrationModule[]): Promise<string> {
  const files = (await Promise.all(modules.map(readMigrations))).flat();
  const checksum = createHash('sha256')
    .update(files.map((file) => file.checksum).join())
    .digest('hex');
  const template = `template_${checksum.slice(0, 16)}`;
  await asSuperuser(cluster, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(cluster, client, template, modules);
  });
  return template;
}

/** It gets its name when it is whole, so that one whose maker died is never taken for a template. */
async function makeTemplate(
  cluster: Connection,
  client: pg.Client,
  template: string,
  modules: readonly MigrationModule[],
): Promise<void> {
  const draft = `draft_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${draft}`);
  if (modules.length > 0) {
    const pool = createPool({ connection: { ...cluster, database: draft }, max: 1 });
    await migrate({ pool, modules }).finally(() => pool.end());
  }
  await client.query(`alter database ${draft} rename to ${template}`);
}

async function asSuperuser<T>(cluster: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(cluster);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
