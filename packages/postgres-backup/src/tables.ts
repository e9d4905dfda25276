import pg from 'pg';
import { BackupRefused } from './backup-refused.ts';
import { tableName } from './manifest.ts';

/** A table of the office as the catalog tells it. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Those that are written: without generated ones. */
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order; those with a collation are text. */
  readonly key: readonly { readonly column: string; readonly text: boolean }[];
  /** Row level security holds for the owner too. */
  readonly forced: boolean;
  /** Tables that its foreign keys point to, itself left out. */
  readonly needs: readonly string[];
}

export interface AppliedMigration {
  readonly module: string;
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** What was applied to this database; empty when it is no office's. */
export async function appliedMigrations(client: pg.PoolClient): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('kernel.migrations') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  const book = 'select module, number, name, checksum from kernel.migrations order by module collate "C", number';
  return (await client.query<AppliedMigration>(book)).rows;
}

/**
 * The book of migrations goes into the manifest, and a history is never taken over: see `Manifest.epoch`. Who was signed
 * in, and what links were out, does not come back: a session that was ended since would be open again.
 */
const apart = `('kernel', 'migrations'), ('kernel', 'history'),
  ('sign_in', 'session'), ('sign_in', 'ticket'), ('sign_in', 'attempts')`;

const select = `
  select n.nspname as schema, c.relname as name, c.relforcerowsecurity as forced, current_user as user,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(json_build_object('column', a.attname, 'text', a.attcollation <> 0) order by k.place)
     from pg_index i cross join unnest(i.indkey::smallint[]) with ordinality k (number, place)
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
     where i.indrelid = c.oid and i.indisprimary) as key,
    array(select distinct format('%s.%s', fn.nspname, fc.relname)
     from pg_constraint f join pg_class fc on fc.oid = f.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
     where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs,
    row_security_active(c.oid) and not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polname = 'keeper'
        and exists (select from unnest(p.polroles) r where r <> 0 and pg_has_role(r, 'member'))) as hidden
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
    and (n.nspname, c.relname) not in (${apart})
  order by n.nspname collate "C", c.relname collate "C"`;

interface Found extends Omit<Table, 'key'> {
  readonly key: Table['key'] | null;
  readonly hidden: boolean;
  readonly user: string;
}

/**
 * Every table in the schemas of these packages, so that a new one is never forgotten. Refuses `rows_hidden`. A table
 * without a primary key and a sequence are mistakes of whoever wrote the migration: a backup could not keep them.
 */
export async function tablesOf(client: pg.PoolClient, schemas: readonly string[]): Promise<readonly Table[]> {
  const { rows } = await client.query<Found>(select, [schemas]);
  for (const table of rows) {
    if (table.hidden) throw new BackupRefused('rows_hidden', { table: tableName(table), user: table.user });
  }
  const tables = rows.map(({ hidden: _, user: __, key, ...table }) => {
    if (key === null)
      throw new Error(`${tableName(table)} has no primary key: its rows have no order to hash them in.`);
    return { ...table, key };
  });
  const sequences = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'S' and relnamespace = any(
       select oid from pg_namespace where nspname = any($1))`,
    [schemas],
  );
  if (sequences.rows[0]) throw new Error(`A backup does not keep where the sequence ${sequences.rows[0].name} stands.`);
  return tables;
}

/** So ordered that each table comes after those that its foreign keys point to. */
export function inLoadingOrder(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const waiting = new Map(tables.map((table) => [tableName(table), table]));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, { needs }]) => !needs.some((name) => waiting.has(name)));
    if (ready.length === 0) throw new Error(`Foreign keys go in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const [name, table] of ready) {
      ordered.push(table);
      waiting.delete(name);
    }
  }
  return ordered;
}

/** The table's name as SQL writes it. */
export const quoted = ({ schema, name }: Pick<Table, 'schema' | 'name'>) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
