import { type Instant, instantOf, newId } from '@front-office/values';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LeasedJob } from '../after-commit/jobs-port.ts';
import type { Job, Store, WorkItem } from '../store.ts';
import { sampleCommit } from './sample-commit.ts';

/** Minutes of one morning. */
const at = (minute: number): Instant => instantOf(Date.UTC(2026, 5, 30, 6, minute));
const far = instantOf(Date.UTC(2100, 0, 1));
const afterThat = instantOf(Date.UTC(2100, 0, 2));

const item: WorkItem = { kind: 'effect.failed', due: at(9), needs: 'parcels.see', assignee: null, label: null };

/** What a store promises of the queue of jobs. */
export function describeJobs(store: () => Store): void {
  const print = (key: string): Job => ({ key, effect: 'printLabel', params: { shelf: 'A', copies: [1, 2] } });
  const react = (key: string, effect = 'reaction:parcels-messages'): Job => ({ key, effect, params: {} });
  /** Commits a case whose command asked for these jobs at that minute. */
  const parcelWith = async (office: string, minute: number, ...jobs: readonly Job[]) => {
    const commit = sampleCommit({ office, at: at(minute), jobs });
    expect(await store().commit(commit)).toEqual({ done: true });
    return commit.case.id;
  };
  const lease = (minute: number, { until = at(minute + 1), limit = 100 }: { until?: Instant; limit?: number } = {}) =>
    store().jobs.lease({ now: at(minute), until, limit });
  const leaseOne = async (minute: number): Promise<LeasedJob> => {
    const [job, ...more] = await lease(minute);
    if (job === undefined || more.length > 0) throw new Error('exactly one job should be due');
    return job;
  };
  const keys = (jobs: readonly { readonly key: string }[]) => jobs.map(({ key }) => key);

  describe('jobs', () => {
    // The queue is that of all offices, and what other tests left in it is done here and now.
    beforeEach(async () => {
      for (;;) {
        const left = await store().jobs.lease({ now: far, until: afterThat, limit: 1_000 });
        if (left.length === 0) return;
        for (const job of left) await store().jobs.finish(job);
      }
    });

    test('a job of a commit is taken once, as it was written, and is gone when it is done', async () => {
      const office = newId();
      const id = await parcelWith(office, 0, print('a'));
      const [job] = await lease(0);
      expect(job).toEqual({ ...print('a'), office, case: id, attempts: 1, revision: expect.any(Number) });
      expect(await lease(0)).toEqual([]);
      expect(job && (await store().jobs.finish(job))).toBe(true);
      expect(job && (await store().jobs.finish(job))).toBe(false);
      expect(await lease(30)).toEqual([]);
    });

    test('jobs of all offices are taken in the order of their times, no more than are wanted', async () => {
      await parcelWith(newId(), 2, print('second'));
      await parcelWith(newId(), 1, print('first'));
      await parcelWith(newId(), 3, print('third'));
      expect(keys(await lease(5, { limit: 2 }))).toEqual(['first', 'second']);
      expect(keys(await lease(5, { limit: 2 }))).toEqual(['third']);
    });

    test('of many workers each job is taken by one', async () => {
      const wanted = Array.from({ length: 40 }, (_, index) => `job ${index}`);
      await parcelWith(newId(), 0, ...wanted.map(print));
      const taken: LeasedJob[] = [];
      for (let round = 0; round < 20 && taken.length < wanted.length; round++) {
        const leases = await Promise.all(Array.from({ length: 8 }, () => lease(0, { limit: 5 })));
        taken.push(...leases.flat());
      }
      expect(keys(taken).sort()).toEqual([...wanted].sort());
    });

    test('when a lease has run out another worker takes the job, and the first one can no longer end it', async () => {
      await parcelWith(newId(), 0, print('a'));
      const first = await leaseOne(0);
      const second = await leaseOne(1);
      expect(second.attempts).toBe(2);
      const { jobs } = store();
      expect(await jobs.finish(first)).toBe(false);
      expect(await jobs.postpone(first, { runAt: at(2), error: 'timed_out' })).toBe(false);
      expect(await jobs.bury(first, { failedAt: at(2), error: 'timed_out', item })).toBe(false);
      expect(await store().workItems(first.office)).toEqual([]);
      expect(await jobs.finish(second)).toBe(true);
    });

    test('a job that is put off waits for its time', async () => {
      await parcelWith(newId(), 0, print('a'));
      expect(await store().jobs.postpone(await leaseOne(0), { runAt: at(5), error: 'timed_out' })).toBe(true);
      expect(await lease(4)).toEqual([]);
      expect((await leaseOne(5)).attempts).toBe(2);
    });

    test('a clock that was put back does not hold up a new job, only one that was tried', async () => {
      await parcelWith(newId(), 50, print('a'), print('b'));
      const [first] = await lease(0, { limit: 1 });
      if (first) await store().jobs.postpone(first, { runAt: at(50), error: 'timed_out' });
      expect(keys(await lease(0))).toEqual(first?.key === 'a' ? ['b'] : ['a']);
      expect(keys(await lease(50)).sort()).toEqual(['a', 'b']);
    });

    test('a clock that was put back does not hold up a job that was begun and whose worker died', async () => {
      await parcelWith(newId(), 50, print('a'));
      await lease(0);
      expect((await leaseOne(1)).attempts).toBe(2);
    });

    test('a lease that ends hours ahead was given before the clock was put back', async () => {
      await parcelWith(newId(), 0, print('a'));
      await lease(0, { until: far });
      expect(keys(await lease(1))).toEqual(['a']);
    });

    test('a job is added once, counts as tried, and is left as it is when it comes again', async () => {
      const office = newId();
      const id = await parcelWith(office, 0);
      const { jobs } = store();
      await jobs.add(office, id, react('a'), { runAt: at(3), error: 'ReactionStuck' });
      await jobs.add(office, id, react('a'), { runAt: at(1), error: 'other' });
      expect(await lease(2)).toEqual([]);
      expect((await leaseOne(3)).attempts).toBe(2);
    });

    describe('of reactions', () => {
      test('are taken in the order of their keys within one case and one reaction, whatever their times', async () => {
        const office = newId();
        const { jobs } = store();
        const id = await parcelWith(office, 0);
        for (const [key, minute] of [
          ['0002', 1],
          ['0001', 2],
          ['0003', 0],
        ] as const)
          await jobs.add(office, id, react(key), { runAt: at(minute), error: 'ReactionStuck' });
        expect(await lease(1)).toEqual([]); // the first is put off, and the others wait behind it
        const first = await leaseOne(2);
        expect(first.key).toBe('0001');
        expect(await lease(2)).toEqual([]);
        await jobs.finish(first);
        const second = await leaseOne(2);
        expect(second.key).toBe('0002');
        await jobs.bury(second, { failedAt: at(2), error: 'visit_closed', item });
        expect(await lease(30)).toEqual([]);
        await jobs.revive(office, '0002', at(31));
        expect(keys(await lease(31))).toEqual(['0002']);
      });

      test('do not wait for another case, another reaction or another office, and effects never wait', async () => {
        const [here, there] = [newId(), newId()];
        await parcelWith(here, 0, react('1'), react('2'), react('3', 'reaction:parcels-calls'), print('4'), print('5'));
        await parcelWith(here, 0, react('6'));
        await parcelWith(there, 0, react('7'));
        expect(keys(await lease(0)).sort()).toEqual(['1', '3', '4', '5', '6', '7']);
      });

      test('are parked while one waits, is leased or is dead', async () => {
        const [here, there] = [newId(), newId()];
        const [one, other] = [await parcelWith(here, 0, react('a')), await parcelWith(there, 0)];
        const reaction = 'reaction:parcels-messages';
        const asked = [
          { office: there, case: other, reaction },
          { office: here, case: one, reaction },
          { office: here, case: one, reaction: 'reaction:parcels-calls' },
          { office: there, case: one, reaction },
        ];
        const parked = () => store().jobs.parked(asked);
        expect(await parked()).toEqual([asked[1]]);
        const job = await leaseOne(0);
        expect(await parked()).toEqual([asked[1]]);
        await store().jobs.bury(job, { failedAt: at(1), error: 'visit_closed', item });
        expect(await parked()).toEqual([asked[1]]);
        await store().jobs.add(there, other, react('b'), { runAt: at(1), error: 'ReactionStuck' });
        expect(await parked()).toEqual([asked[0], asked[1]]);
        expect(await store().jobs.parked([])).toEqual([]);
      });
    });

    describe('that failed for good', () => {
      const bury = async (minute: number) => {
        for (const job of await lease(minute))
          await store().jobs.bury(job, { failedAt: at(minute), error: 'timed_out', item });
      };

      test('wait for a person in a list and as one work item of their case', async () => {
        const office = newId();
        const late = await parcelWith(office, 2, print('late'));
        await bury(2);
        const early = await parcelWith(office, 1, print('early'));
        await bury(1);
        const dead = { workflow: 'parcel', office, attempts: 1, error: 'timed_out' };
        expect(await store().jobs.dead(office)).toEqual([
          { ...print('early'), ...dead, case: early, failedAt: at(1) },
          { ...print('late'), ...dead, case: late, failedAt: at(2) },
        ]);
        expect(await store().jobs.dead(newId())).toEqual([]);
        expect(await lease(30)).toEqual([]);
        const items = await store().workItems(office);
        expect(items.map((each) => each.case).sort()).toEqual([early, late].sort());
        expect(items[0]).toEqual({ ...item, case: items[0]?.case, workflow: 'parcel' });
      });

      test('are tried again from the first attempt when a person wants it', async () => {
        const office = newId();
        await parcelWith(office, 0, print('a'), print('b'));
        await bury(0);
        const { jobs } = store();
        expect(await jobs.revive(office, 'a', at(5))).toBe(true);
        expect(await jobs.revive(office, 'a', at(5))).toBe(false);
        expect(await jobs.revive(newId(), 'b', at(5))).toBe(false);
        expect(await jobs.revive(office, 'nothing', at(5))).toBe(false);
        expect(await store().workItems(office)).toHaveLength(1); // the other one is still dead
        expect((await leaseOne(5)).attempts).toBe(1);
        expect(await jobs.revive(office, 'b', at(6))).toBe(true);
        expect(await store().workItems(office)).toEqual([]);
        expect(await jobs.dead(office)).toEqual([]);
      });
    });
  });
}
