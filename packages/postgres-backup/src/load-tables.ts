import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { BackupRefused } from './backup-refused.ts';
import { hashTables } from './hash-tables.ts';
import { asKeeper, inTransaction } from './keeper.ts';
import { type Manifest, type TableEntry, tableName } from './manifest.ts';
import { readFileOf, type TableFile } from './open-backup.ts';
import type { OnProgress } from './progress.ts';
import { inLoadingOrder, quoted, type Table, tablesOf } from './tables.ts';

/**
 * Fills the tables and compares what is then in them with the manifest, in one transaction: all of it, as it was, or
 * nothing. What a migration put into a table by itself goes first: it is in the backup as well, or was removed.
 */
export const loadTables = (pool: pg.Pool, folder: string, manifest: Manifest, onProgress: OnProgress): Promise<void> =>
  asKeeper(pool, (client) =>
    inTransaction(client, 'begin', async () => {
      const schemas = [...new Set(manifest.migrations.map(({ module }) => module))];
      const tables = await tablesOf(client, schemas);
      await client.query(`truncate ${tables.map(quoted).join(', ')}`);
      await forceWalls(client, tables, 'no force');
      for (const table of inLoadingOrder(tables)) {
        const entry = manifest.tables.find((one) => tableName(one) === tableName(table));
        // The tables follow from the migrations, which are the same.
        if (entry === undefined) throw new BackupRefused('copy_differs', { table: tableName(table) });
        await loadTable(client, { folder, manifest, table: entry }, onProgress);
      }
      await forceWalls(client, tables, 'force');
      compare(manifest.tables, await hashTables(client, tables, onProgress));
    }),
  );

/** `COPY` does not write through row level security. Nobody else sees that it is off: the transaction turns it on again. */
async function forceWalls(client: pg.PoolClient, tables: readonly Table[], force: 'force' | 'no force'): Promise<void> {
  for (const table of tables.filter(({ forced }) => forced)) {
    await client.query(`alter table ${quoted(table)} ${force} row level security`);
  }
}

async function loadTable(
  client: pg.PoolClient,
  file: Pick<TableFile, 'folder' | 'manifest' | 'table'>,
  onProgress: OnProgress,
): Promise<void> {
  const { table } = file;
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const sink = () => client.query(from(`copy ${quoted(table)} (${columns}) from stdin`));
  await readFileOf({ ...file, sink, onRows: (rows) => onProgress({ doing: 'loading', what: tableName(table), rows }) });
}

function compare(expected: readonly TableEntry[], found: readonly TableEntry[]): void {
  for (const entry of expected) {
    const own = found.find((one) => tableName(one) === tableName(entry));
    if (own?.rows !== entry.rows || own.sha256 !== entry.sha256) {
      throw new BackupRefused('copy_differs', { table: tableName(entry) });
    }
  }
}
