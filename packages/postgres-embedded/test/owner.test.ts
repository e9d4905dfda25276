import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { takeOwnership } from '../src/owner.ts';
import { processIdentity } from '../src/process-identity.ts';
import { dataFolder, refusalOf } from './desk.ts';

const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

async function lockOf(folder: string, owner: { pid: number; process?: string | undefined; host?: string }, number = 1) {
  const entry = { process: 'a boot 1', host: hostname(), since: '2026-03-02T08:15:00.000Z', ...owner };
  await writeFile(join(folder, `owner.${number}.json`), JSON.stringify(entry));
}

test('a second owner is refused within a second and told who holds the folder since when', async () => {
  const folder = await dataFolder();
  await lockOf(folder, { pid: process.pid, process: await processIdentity(process.pid) });
  const askedAt = performance.now();
  const refusal = await refusalOf(takeOwnership(folder));
  expect(performance.now() - askedAt).toBeLessThan(1_000);
  expect(refusal.code).toBe('folder_in_use');
  for (const sentence of [refusal.sentences.de, refusal.sentences.en]) {
    expect(sentence).toContain(String(process.pid));
    expect(sentence).toContain('2026-03-02T08:15:00.000Z');
    expect(sentence).toContain(join(folder, 'owner.1.json'));
  }
});

test('the lock of a dead owner is taken over', async () => {
  const folder = await dataFolder();
  await lockOf(folder, { pid: deadPid() });
  await takeOwnership(folder);
  expect(await readdir(folder)).toEqual(['owner.2.json']);
});

test('a living process that was given the dead owner’s process id is not mistaken for it', async () => {
  const folder = await dataFolder();
  await lockOf(folder, { pid: process.pid, process: 'another boot 4711' });
  await takeOwnership(folder);
  expect(JSON.parse(await readFile(join(folder, 'owner.2.json'), 'utf8')).process).toBe(
    await processIdentity(process.pid),
  );
});

test('an owner on another computer counts as alive, since nothing can be known of it', async () => {
  const folder = await dataFolder();
  await lockOf(folder, { pid: deadPid(), host: 'front-desk.example.com' });
  expect((await refusalOf(takeOwnership(folder))).sentences.en).toContain('front-desk.example.com');
});

test('a lock file that no owner has written holds nobody off', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'owner.1.json'), '{"pid":');
  await takeOwnership(folder);
});

test('of many who find the same dead owner at once exactly one takes over', async () => {
  const folder = await dataFolder();
  for (let round = 1; round <= 20; round += 1) {
    await lockOf(folder, { pid: deadPid() }, round);
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => takeOwnership(folder)));
    const owners = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    expect(owners).toHaveLength(1);
    expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toHaveLength(1);
    for (const release of owners) await release();
  }
  expect(await readdir(folder)).toEqual([]);
});

test('who looked before others came and went gives way to the later owner', async () => {
  const folder = await dataFolder();
  await lockOf(folder, { pid: process.pid, process: await processIdentity(process.pid) }, 2);
  const looks: [undefined, { number: number; owner: undefined }] = [undefined, { number: 2, owner: undefined }];
  const release = await takeOwnership(folder, async () => looks.shift());
  expect(await readdir(folder)).toEqual(['owner.3.json']);
  await release();
});

test('a zombie is not alive', async () => {
  expect(await processIdentity(deadPid())).toBeUndefined();
});
