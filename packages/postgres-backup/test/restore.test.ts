import { readdir } from 'node:fs/promises';
import { openWalls } from '@front-office/store-postgres/testing';
import { describe, expect, it } from 'vitest';
import { readJournal, recordErasures, refuseUnfinished } from '../src/index.ts';
import { anna, database, deskOn, folder, offices, restore, save, tablesWith } from './support/key-desk.ts';

describe('a restored office', () => {
  it('holds what was backed up, by counts and hashes, and works on', async () => {
    const source = await database();
    const desk = deskOn(source.pool);
    const id = await desk.lend('Jörg "O\'Beispiel"\\\n\tMuster');
    await desk.extend(id, 'zwei Wochen\nlänger\\N');
    await desk.lend(anna, offices[1]);
    const backup = await save(source.pool, await folder());
    const target = await database([]);
    const { manifest } = await restore(target.pool, backup.folder);

    expect((await save(target.pool, await folder())).manifest.tables).toEqual(backup.manifest.tables);
    expect(manifest.offices).toEqual([
      { id: offices[0], cases: 1, logRows: 2 },
      { id: offices[1], cases: 1, logRows: 1 },
    ]);
    expect(await openWalls(target.pool)).toEqual([]);
    await refuseUnfinished(target.pool);
    await deskOn(target.pool).giveBack(id);
    expect(await deskOn(target.pool).store.feed.epoch()).not.toBe(manifest.epoch);
    expect(await deskOn(source.pool).store.feed.epoch()).toBe(manifest.epoch);
  });

  it('that was backed up amid commands is at one moment of its life', async () => {
    const source = await database();
    const desk = deskOn(source.pool);
    const into = await folder();
    let open = true;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let turn = 0; open; turn++) {
        const id = await desk.lend(`${anna} ${writer}`);
        for (let times = 0; times < 3 && open; times++) await desk.extend(id, `${turn}.${times}`);
        if (turn % 2) await desk.giveBack(id);
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await source.pool.query('select from kernel.log');
    const backup = await save(source.pool, into);
    const rest = await save(source.pool, into);
    open = false;
    await Promise.all(writers);

    const target = await database([]);
    await restore(target.pool, rest.folder);
    expect(backup.manifest.offices[0]?.logRows).toBeGreaterThanOrEqual(before.rowCount ?? 0);
    expect(rest.manifest.offices[0]?.logRows).toBeGreaterThan(backup.manifest.offices[0]?.logRows ?? 0);
    const torn = await target.pool.query(`
      select c.id from kernel.cases c
        join lateral (select count(*) as rows, max(version) as last from kernel.log l where l.case_id = c.id) l on true
        left join loans.loan p on p.id = c.id
        cross join lateral (select count(*) as extended from loans.extension e where e.loan_id = c.id) e
      where l.rows <> l.last or c.version <> l.last or p.state is distinct from c.state
        or p.extended <> e.extended or (c.snapshot #>> '{context,extended}')::integer <> e.extended
        or (c.state = 'lent') <> exists (select from kernel.work_item w where w.case_id = c.id)`);
    expect(torn.rows).toEqual([]);
    const stray = await target.pool.query('select from kernel.log where case_id not in (select id from kernel.cases)');
    expect(stray.rowCount).toBe(0);
  });

  it('does not bring back who was erased after the backup, and keeps all others', async () => {
    const source = await database();
    const desk = deskOn(source.pool);
    const canary = 'Kanari Beispielvogel';
    const gone = await desk.lend(canary);
    await desk.extend(gone, `${canary} bleibt`);
    const stays = await desk.lend();
    const into = await folder();
    const backup = await save(source.pool, into);
    await desk.erase(gone);
    await desk.erase(await desk.lend(canary)); // opened and erased after the backup
    expect(await recordErasures({ pool: source.pool, folder: into })).toBe(2);
    expect(await recordErasures({ pool: source.pool, folder: into })).toBe(0);

    const target = await database([]);
    const { erased } = await restore(target.pool, backup.folder, { erasures: await readJournal(into) });
    expect(erased).toBe(1);
    expect(await tablesWith(target.pool, canary)).toEqual([]);
    expect(await tablesWith(target.pool, anna)).toEqual(['kernel.cases', 'kernel.log', 'loans.loan']);
    expect(await deskOn(target.pool).giveBack(stays)).toBe(stays);
    expect((await deskOn(target.pool).store.log(offices[0], gone)).map(({ command }) => command)).toEqual([
      'lend',
      'extend',
      'erase',
    ]);
  });

  it('is begun anew when it was interrupted, and opened by nobody before', async () => {
    const source = await database();
    await deskOn(source.pool).lend();
    const backup = await save(source.pool, await folder());
    const target = await database([]);
    const stop = new Error('the power went out');
    const interrupt = restore(target.pool, backup.folder, {
      onProgress: ({ doing }) => {
        if (doing === 'verifying') throw stop;
      },
    });
    await expect(interrupt).rejects.toThrow(stop);
    await expect(refuseUnfinished(target.pool)).rejects.toMatchObject({ code: 'restore_unfinished' });
    await restore(target.pool, backup.folder);
    await refuseUnfinished(target.pool);
    expect(await deskOn(target.pool).store.list({ office: offices[0], workflow: 'loan', limit: 9 })).toHaveLength(1);
  });

  it('is refused when the new database does not hold what was written to it', async () => {
    const source = await database();
    await deskOn(source.pool).lend();
    const backup = await save(source.pool, await folder());
    const target = await database([]);
    // A disk or memory that changes a value: as soon as the table is there, a trigger does.
    await target.pool.query(`
      create function flip() returns trigger language plpgsql as 'begin new.extended := 1; return new; end';
      create function break_it() returns event_trigger language plpgsql as $$ begin
        if to_regclass('loans.loan') is not null and to_regclass('loans.extension') is null then
          create trigger flipped before insert on loans.loan for each row execute function public.flip();
        end if; end $$;
      create event trigger breaks on ddl_command_end when tag in ('CREATE TABLE') execute function break_it()`);
    await expect(restore(target.pool, backup.folder)).rejects.toMatchObject({
      code: 'copy_differs',
      figures: { table: 'loans.loan' },
    });
    expect((await target.pool.query('select from loans.loan')).rowCount).toBe(0);
    await expect(refuseUnfinished(target.pool)).rejects.toMatchObject({ code: 'restore_unfinished' });
  });

  it('is not written over another', async () => {
    const source = await database();
    await deskOn(source.pool).lend();
    const backup = await save(source.pool, await folder());
    const error = await restore(source.pool, backup.folder).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code: 'not_empty', figures: { table: 'kernel.cases' } });
    expect(await deskOn(source.pool).store.list({ office: offices[0], workflow: 'loan', limit: 9 })).toHaveLength(1);
  });
});

it('a backup that fails leaves nothing that looks like one', async () => {
  const source = await database([]);
  const into = await folder();
  await expect(save(source.pool, into)).rejects.toMatchObject({ code: 'not_migrated' });
  expect(await readdir(into)).toEqual([]);
});
