import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { MigrationRefused } from './migration-refused.ts';

/** A package with tables: its name is also the name of its schema. */
export interface MigrationModule {
  readonly module: string;
  /** The folder with `0001_name.sql`, `0002_name.sql` and so on; its URL ends with a slash. */
  readonly folder: URL;
}

export interface Migration {
  readonly module: string;
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with line ends as `\n`, in hexadecimal: a checkout on Windows changes nothing. */
  readonly checksum: string;
}

/**
 * Reads the migrations of one module in order. Refuses `migration_gap` unless they are numbered 1, 2, 3 …: with a hole,
 * two people would get different tables from the same files.
 */
export async function readMigrations({ module, folder }: MigrationModule): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
      if (name === undefined || Number(digits) !== index + 1)
        throw new MigrationRefused('migration_gap', { module, migration: file, expected: index + 1 });
      const sql = (await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { module, number: index + 1, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
