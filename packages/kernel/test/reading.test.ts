import { newId } from '@front-office/values';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Actor, defineRecord } from '../src/index.ts';
import { type Scene, scene } from '../src/testing/index.ts';

const folders = defineRecord({
  name: 'folder',
  schema: z.strictObject({ title: z.string(), kept: z.string().nullable() }),
  create: 'folders.write',
  change: 'folders.write',
  read: 'folders.read',
  label: ({ kept }) => kept,
  logsReads: true,
});

const person = (id: string, labels: readonly string[], ...capabilities: readonly string[]): Actor => ({
  kind: 'staff',
  id,
  labels: new Set(labels),
  capabilities: new Set(capabilities),
});

const clerk = person('clerk', [], 'folders.write', 'folders.read');
const partner = person('partner', ['sequestered'], 'folders.write', 'folders.read');
const auditor = person('auditor', [], 'audit.read');

async function archive() {
  const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [folders] });
  const plain = await at.begins(clerk, folders, 'create', { title: 'Lease', kept: null });
  const kept = await at.begins(partner, folders, 'create', { title: 'Divorce', kept: 'sequestered' });
  return { at, plain, kept };
}

const look = (at: Scene, actor: Actor, id: string) => at.kernel.view(folders, { office: at.office, actor, case: id });
const whoSaw = async (at: Scene, of: string) => {
  const told = await at.kernel.whoSaw({ office: at.office, actor: auditor, of });
  if (told.refused) throw new Error(told.refused.code);
  return told.seen.map(({ by, at: moment }) => [by.id, moment]);
};

it('what somebody may not read answers like what does not exist, when it is looked at and when it is changed', async () => {
  const { at, kept } = await archive();
  const unknown = newId();
  for (const id of [kept, unknown]) {
    expect(await look(at, clerk, id)).toEqual({ refused: { code: 'not_found', figures: {} } });
    const change = await at.does(clerk, folders, 'change', { title: 'x', kept: null }, id);
    expect(change).toEqual({ refused: { code: 'not_found', figures: {} } });
  }
  expect(await look(at, partner, kept)).toMatchObject({ context: { title: 'Divorce' } });
});

it('lists show a reader, and nobody in particular, only what they may read', async () => {
  const { at, plain, kept } = await archive();
  const list = async (actor?: Actor) => {
    const page = { office: at.office, workflow: 'folder', limit: 9, ...(actor && { actor }) };
    return (await at.kernel.list(page)).map(({ id }) => id);
  };
  expect(await list(clerk)).toEqual([plain]);
  expect(await list()).toEqual([plain]);
  expect(await list(partner)).toEqual([plain, kept]);
});

it('whoever follows the office is not told of what they may not read', async () => {
  const { at, plain, kept } = await archive();
  const told = async (actor: Actor) => {
    const ids: string[] = [];
    const live = new AbortController();
    const following = at.kernel.follow({ office: at.office, actor, signal: live.signal })[Symbol.asyncIterator]();
    await following.next();
    await at.does(partner, folders, 'change', { title: 'Divorce II', kept: 'sequestered' }, kept);
    await at.does(partner, folders, 'change', { title: 'Lease II', kept: null }, plain);
    const pumping = at.kernel.afterCommit.tellFollowers();
    for (let next = await following.next(); ; next = await following.next()) {
      if (next.value?.kind === 'row') ids.push(next.value.row.case);
      if (ids.at(-1) === plain) break;
    }
    await pumping;
    live.abort();
    return ids;
  };
  expect(await told(clerk)).toEqual([plain]);
  expect(await told(partner)).toEqual([kept, plain]);
});

it('who saw a record is on the log: once for each person and ten minutes, the latest first', async () => {
  const { at, plain } = await archive();
  await look(at, clerk, plain);
  at.clock.advanceMinutes(1);
  await look(at, clerk, plain);
  await look(at, partner, plain);
  at.clock.advanceMinutes(10);
  await look(at, clerk, plain);
  expect(await whoSaw(at, plain)).toEqual([
    ['clerk', '2026-06-30T07:11:00.000Z'],
    ['partner', '2026-06-30T07:01:00.000Z'],
    ['clerk', '2026-06-30T07:00:00.000Z'],
  ]);
});

it('a look that was refused is no look', async () => {
  const { at, kept } = await archive();
  await look(at, clerk, kept);
  await look(at, person('stranger', ['sequestered']), kept);
  expect(await whoSaw(at, kept)).toEqual([]);
});

it('asking who saw a record needs a capability, and no one can note a look by command', async () => {
  const { at, plain } = await archive();
  expect(await at.kernel.whoSaw({ office: at.office, actor: clerk, of: plain })).toEqual({
    refused: { code: 'not_permitted', figures: { needs: 'audit.read' } },
  });
  const request = `read:${plain}:staff:clerk:1`;
  const taken = await at.does(clerk, folders, 'create', { title: 'x', kept: null }, undefined, request);
  expect(taken.refused?.code).toBe('input_invalid');
});

it('a label that could be taken for several is a mistake of the package', async () => {
  const { at } = await archive();
  await expect(at.does(partner, folders, 'create', { title: 'x', kept: 'two labels' })).rejects.toThrow('label');
  await expect(at.does(partner, folders, 'create', { title: 'x', kept: '*' })).rejects.toThrow('label');
});
