import { newSigningKey } from '@front-office/sealed-log';
import { describe, expect, it, vi } from 'vitest';
import { defineReaction, MemoryStore } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { errands } from './errand.ts';
import { clerk, letters, lettersNotices, nineOClock, noticeRoom, notices } from './letter.ts';

const planner = actor('planner', 'errands.plan', 'errands.see');
const reactionsIn = (at: ReturnType<typeof noticeRoom>) =>
  at.store.waiting(at.office).filter(({ effect }) => effect.startsWith('reaction:'));

describe('the relay of facts', () => {
  it('remembers how far reactions and seals are by names that must not change', async () => {
    const store = new MemoryStore();
    const hold = vi.spyOn(store.feed, 'hold');
    const at = scene({
      at: nineOClock,
      definitions: [letters, notices],
      reactions: [lettersNotices],
      store,
      signingKey: newSigningKey(),
    });
    await at.begins(clerk, letters, 'write', { to: 'Anna', copies: 1 });
    await at.kernel.afterCommit.react();
    await at.kernel.afterCommit.seal();
    expect(new Set(hold.mock.calls.map(([{ consumer }]) => consumer))).toEqual(new Set(['reactions', 'seal']));
  });

  it('gives each reaction the facts it asked for, of its own package only, and loads nothing for the others', async () => {
    const heard: string[] = [];
    const on = (name: string) => async () => void heard.push(name);
    const copied = defineReaction('copies', errands, { copied: on('copied') });
    // Another package has a fact of the same name.
    const elsewhere = { name: 'elsewhere', from: letters, on: { noted: on('noted'), copied: on('never') } };
    const at = scene({ at: nineOClock, definitions: [errands], reactions: [elsewhere, copied] });
    const id = await at.begins(planner, errands, 'ask', { who: 'Anna', day: 'tue' });
    await at.kernel.afterCommit.react();
    const [load, parked] = [vi.spyOn(at.store, 'load'), vi.spyOn(at.store.jobs, 'parked')];
    await at.does(planner, errands, 'setOut', {}, id);
    load.mockClear();
    expect(await at.kernel.afterCommit.react()).toBe(1);
    expect([heard, load.mock.calls.length, parked.mock.calls.length]).toEqual([[], 0, 0]);
    await at.does(planner, errands, 'note', { text: 'wet' }, id); // emits `noted` and `copied`
    load.mockClear();
    await at.kernel.afterCommit.react();
    expect([heard, load.mock.calls.length, parked.mock.calls.length]).toEqual([['copied'], 1, 1]);
    expect(at.problems).toEqual([]);
  });

  it('counts what one fact asks for, so that each has a request of its own', async () => {
    const twice = defineReaction('twice', letters, {
      async letterWritten(_, here) {
        for (const text of ['a', 'b', 'c']) await here.dispatch(notices, 'pin', { text });
      },
    });
    const at = noticeRoom([twice]);
    const id = await at.write();
    await at.react();
    const pins = at.store.history(at.office).filter(({ command }) => command === 'pin');
    expect(pins.map(({ request }) => request)).toEqual(
      [0, 1, 2].map((n) => `reaction:twice:${id}:1:0:notice.pin:${n}`),
    );
  });

  it('tries again the reaction that failed, and no other', async () => {
    const heard: string[] = [];
    const failing = defineReaction('second', letters, {
      async letterWritten() {
        heard.push('second');
        if (heard.length < 3) throw new Error('once');
      },
    });
    const first = defineReaction('first', letters, { letterWritten: async () => void heard.push('first') });
    const at = noticeRoom([first, failing]);
    await at.write();
    await at.react();
    await at.nextDay();
    expect([heard, reactionsIn(at)]).toEqual([['first', 'second', 'second'], []]);
  });

  it('parks what queues up behind another under a code of its own, which is no problem', async () => {
    const at = noticeRoom();
    const add = vi.spyOn(at.store.jobs, 'add');
    await at.boardIs(true);
    await at.correct(await at.write(), 'x');
    await at.react();
    expect(add.mock.calls.map(([, , , { error }]) => error)).toEqual(['board_full', 'behind_another']);
    expect(at.problems).toHaveLength(1);
  });

  it('lets go of a parked fact whose row is not there', async () => {
    const at = noticeRoom();
    const id = await at.write();
    const job = { key: 'k', effect: 'reaction:letters-notices', params: { version: 99 } };
    await at.store.jobs.add(at.office, id, job, { runAt: at.clock.now(), error: 'x' });
    await at.kernel.afterCommit.runEffects();
    expect([reactionsIn(at), at.problems]).toEqual([[], []]);
  });

  it('waits its turn on a case that somebody else works on, so that they do not clash', async () => {
    const complaining = defineReaction('complaining', letters, {
      async letterCorrected({ text }, here) {
        await here.dispatch(letters, 'complain', { reason: text }, { case: here.case });
      },
    });
    const store = new MemoryStore({ inTransaction: () => new Promise((resolve) => setImmediate(resolve)) });
    const at = noticeRoom([complaining], store);
    const id = await at.write();
    await at.correct(id, 'x');
    const commit = vi.spyOn(store, 'commit');
    const corrections = ['1', '2', '3', '4'].map((text) => at.correct(id, text));
    await Promise.all([at.react(), ...corrections]);
    expect(new Set(commit.mock.settledResults.map(({ value }) => (value as { done: boolean }).done))).toEqual(
      new Set([true]),
    );
  });

  it('reports a reaction that asks for a command there is not', async () => {
    const wrong = { name: 'wrong', from: letters, on: { letterWritten: lost } };
    async function lost(_: unknown, here: Parameters<(typeof lettersNotices.on)[string]>[1]) {
      await here.dispatch(notices, 'burn' as never, {} as never);
    }
    const at = noticeRoom([wrong]);
    await at.write();
    await at.react();
    expect(String(at.problems[0]?.error)).toContain('notice has no command "burn"');
  });
});
