import { instantOf, newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { CaseRow, Store } from '../store.ts';
import { sampleCommit } from './sample-commit.ts';

/** What a store promises of many commits at once, and of cases that a newer machine takes over. */
export function describeMany(store: () => Store): void {
  const load = async ({ office, workflow, id }: CaseRow) =>
    (await store().load({ office, workflow, case: id, lookups: [] })).case;

  describe('many commits at once', () => {
    test('are all written, with all they hold', async () => {
      const [office, neighbour] = [newId(), newId()];
      const item = { kind: 'waiting', due: instantOf(0), needs: 'parcels.see', assignee: null, label: null };
      const first = sampleCommit({ office, keys: ['anna'], workItems: { put: [item], drop: [] } });
      const commits = [
        first,
        sampleCommit({ office: neighbour }),
        sampleCommit({ office }),
        sampleCommit({ office, case: first.case.id, version: 2 }),
      ];
      // A case is written once in a call: its second version goes with the next.
      expect(await store().commitAll(commits.slice(0, 3))).toBe(true);
      expect(await store().commitAll(commits.slice(3))).toBe(true);
      for (const { log } of commits) expect(await store().log(log.office, log.case)).toContainEqual(log);
      expect(await load(first.case)).toEqual(commits[3]?.case);
      expect(await store().workItems(office)).toMatchObject([{ case: first.case.id, kind: 'waiting' }]);
      expect(await store().commitAll([])).toBe(true);
    });

    test('are not written at all when one of them clashes', async () => {
      const office = newId();
      const there = sampleCommit({ office });
      await store().commit(there);
      const clashing = [
        sampleCommit({ office, request: there.log.request }),
        sampleCommit({ office, case: there.case.id }),
        sampleCommit({ office, case: there.case.id, version: 3 }),
      ];
      for (const clash of clashing) {
        const fresh = [sampleCommit({ office }), sampleCommit({ office })];
        expect(await store().commitAll([...fresh, clash])).toBe(false);
        expect(await store().commitAll([clash, ...fresh])).toBe(false);
        for (const { case: row } of fresh) expect(await load(row)).toBeUndefined();
        expect(await store().log(office, clash.case.id)).toEqual(clash.case.id === there.case.id ? [there.log] : []);
      }
      const request = newId();
      const twice = [sampleCommit({ office, request }), sampleCommit({ office, request })];
      expect(await store().commitAll(twice)).toBe(false);
    });

    test('of two calls that overlap at most one is done', async () => {
      const office = newId();
      const commits = Array.from({ length: 40 }, () => sampleCommit({ office }));
      const calls = [commits.slice(0, 30), commits.slice(10).reverse()];
      const answers = await Promise.all(calls.map((call) => store().commitAll(call)));
      expect(answers.filter(Boolean).length).toBeLessThanOrEqual(1);
      const done = calls[answers.indexOf(true)] ?? [];
      expect(await store().list({ office, workflow: 'parcel', limit: 99 })).toHaveLength(done.length);
    });

    test('are decided on what was loaded at once, each as if it were loaded alone', async () => {
      const office = newId();
      const keys = ['anna'];
      const commits = [sampleCommit({ office, keys }), sampleCommit({ office, context: { name: 'anna' } })];
      await store().commitAll(commits);
      const by = 'key' as const;
      const lookups = [{ record: 'parcel', by, value: { context: 'name' }, limit: 9 }];
      const named = { record: 'parcel', by, value: 'anna', limit: 9 };
      const common = { office, workflow: 'parcel' };
      const loads = [
        { ...common, lookups: [named, named] },
        ...commits.map(({ log }) => ({ ...common, case: log.case, request: log.request, lookups })),
        { ...common, case: newId(), lookups: [] },
        { ...common, case: 'no id', lookups: [named] },
        { ...common, lookups: [] },
      ];
      const loaded = await store().loadAll(loads);
      expect(loaded).toEqual(await Promise.all(loads.map((load) => store().load(load))));
      expect(loaded.map((each) => each.case)).toEqual([undefined, ...commits.map((each) => each.case), ...Array(3)]);
      expect(loaded.map(({ found }) => found.map((rows) => rows.length))).toEqual([[1, 1], [0], [1], [], [1], []]);
      expect(await store().loadAll([])).toEqual([]);
    });

    test('say which requests were accepted already', async () => {
      const office = newId();
      const commits = [sampleCommit({ office }), sampleCommit({ office })];
      await store().commitAll(commits);
      const requests = commits.map(({ log }) => log.request);
      expect(await store().requests(office, [...requests, newId()])).toEqual(new Set(requests));
      expect(await store().requests(newId(), requests)).toEqual(new Set());
      expect(await store().requests(office, [])).toEqual(new Set());
    });
  });

  describe('a newer machine', () => {
    /** A workflow of this test alone, since the search goes through all offices. */
    const fresh = () => sampleCommit({ office: newId(), workflow: `parcel ${newId()}` }).case;
    const open = async (workflow: string, machineVersion: number) => {
      const commit = sampleCommit({ office: newId(), workflow });
      await store().commit({ ...commit, case: { ...commit.case, machineVersion } });
      return { ...commit.case, machineVersion };
    };

    test('finds the cases of all offices that an older one wrote', async () => {
      const { workflow } = fresh();
      const [first, second] = [await open(workflow, 1), await open(workflow, 2)];
      await open(workflow, 3);
      const refs = [first, second].map(({ office, id }) => ({ office, case: id }));
      expect(await store().outdated(workflow, 3, 9)).toHaveLength(2);
      expect(await store().outdated(workflow, 3, 9)).toEqual(expect.arrayContaining(refs));
      expect(await store().outdated(workflow, 2, 9)).toEqual(refs.slice(0, 1));
      expect(await store().outdated(workflow, 3, 1)).toHaveLength(1);
      expect(await store().outdated(fresh().workflow, 3, 9)).toEqual([]);
    });

    test('writes a case anew, once, without a new version', async () => {
      const row = await open(fresh().workflow, 1);
      const due = instantOf(Date.UTC(2040, 0, 1));
      const upgraded: CaseRow = {
        ...row,
        machineVersion: 3,
        state: 'waiting.together',
        tags: ['open', 'new'],
        snapshot: { value: { waiting: 'together' }, context: { shelf: 'B' }, status: 'active' },
        timers: { 'xstate.after.reminder': { token: 1, due } },
      };
      expect(await store().upgrade(upgraded)).toBe(true);
      expect(await load(row)).toEqual(upgraded);
      expect(await store().upgrade(upgraded)).toBe(false);
      expect(await store().upgrade({ ...upgraded, machineVersion: 2 })).toBe(false);
      expect(await load(row)).toEqual(upgraded);
      expect(await store().log(row.office, row.id)).toHaveLength(1);
    });

    test('leaves a case alone that has changed meanwhile, and one of another office', async () => {
      const row = await open(fresh().workflow, 1);
      const { office, id, workflow } = row;
      const next = sampleCommit({ office, case: id, workflow, version: 2 });
      await store().commit(next);
      expect(await store().upgrade({ ...row, machineVersion: 3 })).toBe(false);
      expect(await store().upgrade({ ...next.case, office: newId(), machineVersion: 3 })).toBe(false);
      expect(await load(row)).toEqual(next.case);
    });
  });
}
