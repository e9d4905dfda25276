import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { anAccount } from './support/people.ts';

let database: TestDatabase;
let tables: readonly string[];
beforeAll(async () => {
  database = await testDatabase({ modules: [...migrationsOf(), signInMigrations] });
  tables = await tablesWhere(`n.nspname = 'sign_in'`);
});
afterAll(() => database.drop());

async function tablesWhere(condition: string): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and ${condition} order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Tables in which a role may do something, whatever it is. */
const openTo = (role: string) =>
  tablesWhere(`n.nspname !~ '^(pg_|information_schema$)'
    and has_table_privilege('${role}', c.oid, 'select, insert, update, delete, truncate, references, trigger')`);

test("the domains' role reads nothing of the directory and writes nothing into it", async () => {
  const query = createPostgresStore(database).query(newId());
  expect(tables).toHaveLength(8);
  for (const table of tables) {
    const read = query({ text: `select from ${table}`, values: [] });
    await expect(read).rejects.toThrow('permission denied for schema sign_in');
  }
  expect((await openTo('front_office_app')).filter((table) => tables.includes(table))).toEqual([]);
});

test('a table that a later migration adds is closed to it as well', async () => {
  await database.pool.query('create table sign_in.later (id uuid primary key)');
  expect(await openTo('front_office_app')).not.toContain('sign_in.later');
  await database.pool.query('drop table sign_in.later');
});

test("the directory's role may enter the directory and no other table", async () => {
  expect(await openTo('front_office_directory')).toEqual(tables);
  const client = await database.pool.connect();
  await client.query('begin; set local role front_office_directory');
  await expect(client.query('select from kernel.log')).rejects.toThrow('permission denied for schema kernel');
  await client.query('rollback');
  client.release();
});

test('neither role may become the other, or passes the walls between offices', async () => {
  const { rows } = await database.pool.query(
    `select pg_has_role('front_office_app', 'front_office_directory', 'member') as "appIsDirectory",
       pg_has_role('front_office_directory', 'front_office_app', 'member') as "directoryIsApp",
       rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb as "mayMore"
     from pg_roles where rolname = 'front_office_directory'`,
  );
  expect(rows).toEqual([{ appIsDirectory: false, directoryIsApp: false, mayMore: false }]);
});

test('a call works as the directory and leaves the connection as it was', async () => {
  const directory = createPostgresDirectory(database);
  await database.pool.query(`create function sign_in.who() returns trigger language plpgsql
    as $$ begin new.shown_as := current_user; return new; end $$;
    create trigger who before insert on sign_in.account for each row execute function sign_in.who()`);
  const account = anAccount();
  await directory.addAccount(account);
  expect(await directory.account(account.id)).toMatchObject({ shownAs: 'front_office_directory' });
  const { rows } = await database.pool.query('select current_user = session_user as "asBefore"');
  expect(rows).toEqual([{ asBefore: true }]);
});
