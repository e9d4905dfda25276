import type { Instant } from '@front-office/values';
import { MINUTE_MS } from '@front-office/values';
import { describe, expect, it, vi } from 'vitest';
import { emit, setup } from 'xstate';
import * as z from 'zod';
import { type Decidable, defineRecord, defineWorkflow, MemoryStore, type Migrations } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { nineOClock } from './letter.ts';

// A key that is lent: three released versions of one workflow. Version 2 splits the holder's name, version 3 renames a state.

const lend = z.strictObject({ to: z.string() });
const facts = { keyMissed: z.object({}) };
const clerk = actor('clerk', 'keys.lend');

function keys<Context extends object>(
  version: number,
  held: string,
  contextOf: (to: string) => Context,
  migrate: Migrations,
) {
  const machine = setup({
    types: {} as { context: Context; input: { to: string; at: Instant }; emitted: { type: 'keyMissed' } },
    delays: { overdue: 30 * MINUTE_MS },
  }).createMachine({
    id: 'key',
    context: ({ input }) => contextOf(input.to),
    initial: held,
    states: {
      [held]: {
        tags: [held, 'open'],
        on: { giveBack: 'back' },
        after: { overdue: { actions: emit({ type: 'keyMissed' }) } },
      },
      back: { type: 'final' },
    },
  });
  return defineWorkflow({
    name: 'key',
    version,
    machine,
    facts,
    read: 'keys.lend',
    start: { lend: { input: lend, needs: 'keys.lend' } },
    commands: { giveBack: { input: z.strictObject({}), needs: 'keys.lend' } },
    migrate,
  });
}

const migrations: Migrations = {
  1: ({ snapshot, timers }) => {
    const [given, family] = String(snapshot.context.name).split(' ');
    return { timers, snapshot: { ...snapshot, context: { given, family } } };
  },
  2: ({ snapshot, timers }, row) => ({
    snapshot: { ...snapshot, value: row.state === 'lent' ? 'out' : snapshot.value },
    timers: Object.fromEntries(Object.entries(timers).map(([id, timer]) => [id.replace('lent', 'out'), timer])),
  }),
};
const v1 = keys(1, 'lent', (name) => ({ name }), {});
const v2 = keys(2, 'lent', (name) => ({ given: name, family: '' }), migrations);
const v3 = keys(3, 'out', (name) => ({ given: name, family: '' }), migrations);

/** A key that was lent under version 1, and the house of today. */
async function lentLongAgo(today: Decidable = v3, store = new MemoryStore()) {
  const before = scene({ at: nineOClock, definitions: [v1], store });
  const id = await before.begins(clerk, v1, 'lend', { to: 'Anna Beispielmüller' });
  const at = scene({ at: nineOClock, definitions: [today], store, office: before.office });
  return { ...at, before, id, asked: { office: at.office, actor: clerk, case: id } };
}
const timerId = (state: string) => `xstate.after.overdue.key.${state}`;

describe('a case of an older machine', () => {
  it('goes from version to version when a command comes, with its timers, and keeps its place in the log', async () => {
    const at = await lentLongAgo();
    expect(await at.does(clerk, v3, 'giveBack', {}, at.id)).toMatchObject({ version: 2, state: 'back' });
    const row = await at.case(v3, at.id);
    expect(row).toMatchObject({
      machineVersion: 3,
      timers: {},
      snapshot: { context: { given: 'Anna', family: 'Beispielmüller' } },
    });
    expect((await at.store.log(at.office, at.id)).map(({ machineVersion }) => machineVersion)).toEqual([1, 3]);
  });

  it('is shown as the machine of today understands it, and stays as it was', async () => {
    const at = await lentLongAgo();
    expect(await at.kernel.view(v3, at.asked)).toMatchObject({
      state: 'out',
      version: 1,
      tags: ['out', 'open'],
      context: { given: 'Anna' },
      actions: [{ command: 'giveBack', allowed: true }],
    });
    expect((await at.case(v3, at.id)).machineVersion).toBe(1);
  });

  it('has timers of today once it is upgraded, although nobody has touched it', async () => {
    const at = await lentLongAgo();
    await at.minutesPass(29);
    expect(await at.kernel.afterCommit.upgradeCases()).toBe(1);
    expect(await at.kernel.afterCommit.upgradeCases()).toBe(0);
    expect(await at.case(v3, at.id)).toMatchObject({
      machineVersion: 3,
      version: 1,
      state: 'out',
      tags: ['out', 'open'],
      timers: { [timerId('out')]: { token: 1 } },
    });
    await at.minutesPass(1);
    expect(await at.facts(at.id)).toEqual(['keyMissed']);
  });

  it('is left alone where it fits', async () => {
    const at = await lentLongAgo(v1);
    expect(await at.kernel.afterCommit.upgradeCases()).toBe(0);
    expect(await at.does(clerk, v1, 'giveBack', {}, at.id)).toMatchObject({ state: 'back' });
  });

  it('without a migration stays as it was, and whoever asks is told which is missing', async () => {
    const broken = keys(3, 'out', (name) => ({ given: name, family: '' }), { 1: (stored) => stored });
    const at = await lentLongAgo(broken);
    const missing = 'key: there is no migration from version 2';
    await expect(at.does(clerk, broken, 'giveBack', {}, at.id)).rejects.toThrow(missing);
    expect((await at.case(broken, at.id)).machineVersion).toBe(1);
  });

  it('of a newer program than this one is not touched', async () => {
    const at = await lentLongAgo();
    await at.kernel.afterCommit.upgradeCases();
    const old = "key: a case of version 3 is newer than this program's 2";
    await expect(at.before.does(clerk, v2, 'giveBack', {}, at.id)).rejects.toThrow(old);
  });

  it('that cannot be upgraded is reported once a round, and holds up no other', async () => {
    const store = new MemoryStore();
    const sick = new Set<string>();
    const careful: Migrations = {
      ...migrations,
      1: (stored, row) => {
        if (sick.has(row.id)) throw new Error('no name');
        return migrations[1]?.(stored, row) ?? stored;
      },
    };
    const at = await lentLongAgo(
      keys(3, 'out', (name) => ({ given: name, family: '' }), careful),
      store,
    );
    sick.add(at.id);
    for (let n = 0; n < 250; n++) await at.before.begins(clerk, v1, 'lend', { to: 'Ben Beispiel' });
    expect(await at.kernel.afterCommit.upgradeCases()).toBe(250);
    expect(at.problems).toMatchObject([{ where: 'upgrade of key', error: { message: 'no name' } }]);
  });

  it('that somebody changes or erases meanwhile is upgraded by that, or gone', async () => {
    const at = await lentLongAgo();
    const other = await at.before.begins(clerk, v1, 'lend', { to: 'Ben Beispiel' });
    const { upgrade } = at.store;
    const asked: string[] = [];
    vi.spyOn(at.store, 'upgrade').mockImplementation(async (row) => {
      asked.push(row.id);
      if (row.id === at.id) await at.does(clerk, v3, 'giveBack', {}, at.id);
      else await at.kernel.erase(v3, { ...at.asked, case: other, request: 'e' });
      return upgrade.call(at.store, row);
    });
    expect(await at.kernel.afterCommit.upgradeCases()).toBe(0);
    expect(asked.toSorted()).toEqual([at.id, other].toSorted());
    expect(await at.case(v3, at.id)).toMatchObject({ state: 'back', machineVersion: 3, version: 2 });
    expect(at.problems).toEqual([]);
  });
});

it('a record of an older version is migrated too', async () => {
  const spec = { create: 'keys.lend', change: 'keys.lend', read: 'keys.lend', name: 'lock' } as const;
  const old = defineRecord({ ...spec, schema: z.strictObject({ door: z.string() }) });
  const store = new MemoryStore();
  const before = scene({ at: nineOClock, definitions: [old], store });
  const id = await before.begins(clerk, old, 'create', { door: 'A 1' });
  const split: Migrations[number] = (stored) => {
    const [wing, room] = String(stored.snapshot.context.door).split(' ');
    return { ...stored, snapshot: { context: { wing, room } } };
  };
  const schema = z.strictObject({ wing: z.string(), room: z.string() });
  const today = defineRecord({ ...spec, version: 2, schema, migrate: { 1: split } });
  const at = scene({ at: nineOClock, definitions: [today], store, office: before.office });
  expect(await at.kernel.afterCommit.upgradeCases()).toBe(1);
  expect(await at.case(today, id)).toMatchObject({ snapshot: { context: { wing: 'A', room: '1' } }, state: 'current' });
});
