import { type MigrationModule, pendingMigrations } from '@front-office/store-postgres';
import type pg from 'pg';
import { type BackUpOptions, type Backup, backUp } from './back-up.ts';
import { asKeeper } from './keeper.ts';
import { appliedMigrations, tablesOf } from './tables.ts';

export interface BeforeMigration extends Omit<BackUpOptions, 'label'> {
  readonly modules: readonly MigrationModule[];
}

/**
 * Backs an office up before its tables change. Does nothing when no migration is pending, or nothing was ever done in the
 * database. Call it between connecting and `migrate`.
 *
 * @throws {MigrationRefused} as `migrate` would, {BackupRefused} as `backUp` does: then do not migrate.
 */
export async function backupBeforeMigration({ modules, ...options }: BeforeMigration): Promise<Backup | undefined> {
  const pending = await pendingMigrations({ pool: options.pool, modules });
  if (pending.length === 0 || !(await wasUsed(options.pool))) return undefined;
  return backUp({ ...options, label: 'before-migration' });
}

const wasUsed = (pool: pg.Pool): Promise<boolean> =>
  asKeeper(pool, async (client) => {
    const migrations = await appliedMigrations(client);
    if (migrations.length === 0) return false;
    await tablesOf(client, ['kernel']); // refuses a user who would not see the rows of the log
    const { rowCount } = await client.query('select from kernel.log limit 1');
    return rowCount === 1;
  });
