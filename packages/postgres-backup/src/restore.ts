import { createKernel, type Decidable } from '@front-office/kernel';
import { createPostgresStore, type MigrationModule, migrate, pendingMigrations } from '@front-office/store-postgres';
import type { Instant } from '@front-office/values';
import type pg from 'pg';
import { BackupRefused } from './backup-refused.ts';
import { caseOf, type Erasure } from './erasure-journal.ts';
import { loadTables } from './load-tables.ts';
import type { Manifest } from './manifest.ts';
import { checkFiles, openBackup } from './open-backup.ts';
import type { OnProgress } from './progress.ts';
import { beginFilling, endFilling } from './unfinished.ts';

export interface RestoreOptions {
  /** An empty database; its user may create tables and, the first time on a server, roles. */
  readonly pool: pg.Pool;
  /** Of the program as it is now: `migrationsOf(…)`. */
  readonly modules: readonly MigrationModule[];
  /** Workflows and records of the program, by which cases are erased. */
  readonly definitions: readonly Decidable[];
  /** The backup. */
  readonly folder: string;
  /** What was erased after the backup, as far as it is known: those are erased here too. */
  readonly erasures: readonly Erasure[];
  readonly now: () => Instant;
  readonly onProgress?: OnProgress | undefined;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Cases that were in the backup and have been erased again. */
  readonly erased: number;
}

/**
 * Fills an empty database from a backup, as the program wants it now: the tables as they were at the backup, their rows,
 * compared by counts and hashes; the migrations that came later; the erasures that came later. Nobody may use the
 * database before this has answered (`refuseUnfinished`), and an interrupted one is begun anew by calling it again.
 *
 * The database has a history of its own: clients of the feed begin anew, while each consumer goes on where it was.
 *
 * @throws {BackupRefused} for a backup that is damaged, newer than the program or of other migrations; `not_empty`;
 *   `copy_differs`. {MigrationRefused} as `migrate` does.
 */
export async function restoreInto(options: RestoreOptions): Promise<Restored> {
  const { pool, modules, folder, onProgress = () => {} } = options;
  const manifest = await openBackup(folder);
  await checkFiles(folder, manifest, onProgress);
  await beginFilling(
    pool,
    modules.map(({ module }) => module),
  );
  await refuseOtherMigrations({ pool, modules, manifest });
  await migrate({ pool, modules, upTo: manifest.migrations });
  await loadTables(pool, folder, manifest, onProgress);
  await migrate({ pool, modules });
  const erased = await eraseAgain({ ...options, onProgress });
  await endFilling(pool);
  return { manifest, erased };
}

/** On an empty database, all migrations of the program are pending. */
async function refuseOtherMigrations({
  pool,
  modules,
  manifest,
}: Pick<RestoreOptions, 'pool' | 'modules'> & { readonly manifest: Manifest }): Promise<void> {
  const known = await pendingMigrations({ pool, modules });
  for (const { module, number, name, checksum } of manifest.migrations) {
    const migration = `${module} ${String(number).padStart(4, '0')}_${name}`;
    const own = known.find((file) => file.module === module && file.number === number);
    if (own === undefined) throw new BackupRefused('backup_newer', { product: manifest.product, migration });
    if (own.checksum !== checksum) throw new BackupRefused('migration_differs', { migration });
  }
}

/** By the program as it is now, hence after its migrations: erasing drops rows of tables that the backup may not know. */
async function eraseAgain(options: RestoreOptions & { readonly onProgress: OnProgress }): Promise<number> {
  const { pool, definitions, erasures, now, onProgress } = options;
  const kernel = createKernel({ store: createPostgresStore({ pool }), now, definitions, ports: {} });
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const actor = { kind: 'system', id: 'restore', capabilities: new Set<string>() } as const;
  let erased = 0;
  for (const erasure of new Map(erasures.map((each) => [caseOf(each), each])).values()) {
    const { office, workflow, case: id } = erasure;
    const definition = byName.get(workflow);
    if (definition === undefined) throw new BackupRefused('workflow_unknown', { workflow, case: id });
    const outcome = await kernel.erase(definition, { office, case: id, actor, request: `restore:${id}` });
    // Not there: it was erased before the backup, or opened after it.
    if (outcome.refused === undefined) onProgress({ doing: 'erasing again', what: workflow, rows: ++erased });
    else if (outcome.refused.code !== 'not_found') throw new BackupRefused('not_erased', { workflow, case: id });
  }
  return erased;
}
