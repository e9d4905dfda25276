import { type Instant, instantOf, MINUTE_MS } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';
import { type CommandsOf, defineWorkflow, MemoryStore, StoreAway, until } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { nineOClock } from './letter.ts';

// A meeting room: a first and a second call by named delays, and the end at an hour of the clock.
const fact = z.object({});
const inputs = { open: z.strictObject({ endsAt: z.string() }), extend: z.strictObject({}) };
type Command = CommandsOf<typeof inputs>;
const machine = setup({
  types: {} as {
    context: { readonly at: Instant; readonly endsAt: Instant };
    input: Extract<Command, { type: 'open' }>;
    events: Command;
    emitted: { type: 'called' | 'ended' };
  },
  delays: { call: 10 * MINUTE_MS, end: ({ context }) => until(context.at, context.endsAt) },
}).createMachine({
  id: 'meeting',
  context: ({ input }) => ({ at: input.at, endsAt: instantOf(new Date(input.endsAt)) }),
  initial: 'quiet',
  states: {
    quiet: {
      on: { extend: { target: 'quiet', reenter: true, actions: assign({ at: ({ event }) => event.at }) } },
      after: {
        call: {
          target: 'called',
          // The state that is entered sets its own timer, from now on.
          actions: [assign({ at: ({ event }) => event.at }), emit({ type: 'called' })],
        },
        end: 'over',
      },
    },
    called: { after: { end: 'over' } },
    over: { type: 'final', entry: emit({ type: 'ended' }) },
  },
});
const meetings = defineWorkflow({
  name: 'meeting',
  version: 1,
  machine,
  facts: { called: fact, ended: fact },
  read: 'rooms.see',
  start: { open: { input: inputs.open, needs: 'rooms.use' } },
  commands: { extend: { input: inputs.extend, needs: 'rooms.use' } },
});
const guest = actor('guest', 'rooms.use', 'rooms.see');

function room(store = new MemoryStore(), office?: string) {
  const at = scene({ at: nineOClock, definitions: [meetings], store, ...(office && { office }) });
  return { ...at, open: (endsAt = '2026-06-30T12:00:00+02:00') => at.begins(guest, meetings, 'open', { endsAt }) };
}
const clock = (time: string) => `2026-06-30T${time}+02:00`;

describe('a timer', () => {
  it('fires when its named delay has passed, not a millisecond earlier', async () => {
    const at = room();
    const id = await at.open();
    await at.clockStrikes(clock('09:09:59.999'));
    expect(await at.facts(id)).toEqual([]);
    await at.clockStrikes(clock('09:10:00'));
    expect(await at.facts(id)).toEqual(['called']);
    const [, fired] = await at.store.log(at.office, id);
    expect(fired).toMatchObject({
      command: 'xstate.after.call.meeting.quiet',
      by: { kind: 'system', id: 'clock' },
      request: `timer:${id}:1:xstate.after.call.meeting.quiet`,
    });
  });

  it('with an hour of the clock fires then, however often its state was left and entered', async () => {
    const at = room();
    const id = await at.open('2026-06-30T09:30:00+02:00');
    for (const time of ['09:07:00', '09:14:00', '09:21:00']) {
      await at.clockStrikes(clock(time));
      await at.does(guest, meetings, 'extend', {}, id);
    }
    const { timers } = await at.case(meetings, id);
    expect(timers['xstate.after.end.meeting.quiet']).toEqual({ token: 4, due: instantOf(new Date(clock('09:30:00'))) });
    await at.clockStrikes(clock('09:30:00'));
    expect(await at.facts(id)).toEqual(['ended']);
  });

  it('whose hour has passed already when it is set fires at once', async () => {
    const at = room();
    const id = await at.open('2026-06-30T08:00:00+02:00');
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(1);
    expect(await at.facts(id)).toEqual(['ended']);
  });

  it('that was told due but whose state was left meanwhile is dropped', async () => {
    const at = room();
    const id = await at.open();
    const { due } = at.store;
    at.clock.set(clock('09:10:00'));
    at.store.due = async (...asked) => {
      const told = await due.apply(at.store, asked);
      at.store.due = due;
      await at.does(guest, meetings, 'extend', {}, id);
      return told;
    };
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(0);
    expect([await at.facts(id), at.problems]).toEqual([[], []]);
    expect((await at.case(meetings, id)).version).toBe(2);
  });

  it('is fired once, also by two servers that look at the same moment, and again and again', async () => {
    const store = new MemoryStore({ inTransaction: () => new Promise((resolve) => setImmediate(resolve)) });
    const one = room(store);
    const other = room(store, one.office);
    const ids = await Promise.all(Array.from({ length: 20 }, () => one.open()));
    for (const { clock: own } of [one, other]) own.set(clock('12:00:00'));
    const fire = () => [one, other, one].map(({ kernel }) => kernel.afterCommit.fireDueTimers());
    const fired = [...(await Promise.all(fire())), ...(await Promise.all(fire()))];
    expect(fired.reduce((sum, each) => sum + each)).toBeGreaterThanOrEqual(40);
    for (const id of ids) expect(await one.facts(id)).toEqual(['called', 'ended']);
    expect([...one.problems, ...other.problems]).toEqual([]);
  });

  it('that fails is reported and tried at the next look; the others are not held up by it', async () => {
    const at = room();
    const [sick, well] = [await at.open(), await at.open()];
    const { load } = at.store;
    at.store.load = async (wanted) => {
      if (wanted.case === sick) throw new Error('a disk block is unreadable');
      return load.call(at.store, wanted);
    };
    at.clock.set(clock('09:10:00'));
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(1);
    expect(await at.facts(well)).toEqual(['called']);
    expect(at.problems).toMatchObject([{ where: 'timer xstate.after.call.meeting.quiet', error: { message: /disk/ } }]);
    at.store.load = load;
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(1);
    expect(await at.facts(sick)).toEqual(['called']);
  });

  it('finds the store away and says so to whoever asked, once', async () => {
    const at = room();
    await at.open();
    at.store.load = () => Promise.reject(new StoreAway('gone'));
    at.clock.set(clock('09:10:00'));
    await expect(at.kernel.afterCommit.fireDueTimers()).rejects.toThrow(StoreAway);
    expect(at.problems).toEqual([]);
  });

  it('of a case that was erased meanwhile is nothing', async () => {
    const at = room();
    const id = await at.open();
    const due = await at.store.due(instantOf(new Date(clock('13:00:00'))), 9);
    await at.kernel.erase(meetings, { office: at.office, actor: guest, case: id, request: 'e' });
    at.store.due = async () => due;
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(0);
    expect([await at.store.log(at.office, id), at.problems]).toMatchObject([[{}, {}], []]);
  });

  it('holds up nothing when a hundred and more of them can never fire', async () => {
    const at = room();
    const ids = await Promise.all(Array.from({ length: 250 }, () => at.open()));
    const sick = new Set(ids.slice(0, 240));
    const { load } = at.store;
    at.store.load = async (wanted) => {
      if (wanted.case && sick.has(wanted.case)) throw new Error('unreadable');
      return load.call(at.store, wanted);
    };
    at.clock.set(clock('09:10:00'));
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(10);
    expect(at.problems).toHaveLength(240);
  });

  it('goes by the clock that the program was given, whatever time it is', async () => {
    const at = room();
    const id = await at.open();
    await at.minutesPass(180);
    const log = await at.store.log(at.office, id);
    expect(log.map((row) => row.at)).toEqual(
      ['09:00', '09:10', '12:00'].map((time) => instantOf(new Date(clock(`${time}:00`)))),
    );
  });
});
