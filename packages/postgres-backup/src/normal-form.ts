import pg from 'pg';
import { tableName } from './manifest.ts';
import { quoted, type Table } from './tables.ts';

/**
 * The rows of a table in the order of its primary key, and in a form that means the same in any database.
 *
 * A transaction's number says nothing elsewhere, and only one thing about it is worth keeping: which rows of the log each
 * consumer of the feed has handled. So a row's `tx` becomes 3 (the first number of an ordinary transaction) plus the
 * number of cursors that lie before it, and a cursor becomes the end of the rows that have its own number. Whoever had
 * handled a row has handled it, whoever had not has not, each case is still in order, and doing it again changes nothing.
 * Numbers this small are past in every database.
 *
 * Holds of cursors and leases of jobs are left out: whoever had them does not work on the copy.
 */
export function selectInOrder(table: Table, { hasCursors }: { readonly hasCursors: boolean }): string {
  const translated = hasCursors ? (translations[tableName(table)] ?? {}) : (beforeCursors[tableName(table)] ?? {});
  const columns = table.columns.map((column) => translated[column] ?? `t.${pg.escapeIdentifier(column)}`);
  // Bytewise, since no two servers need agree on any other order.
  const order = table.key.map(({ column, text }) => `t.${pg.escapeIdentifier(column)}${text ? ' collate "C"' : ''}`);
  return `select ${columns.join(', ')} from ${quoted(table)} t order by ${order.join(', ')}`;
}

const place = (of: string) => `(${of}.tx, ${of}.office_id, ${of}.case_id, ${of}.version)`;
const cursorsBefore = `(select 3 + count(*) from kernel.cursors c where ${place('c')} < ${place('t')})`;
const unlessNew = (value: string) => `case when t.tx is not null then ${value} end`;
const lastId = `'ffffffff-ffff-ffff-ffff-ffffffffffff'`;

type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

const translations: Translations = {
  'kernel.log': { tx: cursorsBefore },
  'kernel.cursors': {
    tx: unlessNew(cursorsBefore),
    office_id: unlessNew(lastId),
    case_id: unlessNew(lastId),
    version: unlessNew('2147483647'),
    held_until: 'null',
  },
  'kernel.jobs': { leased_until: 'null' },
};

/** A database of the first release had no cursors: nobody had handled anything. */
const beforeCursors: Translations = { 'kernel.log': { tx: '3' }, 'kernel.jobs': { leased_until: 'null' } };
