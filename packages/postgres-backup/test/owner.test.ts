import { randomUUID } from 'node:crypto';
import { createPool, migrate } from '@front-office/store-postgres';
import { testDatabase } from '@front-office/store-postgres/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { backupBeforeMigration, refuseRunning } from '../src/index.ts';
import { database, deskOn, folder, offices, restore, save } from './support/key-desk.ts';
import { loanModules } from './support/loans.ts';

describe('an owner who is no superuser', () => {
  const owner = `owner_${randomUUID().replaceAll('-', '')}`;
  let server: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    server = await testDatabase(); // makes the app role of the server
    await server.pool.query(`create role ${owner} login; grant front_office_app to ${owner}`);
  });
  afterAll(async () => {
    await server.pool.query(`drop role ${owner}`);
    await server.drop();
  });

  async function owned() {
    const made = await database([]);
    await made.pool.query(`alter database ${made.connection.database} owner to ${owner}`);
    return createPool({ connection: { ...made.connection, user: owner } });
  }

  it('saves and restores all offices through the walls, which stand afterwards', async () => {
    const [source, target] = [await owned(), await owned()];
    await migrate({ pool: source, modules: loanModules });
    for (const office of offices) await deskOn(source).lend(undefined, office);
    const backup = await save(source, await folder());
    expect(backup.manifest.offices.map(({ id }) => id)).toEqual(offices);
    await restore(target, backup.folder);
    expect((await save(target, await folder())).manifest.tables).toEqual(backup.manifest.tables);
    const seen = await target.query('select from kernel.log');
    expect(seen.rowCount).toBe(0);
    await Promise.all([source.end(), target.end()]);
  });

  it('does not save a table whose rows are hidden from it', async () => {
    const source = await owned();
    await migrate({ pool: source, modules: loanModules });
    await deskOn(source).lend();
    await source.query('drop policy keeper on loans.loan');
    await expect(save(source, await folder())).rejects.toMatchObject({
      code: 'rows_hidden',
      figures: { table: 'loans.loan', user: owner },
    });
    await source.end();
  });
});

it('a backup is made before a migration, and only then', async () => {
  const source = await database(loanModules.slice(0, 1));
  const options = { pool: source.pool, folder: await folder(), product: '1.0.0', now: deskOn(source.pool).kernel.now };
  expect(await backupBeforeMigration({ ...options, modules: loanModules.slice(0, 1) })).toBeUndefined();
  expect(await backupBeforeMigration({ ...options, modules: loanModules })).toBeUndefined(); // nothing was ever done
  await migrate({ pool: source.pool, modules: loanModules });
  await deskOn(source.pool).lend();
  await source.pool.query(`delete from kernel.migrations where module = 'loans'`); // as if it were to come
  const made = await backupBeforeMigration({ ...options, modules: loanModules });
  expect(made?.manifest).toMatchObject({ label: 'before-migration', offices: [{ cases: 1, logRows: 1 }] });
  const empty = await database([]);
  expect(await backupBeforeMigration({ ...options, pool: empty.pool, modules: loanModules })).toBeUndefined();
});

it('a backup of the first release is restored, and then has the tables of this one', async () => {
  const [kernel] = loanModules;
  if (kernel === undefined) throw new Error('the kernel is always a module');
  const source = await database([]);
  await migrate({ pool: source.pool, modules: [kernel], upTo: [{ module: 'kernel', number: 1 }] });
  await source.pool.query(`
    insert into kernel.log (office_id, case_id, version, workflow, machine_version, command, at, by, request, input, known,
      facts, state, tags, personal, leaf)
    select '${offices[0]}', gen_random_uuid(), 1, 'loan', 1, 'lend', now(), '{}', n, '{}', '{}', '[]', 'lent', '{}', '{}', ''
    from generate_series(1, 50) n`);
  const into = await folder();
  const backup = await backupBeforeMigration({
    pool: source.pool,
    folder: into,
    product: '1.0.0',
    now: deskOn(source.pool).kernel.now,
    modules: loanModules,
  });
  expect(backup?.manifest.epoch).toBeNull();
  const target = await database([]);
  await restore(target.pool, backup?.folder ?? '');
  expect(await deskOn(target.pool).store.feed.read({ after: undefined, limit: 100 })).toHaveLength(50);
});

it('an office at work on the database is noticed', async () => {
  const source = await database();
  const { connection } = source;
  await refuseRunning(source.pool);
  const other = createPool({ connection });
  await other.query('select 1');
  await expect(refuseRunning(source.pool)).rejects.toMatchObject({ code: 'office_running', figures: { sessions: 1 } });
  await other.end();
  expect(inject('postgres').host).toBe(connection.host);
});
