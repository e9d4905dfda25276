import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { type Consumer, relay } from '../src/after-commit/relay.ts';
import { MemoryStore } from '../src/index.ts';
import { ManualClock } from '../src/testing/index.ts';
import { sampleCommit } from '../src/testing/sample-commit.ts';
import { nineOClock } from './letter.ts';

/** A post room where letters are entered by number: the request is the letter's number. */
function mail(store = new MemoryStore()) {
  const clock = new ManualClock(nineOClock);
  const office = newId();
  const enter = (...numbers: readonly (number | string)[]) =>
    Promise.all(numbers.map((number) => store.commit(sampleCommit({ office, request: String(number) }))));
  const reader = (handle?: Partial<Consumer>) => {
    const read: string[][] = [];
    const consumer: Consumer = {
      name: 'reader',
      batch: 3,
      async handle(rows, cursor, to) {
        read.push(rows.map(({ request }) => request));
        return store.feed.advance(cursor, to);
      },
      ...handle,
    };
    return { read, relay: relay({ store, now: clock.now }, consumer) };
  };
  return { store, clock, enter, reader };
}

describe('the relay', () => {
  it('tells everything once, batch by batch, and then what is new', async () => {
    const { enter, reader } = mail();
    const { read, relay } = reader();
    await enter(1, 2, 3, 4, 5, 6, 7);
    expect(await relay()).toBe(7);
    expect(read).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7']]);
    expect(await relay()).toBe(0);
    await enter(8);
    expect(await relay()).toBe(1);
    expect(read.at(-1)).toEqual(['8']);
  });

  it('tells nothing when there is nothing, also after a whole batch', async () => {
    const { enter, reader } = mail();
    const { read, relay } = reader();
    expect(await relay()).toBe(0);
    await enter(1, 2, 3);
    expect(await relay()).toBe(3);
    expect(read).toEqual([['1', '2', '3']]);
  });

  it('keeps a cursor for each consumer', async () => {
    const { enter, reader } = mail();
    const [one, other] = [reader(), reader({ name: 'other' })];
    await enter(1, 2);
    expect([await one.relay(), await other.relay()]).toEqual([2, 2]);
  });

  it('does not skip a transaction that ends late: what came after it waits for it', async () => {
    const ends = new Map<string, () => void>();
    let next = '';
    const store = new MemoryStore({ inTransaction: () => new Promise((resolve) => ends.set(next, resolve)) });
    const { enter, reader } = mail(store);
    const { read, relay } = reader();
    const entering: Promise<unknown>[] = [];
    for (next of ['early', 'late', 'later']) entering.push(enter(next));
    ends.get('early')?.();
    ends.get('later')?.();
    await Promise.all([entering[0], entering[2]]);
    expect(await relay()).toBe(1);
    expect(read).toEqual([['early']]);
    ends.get('late')?.();
    await entering[1];
    expect(await relay()).toBe(2);
    expect(read).toEqual([['early'], ['late', 'later']]);
  });

  it('of two at once lets one go on, and each row is handled by one', async () => {
    const { enter, reader } = mail();
    const [one, other] = [reader(), reader()];
    await enter(1, 2, 3, 4, 5, 6, 7, 8);
    const told = await Promise.all([one.relay(), other.relay()]);
    expect(told.reduce((sum, each) => sum + each)).toBe(8);
    expect([...one.read, ...other.read].flat().sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('leaves it to whoever holds the cursor, until that one has been silent for thirty seconds', async () => {
    const { store, clock, enter, reader } = mail();
    const dead = reader({ handle: () => new Promise(() => {}) });
    const { relay } = reader();
    await enter(1);
    void dead.relay();
    expect(await relay()).toBe(0);
    clock.set('2026-06-30T09:00:29.999+02:00');
    expect(await relay()).toBe(0);
    clock.set('2026-06-30T09:00:30+02:00');
    expect(await relay()).toBe(1);
    const free = await store.feed.hold({ consumer: 'reader', now: clock.now(), until: clock.now() });
    expect(free).toBeDefined();
  });

  it('that fails stays where it was, and gives the cursor back at once', async () => {
    const { enter, reader } = mail();
    const failing = reader({ handle: () => Promise.reject(new Error('out of paper')) });
    const { read, relay } = reader();
    await enter(1, 2);
    await expect(failing.relay()).rejects.toThrow('out of paper');
    expect(await relay()).toBe(2);
    expect(read).toEqual([['1', '2']]);
  });

  it('takes no cursor while there is nothing new, and sees what another one has handled', async () => {
    const { store, enter, reader } = mail();
    let holds = 0;
    const { hold } = store.feed;
    store.feed.hold = (ask) => {
      holds += 1;
      return hold.call(store.feed, ask);
    };
    const [one, other] = [reader(), reader()];
    await enter(1);
    expect([await one.relay(), holds]).toEqual([1, 1]);
    expect([await one.relay(), holds]).toEqual([0, 1]);
    await enter(2);
    expect([await other.relay(), holds]).toEqual([1, 2]);
    expect([await one.relay(), holds]).toEqual([0, 3]); // it must look who has handled the second
    expect([await one.relay(), holds]).toEqual([0, 3]);
  });

  it('that lost its cursor while it was busy counts nothing and goes no further', async () => {
    const { enter, reader } = mail();
    let handled = 0;
    const slow = reader({
      async handle() {
        handled += 1;
        return undefined;
      },
    });
    await enter(1, 2, 3, 4);
    expect([await slow.relay(), handled]).toEqual([0, 1]);
  });
});
