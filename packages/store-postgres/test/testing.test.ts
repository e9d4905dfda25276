import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kernelMigrations } from '@front-office/store-postgres';
import { testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { expect, test } from 'vitest';

test('several who want a database of new migrations at once get one each, and none sees the rows of another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lockers-'));
  // A text of its own, so that no template of it is there yet.
  await writeFile(join(folder, '0001_lockers.sql'), `create table lockers.locker (id integer); -- ${newId()}`);
  const modules = [
    { module: 'kernel', folder: kernelMigrations },
    { module: 'lockers', folder: pathToFileURL(`${folder}/`) },
  ];
  const databases = await Promise.all([1, 2, 3, 4].map(() => testDatabase({ modules })));
  for (const { pool } of databases) {
    await pool.query('insert into lockers.locker values (1)');
    expect((await pool.query('select * from lockers.locker')).rowCount).toBe(1);
  }
  await Promise.all(databases.map((database) => database.drop()));
  await rm(folder, { recursive: true });
});
