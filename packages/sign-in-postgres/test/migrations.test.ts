import {
  createPool,
  createPostgresStore,
  migrate,
  migrationsOf,
  pendingMigrations,
} from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { aMembership, anAccount, aSession } from './support/people.ts';

const modules = [...migrationsOf(), signInMigrations];

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase({ modules: [] });
});
afterEach(() => database.drop());

test('an owner who is no superuser makes the tables and uses them at once', async () => {
  const owner = `owner_${newId().replaceAll('-', '')}`;
  // Roles belong to the server, where another test may have made those of ours; a member hands them on.
  await database.pool.query(`
    create role ${owner} login createrole;
    alter database ${database.connection.database} owner to ${owner};
    do $$ declare made name; begin
      for made in select rolname from pg_roles where rolname in ('front_office_app', 'front_office_directory') loop
        execute format('grant %I to ${owner}', made);
      end loop;
    end $$`);
  const pool = createPool({ connection: { ...database.connection, user: owner } });
  await migrate({ pool, modules });
  expect(await pendingMigrations({ pool, modules })).toEqual([]);

  const directory = createPostgresDirectory({ pool });
  const account = anAccount();
  const membership = aMembership(account.id);
  const session = aSession(account.id, { office: membership.office });
  expect(await directory.isEmpty()).toBe(true);
  await directory.addAccount(account);
  await directory.addMembership(membership);
  await directory.addSession(session);
  expect(await directory.session(session.hash)).toEqual({ session, account, membership });
  const asDomain = createPostgresStore({ pool }).query(membership.office);
  await expect(asDomain({ text: 'select from sign_in.account', values: [] })).rejects.toThrow('permission denied');
  await pool.end();
});

test('databases that are migrated at the same moment make the role once', async () => {
  const others = await Promise.all([1, 2, 3].map(() => testDatabase({ modules: [] })));
  const runs = await Promise.all(others.map(({ pool }) => migrate({ pool, modules })));
  expect(runs.map((run) => run.filter(({ module }) => module === 'sign_in').length)).toEqual([1, 1, 1]);
  await Promise.all(others.map((each) => each.drop()));
});

test('a user who may not become the directory is told which role it is, and may be let in later', async () => {
  await migrate({ pool: database.pool, modules });
  const guest = `guest_${newId().replaceAll('-', '')}`;
  await database.pool.query(`create role ${guest} login`);
  const pool = createPool({ connection: { ...database.connection, user: guest } });
  const directory = createPostgresDirectory({ pool });
  await expect(directory.isEmpty()).rejects.toThrow('permission denied to set role "front_office_directory"');
  await database.pool.query(`grant front_office_directory to ${guest}`);
  expect(await directory.isEmpty()).toBe(true);
  await pool.end();
});

test('the tables are such as a backup keeps: a primary key each, no sequence, no column that is generated', async () => {
  await migrate({ pool: database.pool, modules });
  const { rows } = await database.pool.query(`
    select c.relname from pg_class c
    where c.relnamespace = 'sign_in'::regnamespace and (
      c.relkind not in ('r', 'i')
      or c.relkind = 'r' and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
      or exists (select from pg_attribute a where a.attrelid = c.oid and a.attgenerated <> ''))`);
  expect(rows).toEqual([]);
});
