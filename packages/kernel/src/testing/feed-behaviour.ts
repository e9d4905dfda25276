import { type Instant, instantOf, newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Position } from '../after-commit/feed-port.ts';
import type { Commit, Store } from '../store.ts';
import { sampleCommit } from './sample-commit.ts';

/** A store may hold a row back while others write; nothing here takes longer. */
const soon = { timeout: 10_000, interval: 5 };

const at = (second: number): Instant => instantOf(Date.UTC(2026, 5, 30, 6, 0, second));

/** What a store promises of the feed, and of the cursors of those who follow it. */
export function describeFeed(store: () => Store): void {
  const done = async (...commits: readonly Commit[]) => {
    for (const commit of commits) expect(await store().commit(commit)).toEqual({ done: true });
    return commits;
  };
  const place = ({ log: { office, case: id, version } }: Commit) => ({ office, case: id, version });
  const without = ({ tx: _tx, ...rest }: Position) => rest;
  /** The places of one office, once there are as many. */
  const told = async (office: string, count: number, after?: Position): Promise<readonly Position[]> => {
    const read = () => store().feed.read({ after, office, limit: 1_000 });
    await expect.poll(async () => (await read()).length, soon).toBe(count);
    return read();
  };

  describe('the feed', () => {
    test('tells what was committed in the order of commits, to everybody from where they are', async () => {
      const office = newId();
      const first = sampleCommit({ office });
      const commits = await done(
        first,
        sampleCommit({ office }),
        sampleCommit({ office, case: first.case.id, version: 2 }),
        sampleCommit({ office }),
      );
      const places = await told(office, 4);
      expect(places.map(without)).toEqual(commits.map(place));
      for (const [index, after] of places.entries())
        expect(await store().feed.read({ after, office, limit: 9 })).toEqual(places.slice(index + 1));
      expect(await store().feed.read({ after: undefined, office, limit: 2 })).toEqual(places.slice(0, 2));
    });

    test('tells all offices together, in one order', async () => {
      const [here, there] = [newId(), newId()];
      const begin = await store().feed.end();
      const commits = await done(
        sampleCommit({ office: here }),
        sampleCommit({ office: there }),
        sampleCommit({ office: here }),
      );
      await told(here, 2);
      await told(there, 1);
      const all = await store().feed.read({ after: begin, limit: 1_000 });
      const ours = all.filter(({ office }) => office === here || office === there);
      expect(ours.map(without)).toEqual(commits.map(place));
    });

    test('tells what was committed together in the order of cases', async () => {
      const office = newId();
      const commits = Array.from({ length: 5 }, () => sampleCommit({ office })).reverse();
      expect(await store().commitAll(commits)).toBe(true);
      const places = await told(office, 5);
      expect(places.map((each) => each.case)).toEqual(commits.map(({ case: { id } }) => id).sort());
      expect(new Set(places.map(({ tx }) => tx)).size).toBe(1);
      expect(await store().feed.read({ after: places[1], office, limit: 9 })).toEqual(places.slice(2));
    });

    test('tells every row once to a reader who goes on while many write', async () => {
      const office = newId();
      const commits = Array.from({ length: 100 }, () => sampleCommit({ office }));
      const writing = Promise.all(commits.map((commit) => store().commit(commit)));
      const seen: Position[] = [];
      const readOn = async () => {
        seen.push(...(await store().feed.read({ after: seen.at(-1), office, limit: 7 })));
        return seen.length;
      };
      await expect.poll(readOn, { timeout: soon.timeout, interval: 1 }).toBe(100);
      await writing;
      expect(await readOn()).toBe(100);
      expect(new Set(seen.map((each) => each.case)).size).toBe(100);
    });

    test('from its end on misses nothing that is committed later', async () => {
      const office = newId();
      await done(sampleCommit({ office }));
      const end = await store().feed.end();
      const [later] = await done(sampleCommit({ office }));
      const places = async () => (await store().feed.read({ after: end, office, limit: 9 })).map(without);
      await expect.poll(places, soon).toContainEqual(later && place(later));
    });

    test('gives the rows at its places, of several offices in the order asked', async () => {
      const [here, there] = [newId(), newId()];
      const commits = await done(
        sampleCommit({ office: here }),
        sampleCommit({ office: there }),
        sampleCommit({ office: here }),
      );
      const positions = commits.map((commit) => ({ tx: '1', ...place(commit) })).reverse();
      expect(await store().feed.rows(positions)).toEqual(commits.map(({ log }) => log).reverse());
      const [first] = positions;
      expect(first && (await store().feed.rows([{ ...first, office: there }]))).toEqual([]);
      expect(await store().feed.rows([])).toEqual([]);
    });

    test('has a name that stays', async () => {
      const epoch = await store().feed.epoch();
      expect(epoch).not.toBe('');
      await done(sampleCommit({ office: newId() }));
      expect(await store().feed.epoch()).toBe(epoch);
    });
  });

  describe('a cursor of the feed', () => {
    const hold = (consumer: string, second: number, until = second + 30) =>
      store().feed.hold({ consumer, now: at(second), until: at(until) });
    const held = async (consumer: string, second: number, until?: number) => {
      const cursor = await hold(consumer, second, until);
      if (cursor === undefined) throw new Error('nobody else should hold it');
      return cursor;
    };
    const here: Position = { tx: '18446744073709551615', office: newId(), case: newId(), version: 3 };

    test('begins at the beginning, and is found where it was left', async () => {
      const consumer = newId();
      const fresh = await held(consumer, 0);
      expect(fresh).toMatchObject({ consumer, position: undefined });
      const moved = await store().feed.advance(fresh, here);
      expect(moved).toMatchObject({ consumer, position: here });
      if (moved) await store().feed.release(moved);
      expect(await hold(consumer, 1)).toMatchObject({ position: here });
    });

    test('is held by one at a time, until the time is up', async () => {
      const consumer = newId();
      const both = await Promise.all([hold(consumer, 0), hold(consumer, 0)]);
      expect(both.filter((cursor) => cursor !== undefined)).toHaveLength(1);
      expect(await hold(consumer, 29)).toBeUndefined();
      expect(await hold(consumer, 30)).toBeDefined();
      expect(await hold(newId(), 0)).toBeDefined();
    });

    test('is moved no more by one who has lost it or has given it back', async () => {
      const consumer = newId();
      const first = await held(consumer, 0);
      const second = await held(consumer, 30);
      expect(await store().feed.advance(first, here)).toBeUndefined();
      await store().feed.release(first);
      expect(await hold(consumer, 31)).toBeUndefined(); // it was not the first one's to give back
      await store().feed.release(second);
      expect(await store().feed.advance(second, here)).toBeUndefined();
      expect(await hold(consumer, 31)).toMatchObject({ position: undefined });
    });

    test('is free again when the clock was put back', async () => {
      const consumer = newId();
      await held(consumer, 3_600);
      expect(await hold(consumer, 0)).toBeDefined();
    });
  });
}
