import { newId } from '@front-office/values';
import { describe, expect, it, vi } from 'vitest';
import { pauseAtRandom } from '../src/dispatch.ts';
import { InTurn } from '../src/in-turn.ts';
import type { CommitOutcome } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { errands, strikes, WatchedStore } from './errand.ts';

const planner = actor('planner', 'errands.plan', 'errands.see', 'errands.lead');
const clash: CommitOutcome = { done: false, clash: 'version' };

function yard() {
  const store = new WatchedStore();
  return scene({ at: '2026-06-30T09:00:00+02:00', definitions: [errands, strikes], store });
}
const wish = { who: 'Anna', day: 'tue' };

describe('somebody else was faster', () => {
  it('nineteen times: the command is decided anew each time and done at last', async () => {
    const at = yard();
    const id = await at.begins(planner, errands, 'ask', wish);
    at.store.answers.push(...Array<CommitOutcome>(19).fill(clash));
    expect(await at.does(planner, errands, 'note', { text: 'x' }, id)).toMatchObject({ version: 2 });
  });

  it('twenty times: the caller is told that the case is busy, and nothing is kept', async () => {
    const at = yard();
    const id = await at.begins(planner, errands, 'ask', wish);
    at.store.answers.push(...Array<CommitOutcome>(20).fill(clash));
    const answer = await at.does(planner, errands, 'note', { text: 'x' }, id);
    expect(answer.refused?.code).toBe('busy');
    expect(at.store.commits).toHaveLength(21);
    expect((await at.case(errands, id)).version).toBe(1);
  });

  it('with another command: what is possible is judged on the case as it is now', async () => {
    const at = yard();
    const id = await at.begins(planner, errands, 'ask', wish);
    const other = scene({
      at: '2026-06-30T09:00:00+02:00',
      definitions: [errands],
      store: at.store,
      office: at.office,
    });
    at.store.meanwhile = () => other.does(planner, errands, 'finish', {}, id);
    const answer = await at.does(planner, errands, 'setOut', {}, id);
    expect(answer.refused).toEqual({ code: 'not_now', figures: { state: 'done', possible: [] } });
  });

  it('with the same request: both are given the one answer', async () => {
    const at = yard();
    const request = newId();
    const asked = { office: at.office, actor: planner, request };
    let first: unknown;
    at.store.meanwhile = async () => {
      first = await at.kernel.dispatch(errands, 'ask', wish, asked);
    };
    expect(await at.kernel.dispatch(errands, 'ask', wish, asked)).toEqual(first);
    expect(at.store.history(at.office)).toHaveLength(1);
  });
});

it('the more often others were faster the longer is the pause, by chance, up to 64 milliseconds', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const timeout = vi.spyOn(globalThis, 'setTimeout').mockImplementation((run) => run() as never);
  for (const attempt of [1, 3, 6, 20]) await pauseAtRandom(attempt);
  expect(timeout.mock.calls.map(([, ms]) => ms)).toEqual([1, 4, 32, 32]);
  vi.restoreAllMocks();
});

describe('a constraint of the database', () => {
  it('is refused with the code that its name stands for', async () => {
    const at = yard();
    at.store.answers.push({ done: false, clash: 'constraint', constraint: 'errand_twice' });
    const answer = await at.does(planner, errands, 'ask', wish);
    expect(answer.refused).toEqual({ code: 'already_asked', figures: {} });
  });

  it('is a bug when nobody has named it', async () => {
    const at = yard();
    at.store.answers.push({ done: false, clash: 'constraint', constraint: 'notes_pk' });
    await expect(at.does(planner, errands, 'ask', wish)).rejects.toThrow('notes_pk has no refusal code');
  });
});

describe('commands on one case', () => {
  it('wait for each other inside a process, so that they never clash', async () => {
    const at = yard();
    const id = await at.begins(planner, errands, 'ask', wish);
    await Promise.all(Array.from({ length: 30 }, () => at.does(planner, errands, 'note', { text: 'x' }, id)));
    expect(at.store.commits.map(({ log }) => log.version)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
  });

  it('go on after one that failed, and leave nothing behind when they are through', async () => {
    const inTurn = new InTurn();
    const ran: string[] = [];
    const task =
      (name: string, ms: number, fails = false) =>
      async () => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        ran.push(name);
        if (fails) throw new Error(name);
      };
    const one = inTurn.run('case', task('one', 1, true));
    const two = inTurn.run('case', task('two', 20));
    await expect(one).rejects.toThrow('one');
    const three = inTurn.run('case', task('three', 1)); // comes while the second one runs
    await Promise.all([two, three]);
    expect(ran).toEqual(['one', 'two', 'three']);
  });
});
