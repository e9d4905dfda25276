export { parcel, person } from './parcels.ts';
export { type Sample, sampleCommit } from './sample-commit.ts';

import { instantOf, newId } from '@front-office/values';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Commit, Store } from '../store.ts';
import { describeDispatch } from './dispatch-behaviour.ts';
import { describeErasing } from './erase-behaviour.ts';
import { describeFeed } from './feed-behaviour.ts';
import { describeJobs } from './jobs-behaviour.ts';
import { describeLookups } from './lookup-behaviour.ts';
import { describeMany } from './many-behaviour.ts';
import { describeReading } from './reading-behaviour.ts';
import { sampleCommit } from './sample-commit.ts';
import { describeSeals } from './seals-behaviour.ts';

/**
 * What every store does, whatever it is made of. `makeStore` is asked once; the tests keep apart by office, and timers
 * of the store's other offices must not be due before the year 2001.
 */
export function describeStore(name: string, makeStore: () => Promise<Store>): void {
  describe(`${name}, as any store`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await makeStore();
    });

    const done = async (...commits: readonly Commit[]) => {
      for (const commit of commits) expect(await store.commit(commit)).toEqual({ done: true });
    };
    describe('rows', () => {
      test('what was committed is loaded again to the last byte', async () => {
        const office = newId();
        const timers = { 'xstate.after.reminder': { token: 1, due: instantOf(Date.UTC(2030, 0, 1, 0, 0, 0, 7)) } };
        const commit = sampleCommit({ office, timers, tags: ['open', 'with "quotes"', 'a,b', '{c}', ''] });
        await done(commit);
        const { id } = commit.case;
        const { request } = commit.log;
        const loaded = await store.load({ office, workflow: 'parcel', case: id, request, lookups: [] });
        expect(loaded.case).toEqual(commit.case);
        expect(loaded.request).toEqual(commit.log);
      });

      test('a case of another workflow, an unknown id and a text that is no id are not there', async () => {
        const office = newId();
        const commit = sampleCommit({ office });
        await done(commit);
        for (const [workflow, id] of [
          ['visit', commit.case.id],
          ['parcel', newId()],
          ['parcel', commit.case.id.toUpperCase()],
          ['parcel', "' or true --"],
        ] as const) {
          expect((await store.load({ office, workflow, case: id, lookups: [] })).case).toBeUndefined();
        }
        expect(await store.log(office, 'nobody')).toEqual([]);
      });

      test('the log of a case is in order of its versions', async () => {
        const office = newId();
        const first = sampleCommit({ office });
        const second = sampleCommit({ office, case: first.case.id, version: 2, personal: {} });
        await done(first, sampleCommit({ office }), second);
        expect(await store.log(office, first.case.id)).toEqual([first.log, second.log]);
      });
    });

    describe('clashes', () => {
      test('of fifty commits of one version at once exactly one is done', async () => {
        const office = newId();
        const first = sampleCommit({ office });
        await done(first);
        const next = () => store.commit(sampleCommit({ office, case: first.case.id, version: 2 }));
        const outcomes = await Promise.all(Array.from({ length: 50 }, next));
        expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1);
        expect(outcomes.filter((outcome) => !outcome.done && outcome.clash === 'version')).toHaveLength(49);
        expect(await store.log(office, first.case.id)).toHaveLength(2);
      });

      test('a version that leaves one out is refused', async () => {
        const office = newId();
        const first = sampleCommit({ office });
        await done(first);
        const gap = sampleCommit({ office, case: first.case.id, version: 3 });
        expect(await store.commit(gap)).toEqual({ done: false, clash: 'version' });
        expect(await store.log(office, first.case.id)).toHaveLength(1);
      });

      test('a request is accepted once in an office, and leaves nothing behind the second time', async () => {
        const office = newId();
        const request = newId();
        const second = sampleCommit({ office, request });
        await done(sampleCommit({ office, request }));
        expect(await store.commit(second)).toEqual({ done: false, clash: 'request' });
        const loaded = await store.load({ office, workflow: 'parcel', case: second.case.id, lookups: [] });
        expect(loaded.case).toBeUndefined();
      });

      test('two offices may use one request id and even one case id', async () => {
        const shared = { request: newId(), case: newId() };
        await done(sampleCommit({ office: newId(), ...shared }), sampleCommit({ office: newId(), ...shared }));
      });
    });

    test('another office sees nothing of all this', async () => {
      const office = newId();
      const item = { kind: 'waiting', due: instantOf(0), needs: 'parcels.see', assignee: null, label: null };
      const commit = sampleCommit({ office, keys: ['name:anna'], workItems: { put: [item], drop: [] } });
      await done(commit);
      const { id } = commit.case;
      const loaded = await store.load({
        office: newId(),
        workflow: 'parcel',
        case: id,
        request: commit.log.request,
        lookups: (['id', 'key', 'prefix'] as const).map((by) => ({
          record: 'parcel',
          by,
          value: by === 'id' ? id : 'name:anna',
          limit: 9,
        })),
      });
      expect(loaded).toEqual({ case: undefined, request: undefined, found: [[], [], []] });
      const stranger = newId();
      expect(await store.log(stranger, id)).toEqual([]);
      expect(await store.list({ office: stranger, workflow: 'parcel', limit: 9 })).toEqual([]);
      expect(await store.workItems(stranger)).toEqual([]);
    });

    test('lists come page by page in order of opening, of one tag or of all', async () => {
      const office = newId();
      const commits = ['open', 'done', 'open', 'open'].map((tag) => sampleCommit({ office, tags: [tag, 'all'] }));
      await done(...commits, sampleCommit({ office, workflow: 'other' }));
      const ids = commits.map((commit) => commit.case.id);
      const page = async (tag?: string, after?: string, limit = 2) =>
        (await store.list({ office, workflow: 'parcel', tag, after, limit })).map(({ id }) => id);
      expect(await page('open')).toEqual([ids[0], ids[2]]);
      expect(await page('open', ids[2])).toEqual([ids[3]]);
      expect(await page('done')).toEqual([ids[1]]);
      expect(await page('all', ids[0])).toEqual([ids[1], ids[2]]);
      expect(await page(undefined, undefined, 9)).toEqual(ids);
      expect(await page(undefined, ids[3])).toEqual([]);
    });

    test('work items are put, replaced, dropped, and listed by when they are due', async () => {
      const office = newId();
      const id = newId();
      const item = (kind: string, minute: number) => ({
        kind,
        due: instantOf(Date.UTC(2026, 0, 1, 9, minute)),
        needs: 'parcels.see',
        assignee: minute % 2 === 0 ? 'anna' : null,
        label: null,
      });
      const put = [item('first', 30), item('second', 20)];
      await done(sampleCommit({ office, case: id, workItems: { put, drop: [] } }));
      const kinds = async () => (await store.workItems(office)).map(({ kind }) => kind);
      expect(await kinds()).toEqual(['second', 'first']);
      expect((await store.workItems(office))[0]).toEqual({ ...item('second', 20), case: id, workflow: 'parcel' });
      const change = { put: [item('first', 11)], drop: ['second'] };
      await done(sampleCommit({ office, case: id, version: 2, workItems: change }));
      expect(await store.workItems(office)).toEqual([{ ...item('first', 11), case: id, workflow: 'parcel' }]);
    });

    test('timers are due in order across offices, and gone when the case no longer has them', async () => {
      const at = (minute: number) => instantOf(Date.UTC(2000, 0, 1, 0, minute));
      const [here, there] = [newId(), newId()];
      const timer = (minute: number) => ({ token: 1, due: at(minute) });
      const one = sampleCommit({ office: here, timers: { a: timer(1), b: timer(3), later: timer(50) } });
      const other = sampleCommit({ office: there, timers: { c: timer(2) } });
      await done(one, other);
      const due = async (limit: number) => (await store.due(at(3), limit)).map(({ timer }) => timer);
      expect(await due(9)).toEqual(['a', 'c', 'b']);
      expect(await due(2)).toEqual(['a', 'c']);
      const [first] = await store.due(at(1), 1);
      const { id, workflow } = one.case;
      expect(first).toEqual({ office: here, case: id, workflow, timer: 'a', token: 1, due: at(1) });
      await done(sampleCommit({ office: here, case: id, version: 2 }));
      await done(sampleCommit({ office: there, case: other.case.id, version: 2 }));
      expect(await due(9)).toEqual([]);
    });

    describeLookups(() => store);
    describeMany(() => store);
    describeErasing(() => store);
    describeReading(() => store);
    describeJobs(() => store);
    describeFeed(() => store);
    describeSeals(() => store);
    describeDispatch(() => store);
  });
}
