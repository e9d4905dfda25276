import { instantOf } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, setup } from 'xstate';
import * as z from 'zod';
import { asSaid, decide, defineWorkflow, until } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { errands, strikes, WatchedStore } from './errand.ts';

const planner = actor('planner', 'errands.plan', 'errands.see', 'errands.lead');
const at9 = instantOf(Date.UTC(2026, 5, 30, 7));

async function asked() {
  const store = new WatchedStore();
  const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [errands, strikes], store });
  const id = await at.begins(planner, errands, 'ask', { who: 'Anna', day: 'tue' });
  return { at, store, id, last: () => store.commits.at(-1) };
}

describe('a step', () => {
  it('names the state with the states around it', async () => {
    const { at, id } = await asked();
    expect((await at.case(errands, id)).state).toBe('open.planned');
  });

  it('is told who asked, and emits its facts and effects in order', async () => {
    const { at, id, last } = await asked();
    const answer = await at.does(planner, errands, 'note', { text: 'wet' }, id);
    expect(answer).toMatchObject({ facts: [{ type: 'noted', text: 'wet by planner' }, { type: 'copied' }] });
    expect(last()?.jobs).toEqual([
      { key: `${id}:2:0`, effect: 'errand.tellDriver', params: { to: 'driver' } },
      { key: `${id}:2:1`, effect: 'errand.tellGuard', params: { to: 'GUARD' } },
    ]);
  });

  it('writes the rows of its facts, under the version of the machine, and keeps when the case was opened', async () => {
    const { at, id, last } = await asked();
    at.clock.set('2026-06-30T10:00:00+02:00');
    await at.does(planner, errands, 'note', { text: 'wet' }, id);
    expect(last()?.projections).toEqual([
      { text: 'insert into notes values ($1, $2, $3)', values: [at.office, 'wet by planner', 2] },
    ]);
    expect(last()).toMatchObject({
      log: { machineVersion: 3 },
      case: { machineVersion: 3, openedAt: at9, changedAt: '2026-06-30T08:00:00.000Z' },
    });
  });

  it('puts and drops only the work items that changed', async () => {
    const { at, id, last } = await asked();
    expect(last()?.workItems).toMatchObject({ put: [{ kind: 'errand.open' }], drop: [] });
    await at.does(planner, errands, 'setOut', {}, id);
    expect(last()?.workItems).toMatchObject({ put: [{ kind: 'errand.away' }], drop: [] });
    await at.does(planner, errands, 'note', { text: 'x' }, id);
    expect(last()?.workItems).toEqual({ put: [], drop: [] });
    await at.does(planner, errands, 'comeBack', {}, id);
    expect(last()?.workItems).toEqual({ put: [], drop: ['errand.away'] });
  });

  it('keeps what it was judged on, personal things apart, and tells it to the machine', async () => {
    const { at, id, last } = await asked();
    await at.begins(planner, strikes, 'create', { day: 'everyday', lines: 9 });
    await at.begins(planner, strikes, 'create', { day: 'tue', lines: 4 });
    await at.does(planner, errands, 'setOut', {}, id);
    const log = last()?.log;
    expect(log).toMatchObject({ known: { strikes: [4], asked: [null] }, personal: { '/known/asked/0': 'everyday' } });
    expect(log && asSaid(log).known).toEqual({ strikes: [4], asked: ['everyday'] });
    expect((await at.case(errands, id)).snapshot.context).toMatchObject({ strikes: [4] });
  });

  it('salts every row differently', async () => {
    const { at, id, store } = await asked();
    for (let n = 0; n < 300; n++) await at.does(planner, errands, 'note', { text: 'x' }, id);
    const salts = store.commits.map(({ log }) => Buffer.from(log.salt ?? []).toString('hex'));
    expect(new Set(salts).size).toBe(301);
  });
});

describe('timers', () => {
  const ids = ['xstate.after.forget.errand.open', 'xstate.after.nudge.errand.open.planned'];

  it('leave with their own state, and stay with the one around it', async () => {
    const { at, id } = await asked();
    expect(Object.keys((await at.case(errands, id)).timers).sort()).toEqual(ids);
    await at.does(planner, errands, 'setOut', {}, id);
    expect(Object.keys((await at.case(errands, id)).timers)).toEqual([ids[0]]);
  });

  it('fire again when their state is entered again', async () => {
    const { at, id } = await asked();
    await at.minutesPass(2);
    await at.does(planner, errands, 'setOut', {}, id);
    await at.does(planner, errands, 'comeBack', {}, id);
    await at.minutesPass(2);
    expect(await at.facts(id)).toEqual(['nudged', 'nudged']);
  });

  it('are all fired in one go, counted, and none is left on a case that is done', async () => {
    const { at, id } = await asked();
    at.clock.set('2026-06-30T12:00:00+02:00');
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(2);
    expect(await at.case(errands, id)).toMatchObject({ state: 'done', timers: {} });
  });

  it('are fired in as many rounds as it takes', async () => {
    const { at } = await asked();
    for (let n = 0; n < 150; n++) await at.begins(planner, errands, 'ask', { who: 'Ben', day: 'wed' });
    at.clock.set('2026-06-30T09:01:00+02:00');
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(151);
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(0);
  });

  it('of a workflow that is not among the modules are reported, and hold up no others', async () => {
    const { at } = await asked();
    const without = scene({ at: '2026-06-30T12:00:00+02:00', definitions: [strikes], store: at.store });
    expect(await without.kernel.afterCommit.fireDueTimers()).toBe(0);
    expect(String(without.problems[0]?.error)).toContain('"errand", which is not among the modules');
  });

  it('that are due already fire at once', () => {
    expect(until(at9, instantOf(0))).toBe(0);
    expect(until(at9, instantOf(Date.UTC(2026, 5, 30, 7, 1)))).toBe(60_000);
  });
});

describe('what is possible', () => {
  it('is named when something is not: commands of the state and of those around it, no timers', async () => {
    const { at, id } = await asked();
    const answer = await at.does(planner, errands, 'comeBack', {}, id);
    expect(answer.refused).toMatchObject({ figures: { state: 'open.planned' } });
    const { possible } = answer.refused?.figures ?? {};
    expect([...(possible as string[])].sort()).toEqual(['finish', 'note', 'setOut']);
  });

  it('is nothing once the case is done, not even what the whole machine handles', async () => {
    const { at, id } = await asked();
    await at.does(planner, errands, 'finish', {}, id);
    const answer = await at.does(planner, errands, 'note', { text: 'x' }, id);
    expect(answer.refused).toEqual({ code: 'not_now', figures: { state: 'done', possible: [] } });
  });

  it('is judged without the input first: what a screen does not offer is refused for that reason', async () => {
    const { at, id } = await asked();
    await at.minutesPass(2);
    await at.does(planner, errands, 'setOut', {}, id);
    await at.does(planner, errands, 'comeBack', {}, id);
    expect((await at.does(planner, errands, 'note', { text: '' }, id)).refused?.code).toBe('note_empty');
    await at.minutesPass(2);
    expect((await at.does(planner, errands, 'note', { text: '' }, id)).refused?.code).toBe('too_late');
  });
});

describe('a machine that the kernel cannot run', () => {
  const run = (machine: AnyStateMachine) => {
    const spec = { input: z.strictObject({}), needs: 'm.begin' } as const;
    const m = defineWorkflow({
      name: 'm',
      version: 1,
      machine,
      facts: {},
      read: 'm.read',
      start: { begin: spec },
      commands: {},
    });
    const who = actor('x', 'm.begin');
    const decision = decide(m, undefined, { type: 'begin', input: {} }, { at: at9, actor: who, known: {} });
    return { m, decision };
  };

  it('has parallel states', () => {
    const region = { initial: 'only', states: { only: {} } };
    const machine = setup({}).createMachine({ id: 'm', type: 'parallel', states: { a: region, b: region } });
    expect(() => run(machine)).toThrow('no parallel states');
  });

  it('starts another machine', () => {
    const child = setup({}).createMachine({ id: 'child' });
    const machine = setup({ actors: { child } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { invoke: { src: 'child' } } },
    });
    expect(() => run(machine)).toThrow('the kernel runs no "xstate.spawn');
  });

  it('names an effect that nobody declared', async () => {
    const machine = setup({ actions: { ring: () => {} } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { entry: 'ring' } },
    });
    const { m } = run(machine);
    const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [m] });
    await expect(at.does(actor('x', 'm.begin'), m, 'begin', {})).rejects.toThrow(
      'an effect "ring" that nobody declared',
    );
  });
});
