import { describe, expect, it } from 'vitest';
import { defineReaction } from '../src/index.ts';
import { letters, noticeRoom, notices } from './letter.ts';

describe('a reaction', () => {
  it('turns every fact into its command once, in the order of each case', async () => {
    const at = noticeRoom();
    const id = await at.write('Anna');
    for (const text of ['1', '2', '3']) await at.correct(id, text);
    expect(await at.board()).toEqual([]);
    expect(await at.react()).toBe(4);
    expect(await at.board()).toEqual(['for Anna', '1', '2', '3']);
    await at.kernel.afterCommit.settle();
    expect(await at.board()).toHaveLength(4);
  });

  it('asks under a request id made from the fact, with the right to just this command', async () => {
    const at = noticeRoom();
    const id = await at.write();
    await at.react();
    const [pinned] = at.store.history(at.office).filter(({ workflow }) => workflow === 'notice');
    expect(pinned).toMatchObject({
      by: { kind: 'system', id: 'letters-notices' },
      request: `reaction:letters-notices:${id}:1:0:notice.pin:0`,
    });
  });

  it('sees the fact whole with its personal fields, where and when it was told, and the case as it is now', async () => {
    const seen: unknown[] = [];
    const watch = defineReaction('watch', letters, {
      async letterWritten(fact, { office, case: id, version, at, context, read }) {
        seen.push(fact, { office, case: id, version, at, context });
        seen.push(await read({ lookups: [], from: () => 'read' }));
      },
    });
    const at = noticeRoom([watch]);
    const told = at.clock.now();
    const id = await at.write('Anna', 2);
    at.clock.advanceMinutes(5);
    await at.react();
    const context = { to: 'Anna', copies: 2 };
    expect(seen).toEqual([
      { type: 'letterWritten', to: 'Anna' },
      { office: at.office, case: id, version: 1, at: told, context },
      'read',
    ]);
  });

  it('that handles a fact again asks for the same, and nothing happens twice', async () => {
    const at = noticeRoom();
    await at.write();
    const { advance } = at.store.feed;
    at.store.feed.advance = async () => undefined; // the server dies before it notes how far it is
    expect(await at.react()).toBe(0);
    at.store.feed.advance = advance;
    at.clock.advanceMinutes(1);
    expect(await at.react()).toBe(2);
    expect(await at.board()).toEqual(['for Anna']);
  });

  it('that asks otherwise when it handles a fact again is done: the first word counts', async () => {
    let times = 0;
    const answers: unknown[] = [];
    const fickle = defineReaction('fickle', letters, {
      async letterWritten(_, here) {
        times += 1;
        answers.push(await here.dispatch(notices, 'pin', { text: `try ${times}` }));
        if (times === 1) throw new Error('and then it fails');
      },
    });
    const at = noticeRoom([fickle]);
    await at.write();
    await at.react();
    await at.nextDay();
    expect([times, at.board(), answers[1]]).toEqual([2, ['try 1'], undefined]);
    expect(at.store.waiting(at.office).map(({ effect }) => effect)).toEqual([]);
  });

  it('may ask for several things of one fact, and of several facts of one step', async () => {
    const twice = defineReaction('twice', letters, {
      async letterWritten(_, here) {
        const first = await here.dispatch(notices, 'pin', { text: 'a' });
        await here.dispatch(notices, 'pin', { text: `b after ${first?.state}` });
      },
    });
    const at = noticeRoom([twice]);
    await at.write();
    await at.react();
    expect(at.board()).toEqual(['a', 'b after pinned']);
  });

  it('may ask for a command on a case there is', async () => {
    const correcting = defineReaction('correcting', letters, {
      async courierReminded(_, here) {
        await here.dispatch(letters, 'correct', { text: `reminded ${here.version}` }, { case: here.case });
      },
    });
    const at = noticeRoom([correcting]);
    const id = await at.write();
    await at.minutesPass(10);
    expect(await at.facts(id)).toEqual(['letterWritten', 'courierReminded', 'letterCorrected']);
  });

  it('may name refusals that are fine, and is told nothing then', async () => {
    const answers: unknown[] = [];
    const easy = defineReaction('easy', letters, {
      async letterWritten(_, here) {
        answers.push(await here.dispatch(notices, 'pin', { text: 'x' }, { unless: ['board_full'] }));
      },
    });
    const at = noticeRoom([easy]);
    await at.boardIs(true);
    await at.write();
    await at.react();
    expect([answers, at.problems, at.store.waiting(at.office).length]).toEqual([[undefined], [], 1]);
  });
});
