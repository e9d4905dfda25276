import pg from 'pg';
import { BackupRefused } from './backup-refused.ts';
import { asKeeper, inTransaction } from './keeper.ts';

/** A database that is being filled holds this table; it goes when the database is whole. */
const mark = 'front_office_restore.unfinished';

const isMarked = async (client: pg.ClientBase) => {
  const { rows } = await client.query<{ marked: boolean }>(`select to_regclass('${mark}') is not null as marked`);
  return rows[0]?.marked === true;
};

/** Whoever opens an office asks this first. Refuses `restore_unfinished` for a database that is half filled. */
export async function refuseUnfinished(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ marked: boolean }>(`select to_regclass('${mark}') is not null as marked`);
  if (rows[0]?.marked) throw new BackupRefused('restore_unfinished');
}

/**
 * Marks an empty database as one that is being filled. What an interrupted restore has left in it is removed first;
 * anything else in it is somebody's, and refused: `not_empty`.
 *
 * @param schemas those that are going to be filled.
 */
export const beginFilling = (pool: pg.Pool, schemas: readonly string[]): Promise<void> =>
  asKeeper(pool, (client) =>
    inTransaction(client, 'begin', async () => {
      if (await isMarked(client)) {
        const left = await client.query<{ schema: string }>(`select schema from ${mark}`);
        for (const { schema } of left.rows) {
          await client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
        }
        await client.query('drop schema front_office_restore cascade');
      }
      const strangers = await client.query<{ name: string }>(selectStrangers);
      if (strangers.rows[0]) throw new BackupRefused('not_empty', { table: strangers.rows[0].name });
      await client.query(`create schema front_office_restore; create table ${mark} (schema text not null)`);
      await client.query(`insert into ${mark} select unnest($1::text[])`, [schemas]);
    }),
  );

export const endFilling = (pool: pg.Pool): Promise<unknown> =>
  pool.query('drop schema if exists front_office_restore cascade');

/** Anything that can hold rows, but for what an extension brought. */
const selectStrangers = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  order by 1 limit 1`;
