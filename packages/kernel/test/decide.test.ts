import { Instant } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { emit, setup } from 'xstate';
import * as z from 'zod';
import { decideTimer } from '../src/decide.ts';
import { type Decision, decide, defineWorkflow, type Given, refuse } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { parcels, shelves } from './parcel.ts';

const at = Instant.parse('2026-06-30T09:00:00+02:00');
const shelf = '0190a0b0-0000-7000-8000-000000000001';
const clerk = actor('clerk', 'parcels.accept', 'parcels.keep');
const room = { shelf: { name: 'A', full: false } };

function accepted() {
  const decision = decide(
    parcels,
    undefined,
    { type: 'accept', input: { addressee: 'Anna', shelf } },
    { at, actor: clerk, known: room },
  );
  if (decision.refused) throw new Error(decision.refused.code);
  return decision;
}
const kept = () => ({ ...accepted().next, version: 1 });

function nextOf({ next }: Decision) {
  if (!next) throw new Error('refused');
  return next;
}

describe('decide', () => {
  it('answers the next snapshot, facts, effects and timers of a start', () => {
    const { next, facts, effects } = accepted();
    expect(next).toMatchObject({
      state: 'kept',
      tags: ['open'],
      snapshot: { value: 'kept', context: { addressee: 'Anna' } },
    });
    expect(facts).toEqual([{ type: 'parcelAccepted', shelf }]);
    expect(effects).toEqual([{ type: 'printSlip', params: { shelf } }]);
    expect(next.timers).toEqual({
      'xstate.after.remindAfter.parcel.kept': { token: 1, due: '2026-06-30T07:01:00.000Z' },
      'xstate.after.endOfYear.parcel.kept': { token: 1, due: '2026-12-31T23:00:00.000Z' },
    });
  });

  it('is pure: the same question gives the same answer, and what it was given stays as it was', () => {
    const before = Object.freeze(kept());
    const ask = () =>
      decide(parcels, before, { type: 'handOver', input: { to: 'Ben' } }, { at, actor: clerk, known: {} });
    expect(ask()).toEqual(ask());
    expect(before).toEqual(kept());
  });

  it('asks for the permission before it tells anything of the state', () => {
    const stranger = actor('stranger');
    const decision = decide(
      parcels,
      kept(),
      { type: 'handOver', input: { to: 'Ben' } },
      { at, actor: stranger, known: {} },
    );
    expect(decision.refused).toEqual({ code: 'not_permitted', figures: { needs: 'parcels.keep' } });
  });

  it('says what is possible instead when the state does not allow a command', () => {
    const gone = decide(parcels, kept(), { type: 'handOver', input: { to: 'Ben' } }, { at, actor: clerk, known: {} });
    const again = decide(
      parcels,
      { ...nextOf(gone), version: 2 },
      { type: 'move', input: { shelf } },
      { at, actor: clerk, known: room },
    );
    expect(again.refused).toEqual({ code: 'not_now', figures: { state: 'handedOver', possible: [] } });
  });

  it('a command that changes nothing but is handled is accepted', () => {
    const decision = decide(parcels, kept(), { type: 'move', input: { shelf } }, { at, actor: clerk, known: room });
    expect(decision.refused).toBeUndefined();
  });

  it('judges `when` before `rules`, and names the figures it judged on', () => {
    const early = decide(parcels, kept(), { type: 'sendBack', input: {} }, { at, actor: clerk, known: {} });
    expect(early.refused).toEqual({ code: 'too_early', figures: { since: at } });
    const full = decide(
      parcels,
      kept(),
      { type: 'move', input: { shelf } },
      { at, actor: clerk, known: { shelf: { name: 'B', full: true } } },
    );
    expect(full.refused).toEqual({ code: 'shelf_full', figures: { shelf: 'B' } });
  });

  it('leaving the state takes its timers along', () => {
    const decision = decide(
      parcels,
      kept(),
      { type: 'handOver', input: { to: 'Ben' } },
      { at, actor: clerk, known: {} },
    );
    expect(decision.next?.timers).toEqual({});
  });

  it('a timer fires once, and a stale one not at all', () => {
    const before = kept();
    const id = 'xstate.after.remindAfter.parcel.kept';
    const fired = decideTimer(parcels, before, { id, token: 1 }, at);
    expect(fired?.next?.timers).not.toHaveProperty([id]);
    expect(fired).toMatchObject({ facts: [{ type: 'addresseeReminded' }] });
    expect(
      decideTimer(parcels, { ...before, timers: fired?.next?.timers ?? {} }, { id, token: 1 }, at),
    ).toBeUndefined();
    expect(decideTimer(parcels, before, { id, token: 7 }, at)).toBeUndefined();
  });
});

describe('rules', () => {
  const begin = { input: z.strictObject({}), needs: 'm.begin' } as const;
  const strict = z.strictObject({});
  const who = actor('x', 'm.begin');
  const states: string[] = [];
  const sees = ({ state }: Pick<Given, 'state'>) => {
    states.push(state);
    return undefined;
  };
  const never = () => refuse('never');
  const door = defineWorkflow({
    name: 'door',
    version: 1,
    machine: setup({}).createMachine({
      id: 'door',
      initial: 'open',
      states: {
        open: { always: { guard: () => false, target: 'shut' }, on: { knock: { actions: emit({ type: 'knocked' }) } } },
        shut: { on: { push: 'open' } },
      },
    }),
    facts: {},
    read: 'm.read',
    start: { begin: { ...begin, rules: [sees] } },
    commands: { knock: { ...begin, when: [sees, sees], rules: [sees, never] }, push: { ...begin, input: strict } },
  });
  const ask = (before: Parameters<typeof decide>[1], type: string) =>
    decide(door, before, { type, input: {} }, { at, actor: who, known: {} });

  it('see the state of the case, which a start has not; each is asked until one refuses', () => {
    const begun = ask(undefined, 'begin');
    const answer = ask({ ...nextOf(begun), version: 1 }, 'knock');
    expect(answer.refused?.code).toBe('never');
    expect(states).toEqual(['', 'open', 'open', 'open']);
  });

  it('are not what is possible: that are the commands of the state, not what it does by itself', () => {
    const begun = ask(undefined, 'begin');
    const answer = ask({ ...nextOf(begun), version: 1 }, 'push');
    expect(answer.refused).toEqual({ code: 'not_now', figures: { state: 'open', possible: ['knock'] } });
  });
});

it('a record is found by the one tag that records have', async () => {
  const { kernel, office, begins } = scene({ at, definitions: [shelves] });
  const id = await begins(actor('planner', 'parcels.plan'), shelves, 'create', { name: 'A', full: false });
  const listed = await kernel.list({ office, workflow: 'shelf', tag: 'current', limit: 9 });
  expect(listed.map((row) => row.id)).toEqual([id]);
});

describe('a machine with a mistake', () => {
  const strict = z.strictObject({});
  const machineOf = (on: Record<string, unknown>) =>
    setup({}).createMachine({ id: 'm', initial: 'a', states: { a: { on: on as never } } });
  const define = (machine: ReturnType<typeof machineOf>) =>
    defineWorkflow({
      name: 'm',
      version: 1,
      machine,
      facts: {},
      read: 'm.read',
      start: { begin: { input: strict, needs: 'm.begin' } },
      commands: { go: { input: strict, needs: 'm.go' } },
    });

  it('is found when it is defined: a command that nothing handles', () => {
    expect(() => define(machineOf({}))).toThrow('no state handles the command "go"');
  });

  it('is found when it is defined: a handler that is no command', () => {
    expect(() => define(machineOf({ go: 'a', stop: 'a' }))).toThrow(
      '"stop" is handled by the machine but is no command',
    );
  });

  it('is found when it is defined: an input that takes unknown fields', () => {
    expect(() =>
      defineWorkflow({
        name: 'm',
        version: 1,
        machine: machineOf({}),
        facts: {},
        read: 'm.read',
        start: { begin: { input: z.object({}), needs: 'm.begin' } },
        commands: {},
      }),
    ).toThrow('strictObject');
  });

  it('throws when every guard is closed: guards choose between branches, rules refuse', () => {
    const m = define(machineOf({ go: { guard: () => false, target: 'a' } }));
    const who = actor('x', 'm.go', 'm.begin');
    const begun = decide(m, undefined, { type: 'begin', input: {} }, { at, actor: who, known: {} });
    expect(() =>
      decide(m, { ...nextOf(begun), version: 1 }, { type: 'go', input: {} }, { at, actor: who, known: {} }),
    ).toThrow('every guard of "go" is closed');
  });
});
