import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFolder } from '../../../test/support/server.ts';
import { finishRestore, putInPlace, restoringIn } from '../src/restore-swap.ts';

const time = '2026-06-30T05-45-00.000Z';
let folder: Awaited<ReturnType<typeof dataFolder>>;
beforeEach(async () => {
  folder = await dataFolder();
});
afterEach(() => folder.remove());

async function cluster(path: string, name: string): Promise<void> {
  await mkdir(join(path, 'cluster'), { recursive: true });
  await writeFile(join(path, 'cluster', 'PG_VERSION'), name);
}
const clusters = async () => {
  const names = (await readdir(folder.path)).filter((name) => name.startsWith('cluster')).sort();
  return Promise.all(
    names.map(async (name) => `${name}: ${await readFile(join(folder.path, name, 'PG_VERSION'), 'utf8')}`),
  );
};

it('a restored database takes the place of the former one, which is kept', async () => {
  await cluster(folder.path, 'former');
  await cluster(restoringIn(folder.path), 'restored');
  expect(await putInPlace(folder.path, time)).toBe(join(folder.path, `cluster.before-${time}`));
  expect(await clusters()).toEqual(['cluster: restored', `cluster.before-${time}: former`]);
  expect((await readdir(folder.path)).sort()).toEqual(['cluster', `cluster.before-${time}`]);
});

it('where there was none, it just takes it', async () => {
  await cluster(restoringIn(folder.path), 'restored');
  expect(await putInPlace(folder.path, time)).toBeUndefined();
  expect(await clusters()).toEqual(['cluster: restored']);
});

const ready = () => join(folder.path, `restored.${time}`);
const interrupted: Readonly<Record<string, () => Promise<void>>> = {
  'before the former one was moved': async () => {
    await cluster(folder.path, 'former');
    await cluster(ready(), 'restored');
  },
  'between the two moves, when there was no database at all': async () => {
    await cluster(folder.path, 'former');
    await cluster(ready(), 'restored');
    await rename(join(folder.path, 'cluster'), join(folder.path, `cluster.before-${time}`));
  },
  'after both': async () => {
    await cluster(join(folder.path), 'restored');
    await mkdir(ready());
    await mkdir(join(folder.path, `cluster.before-${time}`));
    await writeFile(join(folder.path, `cluster.before-${time}`, 'PG_VERSION'), 'former');
  },
};

it.each(Object.keys(interrupted))('a swap that was interrupted %s is finished by whoever comes next', async (when) => {
  await interrupted[when]?.();
  await finishRestore(folder.path);
  expect(await clusters()).toEqual(['cluster: restored', `cluster.before-${time}: former`]);
  await finishRestore(folder.path);
  expect((await readdir(folder.path)).sort()).toEqual(['cluster', `cluster.before-${time}`]);
});

it('a database on which a server works is not swapped under its feet', async () => {
  await cluster(folder.path, 'served');
  await cluster(ready(), 'restored');
  await writeFile(join(folder.path, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
  await finishRestore(folder.path);
  expect(await clusters()).toEqual(['cluster: served']);
  expect(await readdir(ready())).toEqual(['cluster']);
});

it('an office that was never restored is left as it is', async () => {
  await cluster(folder.path, 'present');
  await finishRestore(folder.path);
  await finishRestore(join(folder.path, 'not there'));
  expect(await clusters()).toEqual(['cluster: present']);
});
