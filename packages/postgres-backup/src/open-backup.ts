import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupRefused } from './backup-refused.ts';
import { fileOf, type Manifest, manifestFile, readManifest, type TableEntry, tableName } from './manifest.ts';
import type { OnProgress } from './progress.ts';
import { Tally } from './tally.ts';

/** Reads what a backup says of itself. Refuses `manifest_damaged` and `backup_newer`. */
export async function openBackup(folder: string): Promise<Manifest> {
  const file = join(folder, manifestFile);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new BackupRefused('manifest_damaged', { file }, error);
  });
  const read = readManifest(text);
  if (read.newer !== undefined) throw new BackupRefused('backup_newer', { product: read.newer });
  if (read.manifest === undefined) throw new BackupRefused('manifest_damaged', { file });
  return read.manifest;
}

/** The backups in a folder, newest first, by name; unfinished ones are none. */
export async function listBackups(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => /^\d{4}-\d\d-\d\dT[\d.-]+Z-[A-Za-z0-9-]+$/.test(name))
    .sort()
    .reverse();
}

/** Reads every file of a backup through. Refuses `file_missing` and `file_damaged`. */
export async function checkFiles(folder: string, manifest: Manifest, onProgress: OnProgress): Promise<void> {
  for (const table of manifest.tables) {
    const onRows = (rows: number) => onProgress({ doing: 'checking', what: tableName(table), rows });
    await readFileOf({ folder, manifest, table, sink: nowhere, onRows });
  }
}

export interface TableFile {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly table: TableEntry;
  readonly sink: () => NodeJS.WritableStream;
  readonly onRows: (rows: number) => void;
}

/** Gives the text of one table to a sink. Refuses when the file or its content is not what was written. */
export async function readFileOf({ folder, manifest, table, sink, onRows }: TableFile): Promise<void> {
  const file = join(folder, fileOf(table));
  const raw = new Tally();
  const text = new Tally(onRows);
  try {
    await pipeline(createReadStream(file), raw, createGunzip(), text, sink());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') throw new BackupRefused('file_missing', { file }, error);
    if (code.startsWith('Z_')) throw new BackupRefused('file_damaged', { file }, error); // of zlib
    throw error;
  }
  const isAsWritten = text.rows === table.rows && text.digest() === table.sha256;
  if (!isAsWritten || raw.digest() !== manifest.files[fileOf(table)]) throw new BackupRefused('file_damaged', { file });
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
