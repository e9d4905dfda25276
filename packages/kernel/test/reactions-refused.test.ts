import { describe, expect, it } from 'vitest';
import { backoffMs } from '../src/after-commit/backoff.ts';
import { defineReaction, StoreAway } from '../src/index.ts';
import { letters, lettersNotices, noticeRoom } from './letter.ts';

describe('a reaction that is refused', () => {
  it('is parked with its code, and what comes later of the same case queues up behind it; other cases go on', async () => {
    const at = noticeRoom();
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
    const at = noticeRoom();
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
    const at = noticeRoom();
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
    const at = noticeRoom();
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
    const at = noticeRoom([lettersNotices, other]);
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
    const at = noticeRoom([broken]);
    await at.write();
    for (let day = 0; day < 12; day++) await at.nextDay();
    expect(await at.stuck()).toMatchObject([{ error: 'TypeError' }]);
  });

  it('since the store is away is not parked: the fact is handled once it is back', async () => {
    const at = noticeRoom();
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
