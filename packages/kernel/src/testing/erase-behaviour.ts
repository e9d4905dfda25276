import { instantOf, newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Commit, Store, WorkItem } from '../store.ts';
import { type Sample, sampleCommit } from './sample-commit.ts';

/** What a store promises of a commit that erases its case. */
export function describeErasing(store: () => Store): void {
  const item: WorkItem = { kind: 'waiting', due: instantOf(0), needs: 'parcels.see', assignee: null, label: null };
  const job = (key: string) => ({ key, effect: 'printLabel', params: {} });
  const done = async (...commits: readonly Commit[]) => {
    for (const commit of commits) expect(await store().commit(commit)).toEqual({ done: true });
  };
  const erasing = (sample: Sample): Commit => ({ ...sampleCommit(sample), erase: [] });
  const bare = ({ log }: Commit) => ({ ...log, personal: {}, salt: null });
  /** All that an office shows of a case, its log apart. */
  const left = async (office: string, id: string) => {
    const lookups = [{ record: 'parcel', by: 'key' as const, value: 'anna', limit: 9 }];
    const { case: row, found } = await store().load({ office, workflow: 'parcel', case: id, lookups });
    const listed = await store().list({ office, workflow: 'parcel', limit: 9 });
    return { row, found: found[0], listed, items: await store().workItems(office) };
  };
  /** A case with everything a case can have. */
  const fullCase = (office: string, key: string, id = newId()) =>
    sampleCommit({
      office,
      case: id,
      keys: ['anna'],
      workItems: { put: [item], drop: [] },
      jobs: [job(key)],
      timers: { reminder: { token: 1, due: instantOf(Date.UTC(2000, 0, 1)) } },
    });

  describe('erasing', () => {
    test('leaves the log without what is personal, and nothing else of the case', async () => {
      const office = newId();
      const [first, neighbour] = [fullCase(office, 'a'), fullCase(office, 'b')];
      const { id } = first.case;
      const second = sampleCommit({ office, case: id, version: 2 });
      const third = erasing({ office, case: id, version: 3 });
      await done(first, neighbour, second, third);

      expect(await store().log(office, id)).toEqual([bare(first), bare(second), third.log]);
      const { row, found, listed, items } = await left(office, id);
      expect(row).toBeUndefined();
      expect(found?.map((each) => each.id)).toEqual([neighbour.case.id]);
      expect(listed).toEqual([neighbour.case]);
      expect(items.map((each) => each.case)).toEqual([neighbour.case.id]);
      const due = await store().due(instantOf(Date.UTC(2000, 0, 1)), 99);
      expect(due.filter((timer) => timer.office === office).map((timer) => timer.case)).toEqual([neighbour.case.id]);
      await done(sampleCommit({ office, case: neighbour.case.id, version: 2 })); // takes its timer away
      const now = instantOf(Date.UTC(2026, 6, 1));
      const jobs = await store().jobs.lease({ now, until: now, limit: 1_000 });
      expect(jobs.filter((each) => each.office === office).map(({ key }) => key)).toEqual(['b']);
      expect(await store().log(office, neighbour.case.id)).toContainEqual(neighbour.log);
    });

    test('leaves to the reactions what they have still to handle, and shows it while it is stuck', async () => {
      const office = newId();
      const id = newId();
      const now = instantOf(Date.UTC(2026, 6, 1));
      await done(fullCase(office, 'effect', id));
      const { jobs } = store();
      for (const name of ['one', 'other'])
        await jobs.add(
          office,
          id,
          { key: name, effect: `reaction:${name}`, params: { version: 1 } },
          { runAt: now, error: 'Error' },
        );
      const leased = await jobs.lease({ now, until: instantOf(Date.UTC(2026, 6, 1, 0, 1)), limit: 1_000 });
      const dying = leased.find((each) => each.key === 'one');
      const failed = { ...item, kind: 'effect.failed' };
      expect(dying && (await jobs.bury(dying, { failedAt: now, error: 'Error', item: failed }))).toBe(true);
      await done(erasing({ office, case: id, version: 2 }));

      expect((await jobs.dead(office)).map(({ key, workflow }) => [key, workflow])).toEqual([['one', 'parcel']]);
      expect((await store().workItems(office)).map(({ kind }) => kind)).toEqual(['effect.failed']);
      const other = leased.find((each) => each.key === 'other');
      expect(other && (await jobs.finish(other))).toBe(true);
      const effect = leased.find((each) => each.key === 'effect');
      expect(effect && (await jobs.finish(effect))).toBe(false);
    });

    test('leaves the same case id of another office alone', async () => {
      const [here, there, id] = [newId(), newId(), newId()];
      const mine = sampleCommit({ office: here, case: id });
      const theirs = sampleCommit({ office: there, case: id });
      await done(mine, theirs, erasing({ office: here, case: id, version: 2 }));
      expect(await store().log(there, id)).toEqual([theirs.log]);
      expect((await left(there, id)).row).toEqual(theirs.case);
    });

    test('keeps the requests of the case, so that none is accepted twice', async () => {
      const office = newId();
      const first = sampleCommit({ office });
      const last = erasing({ office, case: first.case.id, version: 2 });
      await done(first, last);
      const { request } = first.log;
      expect(await store().commit(sampleCommit({ office, request }))).toEqual({ done: false, clash: 'request' });
      expect((await store().load({ office, workflow: 'parcel', request, lookups: [] })).request).toEqual(bare(first));
      const requests = [request, last.log.request];
      expect(await store().requests(office, requests)).toEqual(new Set(requests));
    });

    test('a case that was erased does not come back under its id', async () => {
      const office = newId();
      const first = sampleCommit({ office });
      const { id } = first.case;
      await done(first, erasing({ office, case: id, version: 2 }));
      for (const version of [1, 2])
        expect(await store().commit(sampleCommit({ office, case: id, version }))).toEqual({
          done: false,
          clash: 'version',
        });
      expect((await left(office, id)).row).toBeUndefined();
    });

    test('a version that leaves one out is refused, and nothing is erased', async () => {
      const office = newId();
      const first = fullCase(office, 'a');
      const timers = {};
      await done(first, sampleCommit({ office, case: first.case.id, version: 2, timers }));
      const gap = erasing({ office, case: first.case.id, version: 4 });
      expect(await store().commit(gap)).toEqual({ done: false, clash: 'version' });
      expect((await store().log(office, first.case.id))[0]).toEqual(first.log);
    });

    test('of an erasing and twenty other commits at once exactly one is done', async () => {
      for (let round = 0; round < 10; round++) {
        const office = newId();
        const first = sampleCommit({ office });
        const { id } = first.case;
        await done(first);
        const others = Array.from({ length: 20 }, () => sampleCommit({ office, case: id, version: 2 }));
        const commits = others.toSpliced(round, 0, erasing({ office, case: id, version: 2 }));
        const outcomes = await Promise.all(commits.map((commit) => store().commit(commit)));
        const winners = commits.filter((_, index) => outcomes[index]?.done);
        expect(winners).toHaveLength(1);
        expect(outcomes.filter((outcome) => !outcome.done && outcome.clash === 'version')).toHaveLength(20);
        const [winner] = winners;
        const isErased = winner?.erase !== undefined;
        expect(await store().log(office, id)).toEqual([isErased ? bare(first) : first.log, winner?.log]);
        expect((await left(office, id)).row).toEqual(isErased ? undefined : winner?.case);
      }
    });
  });
}
