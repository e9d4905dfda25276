import { describe, expect, it, vi } from 'vitest';
import { keepRunning } from '../src/after-commit/runner.ts';
import { StoreAway } from '../src/index.ts';
import { boards, clerk, lettersNotices, postRoom } from './letter.ts';

/** A porter who makes rounds: each comes to what a test has laid ready, and to nothing otherwise. */
function porter(restMs: number, ...rounds: readonly (number | Error)[]) {
  const left = [...rounds];
  const problems: (readonly [string, unknown])[] = [];
  const times: number[] = [];
  const running = keepRunning(
    {
      name: 'rounds',
      restMs,
      async run() {
        times.push(performance.now());
        const round = left.shift() ?? 0;
        if (typeof round === 'number') return round;
        throw round;
      },
    },
    (error, where) => problems.push([where, error]),
  );
  return { ...running, problems, times, made: () => times.length };
}
const ms = (count: number) => new Promise((resolve) => setTimeout(resolve, count));
const long = 600_000;

describe('a chore in the background', () => {
  it('goes on at once while there is something to do, and then rests', async () => {
    const { made, stop } = porter(long, 3, 1, 2);
    await expect.poll(made).toBe(4);
    await ms(20);
    expect(made()).toBe(4);
    await stop();
  });

  it('looks again after its rest', async () => {
    const { made, stop } = porter(5);
    await expect.poll(made).toBeGreaterThan(3);
    await stop();
  });

  it('is woken from its rest, and a wake in the middle of a round is not lost', async () => {
    const { made, wake, stop } = porter(long);
    await ms(5);
    expect(made()).toBe(1);
    wake();
    wake(); // twice at once is one
    await expect.poll(made).toBe(2);
    await ms(5);
    expect(made()).toBe(2);
    await stop();

    const during = Promise.withResolvers<number>();
    let rounds = 0;
    const chore = { name: 'slow', restMs: long, run: () => (rounds++ === 0 ? during.promise : Promise.resolve(0)) };
    const slow = keepRunning(chore, () => {});
    slow.wake();
    during.resolve(0);
    await expect.poll(() => rounds).toBe(2);
    await slow.stop();
  });

  it('that fails is reported and goes on after pauses that grow', async () => {
    const failure = new Error('a shelf fell down');
    const { made, times, problems, stop } = porter(long, failure, failure, 0);
    await expect.poll(made, { timeout: 5_000 }).toBe(3);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThan(95); // timers may be a little early
    expect(third - second).toBeGreaterThan(195);
    expect(problems).toEqual([
      ['rounds', failure],
      ['rounds', failure],
    ]);
    await stop();
  });

  it('that finds the store away says so once, and again when it was there meanwhile', async () => {
    const away = new StoreAway('gone');
    const { made, problems, wake, stop } = porter(long, away, away, away, 0, away, new Error('other'));
    for (let round = 1; round <= 7; round++) {
      await expect.poll(made).toBe(round);
      await ms(1);
      wake();
    }
    expect(problems.map(([, error]) => (error as Error).name)).toEqual(['StoreAway', 'StoreAway', 'Error']);
    await stop();
  });

  it('ends when it is stopped: from its rest at once, and never in the middle of a round', async () => {
    const resting = porter(long);
    await ms(1);
    await resting.stop();
    expect(resting.made()).toBe(1);

    const during = Promise.withResolvers<number>();
    let stopped = false;
    const slow = keepRunning({ name: 'slow', restMs: long, run: () => during.promise }, () => {});
    const stopping = slow.stop().then(() => {
      stopped = true;
    });
    await ms(5);
    expect(stopped).toBe(false);
    during.resolve(5);
    await stopping;
  });
});

describe('the background of an office', () => {
  it('carries out effects, hands facts on and tells followers as soon as something is committed', async () => {
    const end = new AbortController();
    const at = postRoom({
      reactions: [lettersNotices],
      courier: async () => ({ command: 'taken', input: { receipt: 'R1' } }),
    });
    const told = at.kernel.afterCommit.follow({ office: at.office, signal: end.signal })[Symbol.asyncIterator]();
    expect((await told.next()).value).toMatchObject({ kind: 'reset' });
    const background = at.kernel.afterCommit.start();
    await ms(10);
    const looks = [vi.spyOn(at.store.jobs, 'lease'), vi.spyOn(at.store.feed, 'read')];
    const id = await at.write();
    await ms(1);
    for (const look of looks) expect(look).toHaveBeenCalled(); // nobody has waited for the end of a rest
    await expect.poll(() => at.facts(id), { interval: 2 }).toEqual(['letterWritten', 'letterTaken']);
    await expect.poll(at.board, { interval: 2 }).toEqual(['for Anna']);
    const heard: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { value } = await told.next();
      heard.push(value?.kind === 'row' ? value.row.command : value?.kind);
    }
    expect(heard.toSorted()).toEqual(['pin', 'taken', 'write']);
    end.abort();
    await background.stop();
  });

  it('finds what another server has left, timers too', async () => {
    const at = postRoom();
    const id = await at.write();
    at.clock.set('2026-06-30T09:10:00+02:00');
    const background = at.kernel.afterCommit.start();
    await expect.poll(() => at.facts(id)).toEqual(['letterWritten', 'courierReminded']);
    await expect.poll(() => at.store.waiting(at.office)).toEqual([]);
    await background.stop();
  });

  it('does nothing more once it is stopped', async () => {
    const at = postRoom({ reactions: [lettersNotices] });
    const background = at.kernel.afterCommit.start();
    await background.stop();
    await at.begins(clerk, boards, 'create', { hall: 'B', full: false });
    await at.write();
    await ms(20);
    expect([at.board(), at.store.waiting(at.office).length]).toEqual([[], 1]);
  });
});
