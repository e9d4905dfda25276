import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { type TableEntry, tableName } from './manifest.ts';
import { selectInOrder } from './normal-form.ts';
import type { OnProgress } from './progress.ts';
import type { Table } from './tables.ts';
import { Tally } from './tally.ts';

/** Reads a table by `COPY`, counts and hashes its rows, and gives their text to a sink. */
export async function readTable(
  client: pg.PoolClient,
  table: Table,
  options: {
    readonly hasCursors: boolean;
    readonly onRows: (rows: number) => void;
    /** What the text goes through, the last one its end; nowhere when left out. */
    readonly into?: readonly [NodeJS.ReadWriteStream, NodeJS.ReadWriteStream, NodeJS.WritableStream] | undefined;
  },
): Promise<TableEntry> {
  const text = client.query(to(`copy (${selectInOrder(table, options)}) to stdout`));
  const tally = new Tally(options.onRows);
  await (options.into ? pipeline(text, tally, ...options.into) : pipeline(text, tally, nowhere()));
  const { schema, name, columns } = table;
  return { schema, name, columns: [...columns], rows: tally.rows, sha256: tally.digest() };
}

/** What tables hold, as a backup would say it: for comparing. */
export async function hashTables(
  client: pg.PoolClient,
  tables: readonly Table[],
  onProgress: OnProgress,
): Promise<readonly TableEntry[]> {
  const hasCursors = tables.some((table) => tableName(table) === 'kernel.cursors');
  const entries: TableEntry[] = [];
  for (const table of tables) {
    const onRows = (rows: number) => onProgress({ doing: 'verifying', what: tableName(table), rows });
    entries.push(await readTable(client, table, { hasCursors, onRows }));
  }
  return entries;
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
