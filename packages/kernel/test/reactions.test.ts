import { describe, expect, it } from 'vitest';
import { backoffMs } from '../src/after-commit/backoff.ts';
import { defineReaction, MemoryStore, type Reaction, StoreAway } from '../src/index.ts';
import { boards, clerk, letters, lettersNotices, notices, postRoom } from './letter.ts';

function room(reactions: readonly Reaction[] = [lettersNotices], store = new MemoryStore()) {
  const at = postRoom({ reactions, store });
  let board: string | undefined;
  return {
    ...at,
    react: () => at.kernel.afterCommit.react(),
    /** The board in hall A is full, or has room again. */
    async boardIs(full: boolean) {
      const data = { hall: 'A', full };
      if (board) await at.does(clerk, boards, 'change', data, board);
      else board = await at.begins(clerk, boards, 'create', data);
    },
    /** Once more for whatever waits: the clock goes on by a day. */
    nextDay: () => at.clockStrikes(new Date(Date.parse(at.clock.now()) + 86_400_000).toISOString()),
  };
}

describe('a reaction', () => {
  it('turns every fact into its command once, in the order of each case', async () => {
    const at = room();
    const id = await at.write('Anna');
    for (const text of ['1', '2', '3']) await at.correct(id, text);
    expect(await at.board()).toEqual([]);
    expect(await at.react()).toBe(4);
    expect(await at.board()).toEqual(['for Anna', '1', '2', '3']);
    await at.kernel.afterCommit.settle();
    expect(await at.board()).toHaveLength(4);
  });

  it('asks under a request id made from the fact, with the right to just this command', async () => {
    const at = room();
    const id = await at.write();
    await at.react();
    const [pinned] = at.store.history(at.office).filter(({ workflow }) => workflow === 'notice');
    expect(pinned).toMatchObject({
      by: { kind: 'system', id: 'letters-notices' },
      request: `reaction:letters-notices:${id}:1:0:0`,
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
    const at = room([watch]);
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
    const at = room();
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
    const at = room([fickle]);
    await at.write();
    await at.react();
    await at.nextDay();
    expect([times, at.board(), answers[1]]).toEqual([2, ['try 1'], undefined]);
    expect(await at.stuck()).toEqual([]);
  });

  it('may ask for several things of one fact, and of several facts of one step', async () => {
    const twice = defineReaction('twice', letters, {
      async letterWritten(_, here) {
        const first = await here.dispatch(notices, 'pin', { text: 'a' });
        await here.dispatch(notices, 'pin', { text: `b after ${first?.state}` });
      },
    });
    const at = room([twice]);
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
    const at = room([correcting]);
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
    const at = room([easy]);
    await at.boardIs(true);
    await at.write();
    await at.react();
    expect([answers, at.problems, at.store.waiting(at.office).length]).toEqual([[undefined], [], 1]);
  });
});

describe('a reaction that is refused', () => {
  it('is parked with its code, and what comes later of the same case queues up behind it; other cases go on', async () => {
    const at = room();
    const [held, free] = [await at.write('Anna'), await at.write('Ben')];
    await at.react();
    await at.boardIs(true);
    await at.correct(held, '1');
    await at.react();
    expect(at.problems).toMatchObject([{ where: 'reaction:letters-notices', error: { code: 'board_full' } }]);
    await at.boardIs(false);
    await at.correct(held, '2');
    await at.correct(free, 'free');
    await at.react();
    expect(at.board()).toEqual(['for Anna', 'for Ben', 'free']);
    const waiting = at.store.waiting(at.office).filter(({ effect }) => effect === 'reaction:letters-notices');
    expect(waiting).toEqual([
      {
        key: `reaction:letters-notices:${held}:0000000002`,
        effect: 'reaction:letters-notices',
        params: { version: 2 },
      },
      {
        key: `reaction:letters-notices:${held}:0000000003`,
        effect: 'reaction:letters-notices',
        params: { version: 3 },
      },
    ]);
    await at.nextDay();
    expect(at.board()).toEqual(['for Anna', 'for Ben', 'free', '1', '2']);
    expect(at.problems).toHaveLength(1);
  });

  it('in the middle of a batch holds up the rest of its case only', async () => {
    const at = room();
    await at.boardIs(true);
    const id = await at.write('Anna');
    for (const text of ['1', '2']) await at.correct(id, text);
    await at.react();
    expect(at.problems).toHaveLength(1); // one refusal; the other two wait behind it
    await at.boardIs(false);
    await at.nextDay();
    expect(at.board()).toEqual(['for Anna', '1', '2']);
  });

  it('is tried again after the first pause', async () => {
    const at = room();
    await at.boardIs(true);
    const id = await at.write();
    await at.react();
    await at.boardIs(false);
    const dueMs = Date.parse(at.clock.now()) + backoffMs(1, `reaction:letters-notices:${id}:0000000001`);
    at.clock.set(new Date(dueMs - 1).toISOString());
    await at.kernel.afterCommit.runEffects();
    expect(at.board()).toEqual([]);
    at.clock.set(new Date(dueMs).toISOString());
    await at.kernel.afterCommit.runEffects();
    expect(at.board()).toEqual(['for Anna']);
  });

  it('again and again waits for a person; once it is tried again all behind it follow in order', async () => {
    const at = room();
    await at.boardIs(true);
    const id = await at.write('Anna');
    await at.correct(id, '1');
    for (let day = 0; day < 12; day++) await at.nextDay();
    await at.correct(id, '2');
    await at.nextDay();
    const key = `reaction:letters-notices:${id}:0000000001`;
    expect(await at.stuck()).toMatchObject([
      { key, effect: 'reaction:letters-notices', error: 'board_full', attempts: 12 },
    ]);
    expect(await at.store.workItems(at.office)).toMatchObject([{ kind: 'effect.failed', case: id }]);
    await at.boardIs(false);
    await at.nextDay();
    expect(at.board()).toEqual([]);
    expect(await at.kernel.tryAgain(at.office, key)).toBe(true);
    await at.kernel.afterCommit.settle();
    expect(at.board()).toEqual(['for Anna', '1', '2']);
    expect([await at.stuck(), await at.store.workItems(at.office)]).toEqual([[], []]);
  });

  it('does not hold up another reaction to the same case', async () => {
    const other = defineReaction('counting', letters, {
      async letterCorrected({ text }, here) {
        await here.dispatch(letters, 'complain', { reason: text }, { case: here.case });
      },
    });
    const at = room([lettersNotices, other]);
    await at.boardIs(true);
    const id = await at.write();
    await at.correct(id, 'late');
    await at.react();
    expect(at.store.history(at.office).map(({ command }) => command)).toContain('complain');
    expect(at.board()).toEqual([]);
  });

  it('through a mistake of its own is parked with the name of the error', async () => {
    const broken = {
      ...lettersNotices,
      on: { letterWritten: () => Promise.reject(new TypeError('Anna is no number')) },
    };
    const at = room([broken]);
    await at.write();
    for (let day = 0; day < 12; day++) await at.nextDay();
    expect(await at.stuck()).toMatchObject([{ error: 'TypeError' }]);
  });

  it('since the store is away is not parked: the fact is handled once it is back', async () => {
    const at = room();
    const [first, second] = [await at.write('Anna'), await at.write('Ben')];
    const { load } = at.store;
    let underWay = 0;
    at.store.load = async (wanted) => {
      if (wanted.case === first) throw new StoreAway('gone');
      if (wanted.case !== second) return load.call(at.store, wanted);
      underWay += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return load.call(at.store, wanted);
    };
    await expect(at.react()).rejects.toThrow(StoreAway);
    expect(underWay).toBe(0); // nothing of it still goes on while the next one begins
    at.store.load = load;
    expect(await at.react()).toBe(3); // the second letter's notice was there already
    expect(at.board().toSorted()).toEqual(['for Anna', 'for Ben']);
    expect(at.problems).toEqual([]);
  });
});
