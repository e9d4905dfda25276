import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { Instant } from '@front-office/values';
import type pg from 'pg';
import { BackupRefused } from './backup-refused.ts';
import { makeWhole } from './folders.ts';
import { readTable } from './hash-tables.ts';
import { asKeeper, inTransaction } from './keeper.ts';
import { FORMAT, fileOf, type Manifest, manifestFile, type TableEntry, tableName, writeManifest } from './manifest.ts';
import type { OnProgress } from './progress.ts';
import { appliedMigrations, quoted, type Table, tablesOf } from './tables.ts';
import { Tally } from './tally.ts';

export interface BackUpOptions {
  /** Its user owns the tables. */
  readonly pool: pg.Pool;
  /** Where the backups lie. */
  readonly folder: string;
  /** Part of the backup's name: letters, digits and `-`. */
  readonly label: string;
  /** Version of the program. */
  readonly product: string;
  readonly now: () => Instant;
  readonly onProgress?: OnProgress | undefined;
}

export interface Backup {
  /** Where it lies. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Writes a backup: one snapshot of all tables, taken while the office works. Nobody waits for it. The signing key is no
 * part of the database and of no backup.
 *
 * @throws {BackupRefused} `not_migrated`, `rows_hidden`, `disk_full`
 */
export async function backUp({ pool, label, onProgress = () => {}, ...options }: BackUpOptions): Promise<Backup> {
  if (!/^[A-Za-z0-9-]{1,40}$/.test(label)) throw new TypeError(`not a label: ${label}`);
  const madeAt = options.now();
  let manifest: Manifest | undefined;
  const folder = await makeWhole(options.folder, `${madeAt.replaceAll(':', '-')}-${label}`, async (draft) => {
    manifest = await asKeeper(pool, (client) =>
      inTransaction(client, 'begin isolation level repeatable read read only', async () => {
        const read = await readOffice(client, draft, onProgress);
        return { format: FORMAT, madeAt, label, product: options.product, ...read };
      }),
    );
    await writeSynced(join(draft, manifestFile), writeManifest(manifest));
  });
  if (manifest === undefined) throw new Error('A backup was made without being filled.');
  return { folder, manifest };
}

type WhatWasRead = Pick<Manifest, 'postgres' | 'epoch' | 'offices' | 'migrations' | 'tables' | 'files'>;

async function readOffice(client: pg.PoolClient, draft: string, onProgress: OnProgress): Promise<WhatWasRead> {
  const migrations = await appliedMigrations(client);
  if (migrations.length === 0) throw new BackupRefused('not_migrated');
  const tables = await tablesOf(client, [...new Set(migrations.map(({ module }) => module))]);
  // A migration that begins now waits until the backup is done.
  await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
  const about = await lookAround(client, tables);
  return { ...about, migrations, ...(await writeTables(client, tables, draft, onProgress)) };
}

async function writeTables(
  client: pg.PoolClient,
  tables: readonly Table[],
  draft: string,
  onProgress: OnProgress,
): Promise<Pick<Manifest, 'tables' | 'files'>> {
  const hasCursors = tables.some((table) => tableName(table) === 'kernel.cursors');
  const entries: TableEntry[] = [];
  const files: Record<string, string> = {};
  for (const table of tables) {
    const onRows = (rows: number) => onProgress({ doing: 'backing up', what: tableName(table), rows });
    const zip = createGzip({ level: 3 }); // higher levels take twice the time for little more
    const written = new Tally();
    const file = createWriteStream(join(draft, fileOf(table)), { flags: 'wx', mode: 0o600, flush: true });
    entries.push(await readTable(client, table, { hasCursors, onRows, into: [zip, written, file] }));
    files[fileOf(table)] = written.digest();
  }
  return { tables: entries, files };
}

async function lookAround(client: pg.PoolClient, tables: readonly Table[]) {
  const hasHistory = tables.some((table) => tableName(table) === 'kernel.cursors'); // they came with the same migration
  const history = hasHistory ? await client.query<{ epoch: string }>('select epoch from kernel.history') : undefined;
  const version = await client.query<{ postgres: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as postgres`,
  );
  const offices = await client.query<Manifest['offices'][number]>(`
    select id, coalesce(cases, 0)::integer as cases, "logRows"
    from (select office_id as id, count(*)::integer as "logRows" from kernel.log group by 1) l
      left join (select office_id as id, count(*) as cases from kernel.cases group by 1) c using (id)
    order by id`);
  return {
    postgres: version.rows[0]?.postgres ?? '',
    epoch: history?.rows[0]?.epoch ?? null,
    offices: offices.rows,
  };
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
