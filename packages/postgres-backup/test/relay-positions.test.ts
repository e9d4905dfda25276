import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogRow, Position, Store } from '@front-office/kernel';
import { instantOf, plusMs } from '@front-office/values';
import { expect, it } from 'vitest';
import { erasureJournal, readJournal } from '../src/index.ts';
import { database, deskOn, folder, restore, save } from './support/key-desk.ts';

const placeOf = ({ office, case: id, version }: Omit<Position, 'tx'> | LogRow) => `${office}/${id}/${version}`;

/** Lets a consumer go on for some rows, and answers those it handled. */
async function handle({ feed }: Store, consumer: string, most: number): Promise<string[]> {
  const now = instantOf(Date.now());
  const held = await feed.hold({ consumer, now, until: plusMs(now, 30_000) });
  if (held === undefined) throw new Error(`${consumer} is held by another`);
  const positions = await feed.read({ after: held.position, limit: most });
  const last = positions.at(-1);
  if (last) await feed.advance(held, last);
  await feed.release(held);
  return positions.map(placeOf);
}

it('each consumer goes on where it was: no fact is lost and none comes twice', async () => {
  const source = await database();
  const desk = deskOn(source.pool);
  const loans = await Promise.all(Array.from({ length: 6 }, () => desk.lend()));
  for (const id of loans) await desk.extend(id, 'first');
  for (const id of [...loans].reverse()) await desk.extend(id, 'second');
  const all = (await desk.store.feed.read({ after: undefined, limit: 100 })).map(placeOf);
  const now = instantOf(Date.now());

  const before = new Map<string, string[]>();
  for (const [consumer, most] of Object.entries({ seal: 7, reactions: 11, mirror: 11, finished: 100 }))
    before.set(consumer, await handle(desk.store, consumer, most));
  // One that never came to its first row, and one that was at work.
  await desk.store.feed.hold({ consumer: 'new', now, until: plusMs(now, 30_000) });
  await desk.store.feed.hold({ consumer: 'seal', now, until: plusMs(now, 30_000) });
  const late = await desk.lend();
  const backup = await save(source.pool, await folder());

  const target = await database([]);
  await restore(target.pool, backup.folder);
  const { store } = deskOn(target.pool);
  const after = await deskOn(target.pool).extend(late, 'after the restore');
  for (const consumer of ['seal', 'reactions', 'mirror', 'finished', 'new']) {
    const handled = [...(before.get(consumer) ?? []), ...(await handle(store, consumer, 100))];
    expect(handled.toSorted(), consumer).toEqual(
      [...all, ...[late, after].map((id, at) => placeOf({ ...first(all), case: id, version: at + 1 }))].toSorted(),
    );
    for (const id of [...loans, late]) {
      const ofOne = handled.filter((place) => place.includes(id)).map((place) => Number(place.split('/')[2]));
      expect(ofOne, 'in the order of the case').toEqual(ofOne.toSorted((one, other) => one - other));
    }
  }
  // And once more, from the restored database.
  const again = await database([]);
  await handle(store, 'seal', 0);
  const second = await save(target.pool, await folder());
  await restore(again.pool, second.folder);
  expect((await save(again.pool, await folder())).manifest.tables).toEqual(second.manifest.tables);
});

const first = (places: readonly string[]) => ({ office: places[0]?.split('/')[0] ?? '' });

it('jobs that were leased at the backup are free after it', async () => {
  const source = await database();
  const desk = deskOn(source.pool);
  const id = await desk.lend();
  const { rows } = await source.pool.query('select office_id from kernel.cases');
  const now = instantOf(Date.now());
  const job = { key: 'badge:1', effect: 'printBadge', params: {} };
  await desk.store.jobs.add(rows[0].office_id, id, job, { runAt: now, error: 'printer_off' });
  const lease = (store: Store) => store.jobs.lease({ now, until: plusMs(now, 60_000), limit: 5 });
  expect(await lease(desk.store)).toHaveLength(1);
  expect(await lease(desk.store)).toHaveLength(0);
  const backup = await save(source.pool, await folder());
  const target = await database([]);
  await restore(target.pool, backup.folder);
  expect(await lease(deskOn(target.pool).store)).toMatchObject([{ key: 'badge:1' }]);
});

it('the journal follows the log, and a torn line hides no other', async () => {
  const source = await database();
  const desk = deskOn(source.pool);
  const into = await folder();
  const consumer = erasureJournal({ store: desk.store, folder: into });
  const follow = async () => {
    const now = instantOf(Date.now());
    const held = await desk.store.feed.hold({ consumer: consumer.name, now, until: plusMs(now, 30_000) });
    const positions = await desk.store.feed.read({ after: held?.position, limit: consumer.batch });
    const last = positions.at(-1);
    if (!held || !last) throw new Error('nothing to follow');
    const moved = await consumer.handle(await desk.store.feed.rows(positions), held, last);
    if (moved) await desk.store.feed.release(moved);
  };
  const [one, two] = [await desk.lend(), await desk.lend()];
  await desk.erase(one);
  await follow();
  await appendFile(join(into, 'erasures.jsonl'), '{"office":"0197');
  await desk.erase(two);
  await follow();
  expect((await readJournal(into)).map((erasure) => [erasure.workflow, erasure.case])).toEqual([
    ['loan', one],
    ['loan', two],
  ]);
});
