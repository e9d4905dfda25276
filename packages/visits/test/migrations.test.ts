import { readFile } from 'node:fs/promises';
import { migrate, migrationsOf } from '@front-office/store-postgres';
import { testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { expect, it } from 'vitest';
import { visitsModule } from '../src/index.ts';

it('a visitor log of version 1 is kept: whose host was reminded, the desk knew of', async () => {
  const database = await testDatabase({ modules: [] });
  const owner = `owner_${newId().replaceAll('-', '')}`;
  try {
    const modules = migrationsOf([visitsModule]);
    const upTo = [
      { module: 'kernel', number: 2 },
      { module: 'visits', number: 1 },
    ];
    await migrate({ pool: database.pool, modules, upTo });
    for (const reminded of [true, false])
      await database.pool.query(
        `insert into visits.visitor_log (office_id, visit_id, state, open, moment, visitor, host_id, announced,
           name_is_barred, host_reminded, forgotten)
         values ($1, $2, 'waiting', true, now(), '{"family": "Musterfrau"}', $3, false, false, $4, false)`,
        [newId(), newId(), newId(), reminded],
      );
    // Somebody else's server has an owner who is no superuser: for them the walls between the offices hold.
    await database.pool.query(`create role ${owner} login; alter table visits.visitor_log owner to ${owner};
      grant all on schema visits to ${owner}`);
    const file = await readFile(new URL('0002_desk_told.sql', visitsModule.migrations ?? undefined), 'utf8');
    await database.pool.query(`set role ${owner}; ${file}; reset role`);
    const { rows } = await database.pool.query('select host_reminded, desk_told from visits.visitor_log order by 1');
    expect(rows).toEqual([
      { host_reminded: false, desk_told: false },
      { host_reminded: true, desk_told: true },
    ]);
  } finally {
    await database.drop();
  }
});
