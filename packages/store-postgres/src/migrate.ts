import pg from 'pg';
import { type Migration, type MigrationModule, readMigrations } from './migration-files.ts';
import { type MigrationFigures, MigrationRefused } from './migration-refused.ts';
import { appRole } from './statements.ts';

/** The kernel's own tables: always the first module. */
export const kernelMigrations = new URL('../migrations/', import.meta.url); // one folder up from src/ and from dist/

/** What to migrate for these packages: the kernel first, then each package that has tables, in the order given. */
export const migrationsOf = (
  packages: readonly { readonly name: string; readonly migrations: URL | null }[] = [],
): readonly MigrationModule[] => [
  { module: 'kernel', folder: kernelMigrations },
  ...packages.flatMap(({ name, migrations }) => (migrations === null ? [] : [{ module: name, folder: migrations }])),
];

export interface MigrateOptions {
  /** A pool whose user owns the database, or is to own the tables: it needs CREATE on it, and CREATEROLE the first time. */
  readonly pool: pg.Pool;
  /** In the order in which they are applied, the kernel first. */
  readonly modules: readonly MigrationModule[];
  /**
   * The last file of each module that is applied; a module that is not named gets none. All of them unless given. A
   * restore makes the tables as they were at the backup, fills them, and migrates on.
   */
  readonly upTo?: readonly Pick<Migration, 'module' | 'number'>[] | undefined;
}

/**
 * Brings the database to the tables that this code knows: applies the files that are missing, each in a transaction of
 * its own, and answers them. Whoever comes second waits for the first and finds nothing left to do. Modules that are not
 * given stay as they are.
 *
 * A file finds the schema of its module there. What it creates in it, the app role may read and write; a file that wants
 * less revokes it.
 *
 * @throws {MigrationRefused} before anything is changed.
 */
export async function migrate({ pool, modules, upTo }: MigrateOptions): Promise<readonly Migration[]> {
  const migrations = (await Promise.all(modules.map(readMigrations))).flat();
  const isWanted = ({ module, number }: Migration) =>
    upTo === undefined || upTo.some((last) => last.module === module && number <= last.number);
  const client = await pool.connect();
  try {
    await takeTurn(client);
    const missing = compare(modules, migrations, await applied(client)).filter(isWanted);
    for (const migration of missing) await apply(client, migration);
    return missing;
  } finally {
    // Closing the connection gives back the lock and every setting, whatever state the client is in.
    client.release(true);
  }
}

/**
 * The files that `migrate` would apply, all of them for an empty database. Changes nothing, so that whoever wants a
 * backup first can make it.
 *
 * @throws {MigrationRefused} as `migrate` does.
 */
export async function pendingMigrations({
  pool,
  modules,
}: Pick<MigrateOptions, 'pool' | 'modules'>): Promise<readonly Migration[]> {
  const migrations = (await Promise.all(modules.map(readMigrations))).flat();
  const { rows } = await pool.query<{ is_empty: boolean }>(
    `select to_regclass('kernel.migrations') is null as is_empty`,
  );
  const done = rows[0]?.is_empty ? [] : (await pool.query<Applied>(selectApplied)).rows;
  return compare(modules, migrations, done);
}

/** Any number that nobody else uses for an advisory lock in this database. */
const turn = '7021946358102764';

/** Waits for its turn, then works without the pool's time limits: an index on a large table takes its time. */
async function takeTurn(client: pg.PoolClient): Promise<void> {
  await client.query(`
    select set_config(name, '0', false) from pg_settings
    where name in ('statement_timeout', 'transaction_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`);
  await client.query(`select pg_advisory_lock(${turn})`);
}

/** What was applied. Only the owner reads it. */
const book = `
  create schema if not exists kernel;
  create table if not exists kernel.migrations (
    module text not null,
    number integer not null,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now(),
    constraint migrations_pk primary key (module, number)
  )`;

const selectApplied = 'select module, number, name, checksum from kernel.migrations order by module, number';

type Applied = Pick<Migration, 'module' | 'number' | 'name' | 'checksum'>;

async function applied(client: pg.PoolClient): Promise<readonly Applied[]> {
  try {
    await client.query(book);
    return (await client.query<Applied>(selectApplied)).rows;
  } catch (error) {
    throw forbidden(error, { module: 'kernel', migration: '0001_kernel.sql' }) ?? error;
  }
}

/** The migrations that are missing. */
function compare(
  modules: readonly MigrationModule[],
  migrations: readonly Migration[],
  done: readonly Applied[],
): readonly Migration[] {
  const key = ({ module, number }: Pick<Migration, 'module' | 'number'>) => `${module}/${number}`;
  const known = new Map(migrations.map((migration) => [key(migration), migration]));
  const own = done.filter(({ module }) => modules.some((given) => given.module === module));
  for (const row of own) {
    const file = known.get(key(row));
    const figures = { module: row.module, migration: fileName(row) };
    if (file === undefined) throw new MigrationRefused('database_newer', figures);
    if (file.checksum !== row.checksum) throw new MigrationRefused('migration_changed', figures);
  }
  const finished = new Set(own.map(key));
  return migrations.filter((migration) => !finished.has(key(migration)));
}

const fileName = ({ number, name }: Pick<Migration, 'number' | 'name'>) =>
  `${String(number).padStart(4, '0')}_${name}.sql`;

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const { module, number, name, checksum, sql } = migration;
  await client.query('begin');
  try {
    if (number === 1 && module !== 'kernel') await client.query(openSchema(module));
    await client.query(sql);
    await client.query('insert into kernel.migrations (module, number, name, checksum) values ($1, $2, $3, $4)', [
      module,
      number,
      name,
      checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const refused = forbidden(error, { module, migration: fileName(migration) });
    if (refused) throw refused;
    throw new Error(`${module}: the migration ${fileName(migration)} failed and was undone: ${said(error)}`, {
      cause: error,
    });
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

const forbidden = (error: unknown, figures: MigrationFigures): MigrationRefused | undefined =>
  error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE
    ? new MigrationRefused('migration_forbidden', { ...figures, reason: said(error) })
    : undefined;

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The kernel grants each of its tables by hand; a domain's are all for the app role. */
function openSchema(module: string): string {
  const schema = pg.escapeIdentifier(module);
  return `
    create schema if not exists ${schema};
    grant usage on schema ${schema} to ${appRole};
    alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${appRole}`;
}
