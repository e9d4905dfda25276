import { newId } from '@front-office/values';
import { describe, expect, it, vi } from 'vitest';
import type { ManyProgress, One } from '../src/index.ts';
import { actor } from '../src/testing/index.ts';
import { clerk, letters, postRoom } from './letter.ts';

type Item = One<{ to: string; copies: number }>;
const wish = (request: string, copies = 1): Item => ({ request, input: { to: 'Anna', copies } });
const wishes = (count: number) => Array.from({ length: count }, (_, n) => wish(`r${n}`));

function room() {
  const at = postRoom();
  const commitAll = vi.spyOn(at.store, 'commitAll');
  const asked = { office: at.office, actor: clerk };
  return {
    ...at,
    /** How many commits were tried together, call by call. */
    together: () => commitAll.mock.calls.map(([commits]) => commits.length),
    async writeAll(items: Iterable<Item> | AsyncIterable<Item>, batch?: number, who = clerk) {
      const told: ManyProgress[] = [];
      for await (const progress of at.kernel.dispatchMany(letters, 'write', { ...asked, actor: who, items, batch }))
        told.push(progress);
      return told;
    },
    async correctAll(items: readonly One<{ text: string }>[], batch?: number) {
      const told: ManyProgress[] = [];
      for await (const progress of at.kernel.dispatchMany(letters, 'correct', { ...asked, items, batch }))
        told.push(progress);
      return told;
    },
    requests: () => at.store.history(at.office).map(({ request }) => request),
  };
}
const counts = (told: readonly ManyProgress[]) => {
  const { accepted, repeated, refused } = told.at(-1) ?? {};
  return { accepted, repeated, refused };
};

describe('many commands', () => {
  it('are carried out batch by batch, each with its log row and its effect, and tell how far they are', async () => {
    const at = room();
    const told = await at.writeAll(wishes(7), 3);
    expect(told).toEqual([3, 6, 7].map((accepted) => ({ accepted, repeated: 0, refused: 0, refusals: [] })));
    expect(at.together()).toEqual([3, 3, 1]);
    expect(at.requests()).toEqual(wishes(7).map(({ request }) => request));
    expect(at.store.waiting(at.office)).toHaveLength(7);
    expect(await at.writeAll([])).toEqual([]);
  });

  it('go two thousand at a time, and may come from a file that is still being read', async () => {
    async function* lines() {
      yield* wishes(2_001);
    }
    const at = room();
    expect((await at.writeAll(lines())).map(({ accepted }) => accepted)).toEqual([2_000, 2_001]);
  });

  it('that were broken off are begun again: what was accepted is left out', async () => {
    const at = room();
    const items = wishes(10);
    const run = at.kernel.dispatchMany(letters, 'write', { office: at.office, actor: clerk, items, batch: 4 });
    await run.next();
    await run.return(undefined);
    expect(at.requests()).toHaveLength(4);
    expect(counts(await at.writeAll(items, 4))).toEqual({ accepted: 6, repeated: 4, refused: 0 });
    expect(counts(await at.writeAll(items, 4))).toEqual({ accepted: 0, repeated: 10, refused: 0 });
    expect(at.requests()).toHaveLength(10);
  });

  it.each([1, 2, 3, 100])('of which some come twice are carried out once, in batches of %i', async (batch) => {
    const at = room();
    const told = await at.writeAll([wish('a'), wish('b'), wish('a'), wish('c'), wish('a')], batch);
    expect(counts(told)).toEqual({ accepted: 3, repeated: 2, refused: 0 });
    expect(at.requests().toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('that are refused are named with their refusal, and the others go on', async () => {
    const at = room();
    const [first, second] = await at.writeAll([wish('a'), wish('b', 0), wish('timer:x'), wish('c'), wish('d', -1)], 4);
    const refusal = { code: 'input_invalid', figures: { fields: ['copies: too_small'] } };
    const reserved = { code: 'input_invalid', figures: { fields: ['request: reserved'] } };
    expect(first).toMatchObject({ accepted: 2, refused: 2 });
    expect(first?.refusals).toEqual([
      { request: 'b', refusal },
      { request: 'timer:x', refusal: reserved },
    ]);
    expect(second).toEqual({ accepted: 2, repeated: 0, refused: 3, refusals: [{ request: 'd', refusal }] });
    expect(at.requests()).toEqual(['a', 'c']);
  });

  it('of somebody who may not are all refused, and nothing is read for them', async () => {
    const at = room();
    const loads = vi.spyOn(at.store, 'loadAll');
    const [told] = await at.writeAll([wish('a')], 9, actor('stranger', 'letters.read'));
    expect(told?.refusals).toEqual([
      { request: 'a', refusal: { code: 'not_permitted', figures: { needs: 'letters.write' } } },
    ]);
    expect(loads).not.toHaveBeenCalled();
  });

  it('that clash are halved until the clashing one stands alone; it is judged by itself', async () => {
    const at = room();
    const { requests } = at.store;
    at.store.requests = async (...asked) => {
      const known = await requests.apply(at.store, asked);
      await at.does(clerk, letters, 'write', { to: 'Anna', copies: 1 }, undefined, 'r5'); // somebody is faster
      return known;
    };
    expect(counts(await at.writeAll(wishes(8)))).toEqual({ accepted: 8, repeated: 0, refused: 0 });
    expect(at.together()).toEqual([8, 4, 4, 2, 1, 1, 2]);
    expect(at.requests()).toHaveLength(8);
  });

  it('on cases work on each as it is, also when one is asked for twice, or is not there, or is older', async () => {
    const at = room();
    const ids = [await at.write(), await at.write()];
    const [one = '', two = ''] = ids;
    const text = (request: string, id: string) => ({ request, case: id, input: { text: request } });
    const nobody = newId();
    const told = await at.correctAll([
      text('a', one),
      text('b', two),
      text('c', one),
      text('d', nobody),
      text('e', one),
    ]);
    expect(counts(told)).toEqual({ accepted: 4, repeated: 0, refused: 1 });
    expect(told[0]?.refusals).toEqual([{ request: 'd', refusal: { code: 'not_found', figures: {} } }]);
    const log = await at.store.log(at.office, one);
    expect(log.map(({ request, version }) => [request, version]).slice(1)).toEqual([
      ['a', 2],
      ['c', 3],
      ['e', 4],
    ]);
    await at.does(clerk, letters, 'taken', { receipt: 'R' }, one);
    const late = await at.correctAll([text('f', one), text('g', two)]);
    expect(late[0]).toMatchObject({ accepted: 1, refusals: [{ request: 'f', refusal: { code: 'not_now' } }] });
  });

  it('that erase their cases do so one by one, with what is left of the log', async () => {
    const at = room();
    const ids = [await at.write('Anna'), await at.write('Ben')];
    const items = ids.map((id, n) => ({ request: `s${n}`, case: id, input: {} }));
    const told: ManyProgress[] = [];
    for await (const progress of at.kernel.dispatchMany(letters, 'shred', { office: at.office, actor: clerk, items }))
      told.push(progress);
    expect(counts(told)).toEqual({ accepted: 2, repeated: 0, refused: 0 });
    for (const id of ids) {
      const [write, shred] = await at.store.log(at.office, id);
      expect(write?.personal).toEqual({});
      expect(shred?.known).toEqual({ remains: { '1': expect.any(String) } });
    }
  });

  it('wake the background after each batch', async () => {
    const at = room();
    const background = at.kernel.afterCommit.start();
    await at.writeAll(wishes(3));
    await expect.poll(() => at.store.waiting(at.office).length).toBe(0);
    await background.stop();
  });

  it('of a kind that there is not are a bug', async () => {
    const at = room();
    const run = at.kernel.dispatchMany(letters, 'burn' as never, {
      office: at.office,
      actor: clerk,
      items: wishes(1) as never,
    });
    await expect(run.next()).rejects.toThrow('letter has no command "burn"');
  });
});
