import { createPool } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import type pg from 'pg';

/** An empty database whose owner is no superuser, so that the walls stand before the owner too. */
export interface OwnedDatabase extends TestDatabase {
  readonly ownerPool: pg.Pool;
}

export async function ownedDatabase(): Promise<OwnedDatabase> {
  const database = await testDatabase({ modules: [] });
  const owner = `owner_${newId().replaceAll('-', '')}`;
  // Roles belong to the server, where another test may have made the app role; a member hands it on.
  await database.pool.query(`
    create role ${owner} login createrole;
    alter database ${database.connection.database} owner to ${owner};
    do $$ begin if exists (select from pg_roles where rolname = 'front_office_app') then
      grant front_office_app to ${owner}; end if; end $$`);
  const ownerPool = createPool({ connection: { ...database.connection, user: owner } });
  const drop = async () => {
    await ownerPool.end();
    await database.drop();
  };
  return { ...database, ownerPool, drop };
}
