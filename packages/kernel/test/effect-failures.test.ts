import { afterEach, describe, expect, it, vi } from 'vitest';
import { backoffMs } from '../src/after-commit/backoff.ts';
import { EffectFailed, type LeasedJob, MemoryStore, StoreAway } from '../src/index.ts';
import { scene } from '../src/testing/index.ts';
import { clerk, letters, nineOClock, notices, type Post, postRoom } from './letter.ts';

afterEach(() => vi.restoreAllMocks());

/** A courier who falls ill so often, and then comes. */
function illCourier(times: number, error: () => unknown = () => new Error('Anna Beispielmüller has a cold')) {
  const rounds: { readonly key: string; readonly attempt: number; readonly at: string }[] = [];
  const courier: Post['courier'] = async (_, { key, attempt, at }) => {
    rounds.push({ key, attempt, at });
    if (rounds.length <= times) throw error();
    return { command: 'taken', input: { receipt: 'R1' } };
  };
  return { courier, rounds };
}

const secondsAfter = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

describe('an effect that fails', () => {
  it('is tried again under the same key, each time after a longer pause, and works in the end', async () => {
    const { courier, rounds } = illCourier(2);
    const at = postRoom({ courier });
    const id = await at.write();
    const key = `${id}:1:0`;
    await at.kernel.afterCommit.runEffects();
    const times = [at.clock.now()];
    for (const tries of [1, 2]) {
      const due = secondsAfter(at.clock.now(), backoffMs(tries, key));
      await at.clockStrikes(secondsAfter(due, -1));
      expect(rounds).toHaveLength(tries);
      await at.clockStrikes(due);
      times.push(at.clock.now());
    }
    expect(rounds).toEqual(times.map((time, index) => ({ key, attempt: index + 1, at: time })));
    expect(at.problems.map(({ where }) => where)).toEqual(['letter.send', 'letter.send']);
    expect(await at.facts(id)).toContain('letterTaken');
    expect(await at.stuck()).toEqual([]);
  });

  it('as often as it may waits for a person, who sees a code and no text', async () => {
    const { courier, rounds } = illCourier(99);
    const at = postRoom({ courier });
    const id = await at.write();
    await at.minutesPass(9);
    expect(rounds).toHaveLength(3);
    const failedAt = secondsAfter(rounds[2]?.at ?? '', 0);
    expect(await at.stuck()).toEqual([
      {
        ...{ office: at.office, case: id, workflow: 'letter', effect: 'letter.send', params: { copies: 1 } },
        ...{ key: `${id}:1:0`, attempts: 3, error: 'Error', failedAt },
      },
    ]);
    expect(await at.store.workItems(at.office)).toEqual([
      {
        ...{ kind: 'effect.failed', due: failedAt, needs: 'office.repair', assignee: null, label: null },
        ...{ case: id, workflow: 'letter' },
      },
    ]);
  });

  it('twelve times at most, when it does not say how often', async () => {
    const at = postRoom();
    const job = { key: 'k', effect: 'reaction:of-nobody', params: { version: 1 } };
    const id = await at.write();
    await at.store.jobs.add(at.office, id, job, { runAt: at.clock.now(), error: 'x' });
    for (let hour = 0; hour < 12; hour++) await at.clockStrikes(secondsAfter(at.clock.now(), 2 * 3_600_000));
    expect(await at.stuck()).toMatchObject([{ key: 'k', attempts: 12, error: 'reaction_unknown' }]);
  });

  it('for good waits at once, and a person may have it tried again from the first attempt', async () => {
    const { courier, rounds } = illCourier(1, () => new EffectFailed('address_unknown', { permanent: true }));
    const at = postRoom({ courier });
    const id = await at.write();
    await at.kernel.afterCommit.settle();
    expect(await at.stuck()).toMatchObject([{ attempts: 1, error: 'address_unknown' }]);
    expect(await at.kernel.tryAgain(at.office, 'no such key')).toBe(false);
    expect(await at.kernel.tryAgain(at.office, `${id}:1:0`)).toBe(true);
    expect(await at.store.workItems(at.office)).toEqual([]);
    await at.kernel.afterCommit.settle();
    expect(rounds.map(({ attempt }) => attempt)).toEqual([1, 1]);
    expect([await at.stuck(), await at.facts(id)]).toEqual([[], ['letterWritten', 'letterTaken']]);
  });

  it('with something that is no error is shown as unknown, and one that can be helped is not for good', async () => {
    const thrown: unknown[] = ['a text with a name', new EffectFailed('line_busy')];
    const at = postRoom(illCourier(2, () => thrown.shift()));
    const postponed = vi.spyOn(at.store.jobs, 'postpone');
    await at.write();
    await at.minutesPass(2);
    expect(postponed.mock.calls.map(([, { error }]) => error)).toEqual(['unknown', 'line_busy']);
  });

  it.each([
    ['of a workflow that is no longer there', { definitions: [notices] }],
    ['that its workflow no longer has', { definitions: [{ ...letters, effects: {} }] }],
  ])('%s waits for a person at once', async (_, { definitions }) => {
    const { store, office, write } = postRoom();
    await write();
    const at = scene({ at: nineOClock, definitions, store, office });
    await at.kernel.afterCommit.runEffects();
    expect(await at.kernel.stuck(office)).toMatchObject([{ error: 'effect_unknown', attempts: 1 }]);
  });

  it('since its parameters are none that the program of today understands waits for a person at once', async () => {
    const { courier, rounds } = illCourier(0);
    const at = postRoom({ courier });
    const id = await at.write();
    const job = { key: 'old', effect: 'letter.send', params: { pages: 2 } };
    await at.store.jobs.add(at.office, id, job, { runAt: at.clock.now(), error: 'x' });
    await at.kernel.afterCommit.settle();
    expect(rounds).toHaveLength(1);
    expect(await at.stuck()).toMatchObject([{ key: 'old', error: 'params_invalid' }]);
  });

  it('since it took too long is left behind, and tried again', async () => {
    const tooLong = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(tooLong.signal);
    let aborted = false;
    const at = postRoom({
      courier: (_, { signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
          tooLong.abort();
        }),
    });
    await at.write();
    await at.kernel.afterCommit.runEffects();
    expect(timeout).toHaveBeenCalledWith(45_000);
    expect(aborted).toBe(true);
    expect(at.problems).toMatchObject([{ error: { code: 'timed_out', permanent: false } }]);
    expect(at.store.waiting(at.office)).toHaveLength(1);
  });
});

describe('when something is away or stops', () => {
  it('a store that cannot be reached leaves the job to its lease, and it counts as one more try', async () => {
    let away = true;
    const { courier, rounds } = illCourier(0);
    const at = postRoom({
      async courier(params, here) {
        if (away) throw new StoreAway('gone');
        return courier(params, here);
      },
    });
    await at.write();
    await at.kernel.afterCommit.runEffects();
    expect(at.problems).toMatchObject([{ where: 'letter.send', error: { name: 'StoreAway' } }]);
    away = false;
    at.clock.set(secondsAfter(nineOClock, 59_999));
    expect(await at.kernel.afterCommit.runEffects()).toBe(0);
    at.clock.set(secondsAfter(nineOClock, 60_000));
    expect(await at.kernel.afterCommit.runEffects()).toBe(1);
    expect(rounds).toMatchObject([{ attempt: 2 }]);
    expect(at.store.waiting(at.office)).toEqual([]);
  });

  it('of two workers one takes a job; whose lease has run out can no longer end it', async () => {
    const at = postRoom();
    const ended: boolean[] = [];
    const { jobs } = at.store;
    const finish = jobs.finish.bind(jobs);
    jobs.finish = async (job: LeasedJob) => {
      const done = await finish(job);
      ended.push(done);
      return done;
    };
    const begun = Promise.withResolvers<void>();
    const first = postRoom({ store: at.store, office: at.office, courier: () => begun.promise.then(() => undefined) });
    await at.write();
    const slow = first.kernel.afterCommit.runEffects();
    expect(await at.kernel.afterCommit.runEffects()).toBe(0);
    at.clock.set(secondsAfter(nineOClock, 60_000));
    expect(await at.kernel.afterCommit.runEffects()).toBe(1);
    begun.resolve();
    await slow;
    expect(ended).toEqual([true, false]);
  });

  it('a server that stops tells its effects, lets them end, and has failed at nothing', async () => {
    const { promise: under, resolve: begun } = Promise.withResolvers<void>();
    let told = false;
    const at = postRoom({
      courier: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            told = true;
            reject(new Error('stopped'));
          });
          begun();
        }),
    });
    const background = at.kernel.afterCommit.start();
    await at.write();
    await under;
    await background.stop();
    expect([told, at.problems, await at.stuck()]).toEqual([true, [], []]);
    await at.write();
    expect(await at.kernel.afterCommit.runEffects()).toBe(0); // nothing new is begun
    expect(at.store.waiting(at.office)).toHaveLength(2);
    // The next server need not wait for the lease of the one that stopped.
    const now = at.clock.now();
    expect(await at.store.jobs.lease({ now, until: now, limit: 9 })).toHaveLength(2);
  });

  it('an effect whose server stops before it has begun is not begun any more', async () => {
    const loading = Promise.withResolvers<void>();
    class SlowStore extends MemoryStore {
      slow = false;
      override async load(wanted: Parameters<MemoryStore['load']>[0]) {
        if (this.slow) await loading.promise;
        return super.load(wanted);
      }
    }
    const store = new SlowStore();
    const { courier, rounds } = illCourier(9, () => new Error('stopped'));
    const at = postRoom({ courier, store });
    await at.does(clerk, letters, 'write', { to: 'Anna', copies: 1 });
    store.slow = true;
    const lease = vi.spyOn(store.jobs, 'lease');
    const background = at.kernel.afterCommit.start();
    await expect.poll(() => lease.mock.settledResults.length).toBeGreaterThan(0);
    const stopped = background.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));
    loading.resolve();
    await stopped;
    expect([rounds, at.problems]).toEqual([[], []]);
  });

  it('a long queue is worked off without waiting for anybody, as there is room again', async () => {
    const at = postRoom({ courier: () => new Promise((resolve) => setTimeout(resolve, 1, undefined)) });
    for (let n = 0; n < 100; n++) await at.write();
    const background = at.kernel.afterCommit.start();
    // Six rests of half a second would be more: see REST_MS.
    await expect.poll(() => at.store.waiting(at.office).length, { interval: 5, timeout: 2_000 }).toBe(0);
    await background.stop();
  });
});
