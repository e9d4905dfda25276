import { newId } from '@front-office/values';
import { afterEach, describe, expect, it } from 'vitest';
import { live } from '../src/after-commit/live.ts';
import { type Commit, MemoryStore, type Position, positionId, type Told } from '../src/index.ts';
import { sampleCommit } from '../src/testing/sample-commit.ts';

const ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
});

/** A feed with its followers, one office, and a way to commit rows by number. */
function tower(store = new MemoryStore()) {
  const office = newId();
  const feed = live(store);
  let numbers = 0;
  const commit = async (count = 1, of = office) => {
    const commits = Array.from({ length: count }, (): Commit => sampleCommit({ office: of, request: `${++numbers}` }));
    for (const each of commits) await store.commit(each);
  };
  const follow = (after?: string, of = office) => {
    const end = new AbortController();
    ends.push(end);
    const told = feed.follow({ office: of, after, signal: end.signal });
    const next = async () => (await told.next()).value as Told | undefined;
    /** So many things told: `reset`, or the number of the row. */
    const hears = async (count: number) => {
      const heard: string[] = [];
      for (let n = 0; n < count; n++) heard.push(wordOf(await next()));
      return heard;
    };
    return { told, next, hears, end };
  };
  return { store, office, feed, commit, follow };
}

const nowhere: Position = { tx: '0', office: '', case: '', version: 0 };
const wordOf = (told: Told | undefined) => (told?.kind === 'row' ? told.row.request : (told?.kind ?? 'the end'));

describe('a follower', () => {
  it('is told to load anew first, and then every row as it is committed', async () => {
    const { commit, follow, feed } = tower();
    await commit(2);
    const { hears, next } = follow();
    expect(await hears(1)).toEqual(['reset']);
    await commit(2);
    expect(await feed.pump()).toBe(2);
    expect(await hears(1)).toEqual(['3']);
    const told = await next();
    expect(told).toMatchObject({
      kind: 'row',
      row: { request: '4', input: { count: 3 }, facts: [{ type: 'parcelArrived' }, {}] },
    });
    expect(told?.kind === 'row' && told.row.input).toMatchObject({ recipient: 'Beispielmüller' });
  });

  it('of an empty house is told what comes', async () => {
    const { commit, follow, feed } = tower();
    const { hears } = follow();
    expect(await hears(1)).toEqual(['reset']);
    await commit();
    await feed.pump();
    expect(await hears(1)).toEqual(['1']);
  });

  it('who comes back with the last id is told what was missed, without gap or double', async () => {
    const { commit, follow, feed } = tower();
    const first = follow();
    await first.hears(1);
    await commit(3);
    await feed.pump();
    const ids: string[] = [];
    for (let n = 0; n < 2; n++) ids.push((await first.next())?.id ?? '');
    first.end.abort();
    await commit(2);
    const again = follow(ids.at(-1));
    expect(await again.hears(4)).toEqual(['resumed', '3', '4', '5']);
    await commit();
    await feed.pump();
    expect(await again.hears(1)).toEqual(['6']);
  });

  it('who comes back with the id of a reset is told all since then', async () => {
    const { commit, follow } = tower();
    await commit(2);
    const first = follow();
    const id = (await first.next())?.id;
    first.end.abort();
    await commit(2);
    expect(await follow(id).hears(4)).toEqual(['resumed', '2', '3', '4']); // 2 is of the same transaction as the reset
    expect(await tower().follow(id).hears(1)).toEqual(['reset']);
  });

  it('hears rows that come while it is still catching up once', async () => {
    const { commit, follow, feed } = tower();
    const early = follow();
    await early.hears(1);
    await commit(2);
    await feed.pump();
    const id = (await early.next())?.id;
    const late = follow(id);
    expect(await late.hears(2)).toEqual(['resumed', '2']);
    await commit(2);
    await feed.pump();
    const later = follow(id);
    expect(await later.hears(2)).toEqual(['resumed', '2']);
    await commit();
    await feed.pump();
    expect(await later.hears(3)).toEqual(['3', '4', '5']);
    expect(await late.hears(3)).toEqual(['3', '4', '5']);
  });

  it('misses nothing and hears nothing twice, wherever it breaks off and comes back', async () => {
    const { commit, follow, feed } = tower();
    const heard: string[] = [];
    let id: string | undefined;
    const pumping = (async () => {
      for (let n = 0; n < 60; n++) {
        await commit();
        if (n % 3 === 0) await feed.pump();
      }
      await feed.pump();
    })();
    const watch = follow();
    await watch.hears(1);
    for (let stay = 1; heard.at(-1) !== '60'; stay++) {
      const { next, end } = follow(id);
      for (let n = 0; n < stay % 7 && heard.at(-1) !== '60'; n++) {
        const told = await next();
        id = told?.id;
        if (told?.kind === 'row') heard.push(told.row.request);
      }
      end.abort();
    }
    await pumping;
    expect(heard.map(Number)).toEqual(heard.map((_, index) => Number(heard[0]) + index));
  });

  it('is never told of another office', async () => {
    const { store, commit, follow, feed } = tower();
    const elsewhere = newId();
    const [here, there] = [follow(), follow(undefined, elsewhere)];
    await Promise.all([here.hears(1), there.hears(1)]);
    await commit(1, elsewhere);
    await commit(1);
    expect(await feed.pump()).toBe(2);
    expect([await here.hears(1), await there.hears(1)]).toEqual([['2'], ['1']]);
    const id = positionId(
      await store.feed.epoch(),
      (await store.feed.read({ after: undefined, limit: 1 }))[0] ?? nowhere,
    );
    await commit(1);
    await commit(1, elsewhere);
    expect(await follow(id, elsewhere).hears(2)).toEqual(['resumed', '4']);
  });

  it.each([
    ['of another history', (id: string) => `${newId()}${id.slice(36)}`],
    ['that is garbage', () => "' or true --"],
    ['that is empty', () => ''],
  ])('with an id %s loads anew', async (_, spoil) => {
    const { commit, follow } = tower();
    await commit(2);
    const first = await follow().next();
    expect(await follow(spoil(first?.id ?? '')).hears(1)).toEqual(['reset']);
  });

  it('who missed too much loads anew; two thousand rows are still told', async () => {
    const { store, office, commit, follow } = tower();
    await commit();
    const epoch = await store.feed.epoch();
    const [first] = await store.feed.read({ after: undefined, limit: 1 });
    const id = positionId(epoch, first ?? nowhere);
    const many = Array.from({ length: 2_000 }, () => sampleCommit({ office }));
    await store.commitAll(many);
    const { hears } = follow(id);
    expect(await hears(2_001)).toEqual(['resumed', ...many.map(({ log }) => log.request)]);
    await commit();
    expect(await follow(id).hears(1)).toEqual(['reset']);
  });

  it('who is too slow is let go after what was kept for it, and catches up when it comes again', async () => {
    const { commit, follow, feed } = tower();
    const { hears, told, next } = follow();
    await hears(1);
    await commit(1_001);
    while ((await feed.pump()) > 0);
    const heard = await hears(999);
    const last = await next();
    expect([heard[0], wordOf(last)]).toEqual(['1', '1000']);
    expect((await told.next()).done).toBe(true);
    expect(await follow(last?.id).hears(2)).toEqual(['resumed', '1001']);
  });

  it('is let go when it leaves, also while it waits', async () => {
    const { follow } = tower();
    const { hears, told, end } = follow();
    await hears(1);
    const waiting = told.next();
    end.abort();
    expect((await waiting).done).toBe(true);
    const gone = follow();
    gone.end.abort();
    expect(await gone.hears(2)).toEqual(['reset', 'the end']);
  });

  it('costs nothing when there is none: nothing is read', async () => {
    const { store, commit, follow, feed } = tower();
    let reads = 0;
    const { read } = store.feed;
    store.feed.read = (ask) => {
      reads += 1;
      return read.call(store.feed, ask);
    };
    await commit(3);
    expect([await feed.pump(), reads]).toEqual([0, 0]);
    const { hears, told } = follow();
    await hears(1);
    await feed.pump();
    expect(reads).toBe(1);
    await told.return(undefined);
    expect([await feed.pump(), reads]).toEqual([0, 1]);
  });

  it('finds the store away and is told so; the next one is served', async () => {
    const { store, commit, follow, feed } = tower();
    const { end } = store.feed;
    store.feed.end = () => Promise.reject(new Error('gone'));
    await expect(follow().next()).rejects.toThrow('gone');
    store.feed.end = end;
    const { hears } = follow();
    expect(await hears(1)).toEqual(['reset']);
    await commit();
    await feed.pump();
    expect(await hears(1)).toEqual(['1']);
  });
});
