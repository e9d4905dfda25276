import { type Instant, msBetween, plusMs } from '@front-office/values';
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  getNextTransitions,
  initialTransition,
  transition,
} from 'xstate';
import { type Actor, actorRef, may } from './actor.ts';
import type { CompiledCommand, Definition } from './definition.ts';
import { type KernelRefusalCode, type Refusal, refuse } from './refusal.ts';
import type { Snapshot, Timer } from './store.ts';

/** A case before a step: its stored snapshot and pending timers. Absent for a start. */
export interface Before {
  readonly snapshot: Snapshot;
  readonly state: string;
  readonly version: number;
  readonly timers: Readonly<Record<string, Timer>>;
}

export interface Command {
  readonly type: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Circumstances {
  readonly at: Instant;
  readonly actor: Actor;
  readonly known: unknown;
}

export interface Fact {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** An effect as the machine names it. */
interface Effect {
  readonly type: string;
  readonly params: unknown;
}

/** A case after a step. */
export interface Next {
  readonly snapshot: Snapshot;
  readonly state: string;
  readonly tags: readonly string[];
  readonly timers: Readonly<Record<string, Timer>>;
}

export type Decision =
  | { readonly refused: Refusal; readonly next?: undefined }
  | {
      readonly refused?: undefined;
      readonly next: Next;
      readonly facts: readonly Fact[];
      readonly effects: readonly Effect[];
    };

/** A definition with a machine steps through XState; one without (a record) takes the input as its new context. */
export interface Decidable extends Definition {
  readonly machine?: AnyStateMachine;
}

/**
 * What a command does to a case: pure, and the only caller of XState's `transition`.
 * Permission → possible in this state → `when` → `rules` → step.
 *
 * @throws when a start is asked of a case or another command of none; and when a state lists the command but every guard
 * is closed. Guards only choose between branches; whether a command is allowed is for rules to say, in words.
 */
export function decide(
  definition: Decidable,
  before: Before | undefined,
  command: Command,
  circumstances: Circumstances,
): Decision {
  const spec = definition.compiled.get(command.type);
  if (spec === undefined) throw new Error(`${definition.name} has no command "${command.type}"`);
  if (Object.hasOwn(definition.start, command.type) !== (before === undefined))
    throw new Error(`${definition.name}.${command.type} ${before ? 'makes a case: it takes none' : 'needs a case'}`);
  if (!may(circumstances.actor, spec.needs)) return { refused: notPermitted(spec) };

  const event = eventOf(command, spec, circumstances);
  const stored = before && restored(definition, before);
  // A finished case answers no command, not even one that the whole machine handles.
  if (stored && !(stored.status === 'active' && stored.can(event)))
    return { refused: notNow(definition, stored, command.type) };

  const refused =
    judge(spec.when, before, undefined, circumstances) ?? judge(spec.rules, before, command.input, circumstances);
  if (refused) return { refused };
  if (!definition.machine) return recordStep(command, before);
  return machineStep(definition.machine, stored, event, before, circumstances.at);
}

/** What the desk may offer now: permission, state and `when` rules of one command, no input yet. */
export function offer(
  definition: Decidable,
  before: Before,
  type: string,
  circumstances: Circumstances,
): Refusal | undefined {
  const spec = definition.compiled.get(type);
  if (spec === undefined) throw new Error(`${definition.name} has no command "${type}"`);
  if (!may(circumstances.actor, spec.needs)) return notPermitted(spec);
  const stored = restored(definition, before);
  if (stored && !possible(stored).includes(type)) return notNow(definition, stored, type);
  return judge(spec.when, before, undefined, circumstances);
}

/** Fires a timer. Answers nothing when it is stale: the case has left the state that set it. */
export function decideTimer(
  definition: Decidable,
  before: Before,
  timer: { id: string; token: number },
  at: Instant,
): Decision | undefined {
  if (!definition.machine || before.timers[timer.id]?.token !== timer.token) return undefined;
  const { [timer.id]: _fired, ...timers } = before.timers;
  const stored = restored(definition, before);
  return machineStep(definition.machine, stored, { type: timer.id, at }, { ...before, timers }, at);
}

function eventOf(command: Command, spec: CompiledCommand, { at, actor, known }: Circumstances) {
  const event = { ...command.input, type: command.type, at, by: actorRef(actor) };
  return spec.known ? { ...event, known } : event;
}

function judge(
  rules: CompiledCommand['rules'],
  before: Before | undefined,
  input: unknown,
  circumstances: Circumstances,
) {
  if (rules === undefined) return undefined;
  const given = {
    state: before?.state ?? '',
    context: before?.snapshot.context,
    input,
    known: circumstances.known,
    actor: circumstances.actor,
    at: circumstances.at,
  };
  for (const rule of rules) {
    const refused = rule(given);
    if (refused) return refused;
  }
  return undefined;
}

function restored({ machine }: Decidable, { snapshot }: Before): AnyMachineSnapshot | undefined {
  // `Snapshot` is the JSON that getPersistedSnapshot wrote; XState's type for it is wider than what we store.
  return machine?.resolveState(snapshot as never) as AnyMachineSnapshot | undefined;
}

function notPermitted(spec: CompiledCommand): Refusal<KernelRefusalCode> {
  return refuse('not_permitted', { needs: spec.needs });
}

function notNow(definition: Decidable, stored: AnyMachineSnapshot, type: string): Refusal<KernelRefusalCode> {
  const now = possible(stored);
  if (now.includes(type))
    throw new Error(`${definition.name}: every guard of "${type}" is closed in ${stateName(stored.value)}`);
  return refuse('not_now', { state: stateName(stored.value), possible: now });
}

/** Commands that the state handles, whatever their rules say. */
function possible(stored: AnyMachineSnapshot): string[] {
  if (stored.status !== 'active') return [];
  const types = getNextTransitions(stored).map((next) => next.eventType);
  return [...new Set(types)].filter((type) => type !== '' && !type.startsWith('xstate.'));
}

function recordStep(command: Command, before: Before | undefined): Decision {
  const next = { snapshot: { context: command.input }, state: 'current', tags: ['current'], timers: {} };
  return { next, facts: [{ type: before ? 'changed' : 'created' }], effects: [] };
}

type Event = { readonly type: string; readonly at: Instant };

function machineStep(
  machine: AnyStateMachine,
  stored: AnyMachineSnapshot | undefined,
  event: Event,
  before: Before | undefined,
  at: Instant,
): Decision {
  // A start command is the machine's input; XState names the event itself.
  const [after, actions] = stored ? transition(stepping(machine), stored, event) : initialTransition(machine, event);
  const facts: Fact[] = [];
  const effects: Effect[] = [];
  const timers = { ...before?.timers };
  const token = (before?.version ?? 0) + 1;
  // XState types only some of its built-in actions, so they are read as what they are: a name and parameters.
  for (const { type, params } of actions as readonly { type: string; params?: Record<string, unknown> }[]) {
    if (type === 'xstate.emit') facts.push(params?.event as Fact);
    else if (type === 'xstate.cancel') delete timers[params?.sendId as string];
    else if (type === 'xstate.raise')
      timers[params?.id as string] = { token, due: plusMs(at, params?.delay as number) };
    else if (!type.startsWith('xstate.')) effects.push({ type, params: params ?? {} });
    else
      throw new Error(`${machine.id}: the kernel runs no "${type}"; a machine emits, assigns, names effects and waits`);
  }
  const next = { snapshot: persisted(after), state: stateName(after.value), tags: [...after.tags], timers };
  return { next, facts, effects };
}

const steppers = new WeakMap<AnyStateMachine, AnyStateMachine>();

/**
 * The machine as `transition` is given it. XState builds a throw-away actor for each call, and that computes an initial
 * snapshot without any input: a context factory that reads its input throws there, unseen, which takes longer than the
 * step itself. So here the machine answers with one that was made once.
 */
function stepping(machine: AnyStateMachine): AnyStateMachine {
  let stepper = steppers.get(machine);
  if (stepper === undefined) {
    const unused = machine.resolveState({ value: {}, context: {} });
    stepper = Object.create(machine, { getInitialSnapshot: { value: () => unused } }) as AnyStateMachine;
    steppers.set(machine, stepper);
  }
  return stepper;
}

/** Only what restoring needs: our machines have no children and no history. */
function persisted({ value, context, status }: AnyMachineSnapshot): Snapshot {
  return { value, context, status };
}

/** The path of a state: `waiting`, `open.late`. */
export function stateName(value: unknown): string {
  if (typeof value === 'string') return value;
  const regions = Object.entries(value as Record<string, unknown>); // a compound state's value is one object
  const [only] = regions;
  if (only === undefined || regions.length > 1)
    throw new Error('A machine of ours has no parallel states: use two workflows.');
  return `${only[0]}.${stateName(only[1])}`;
}

/** Milliseconds until an instant, for a machine's `delays`: never negative, so a time already past fires at once. */
export function until(at: Instant, due: Instant): number {
  return Math.max(0, msBetween(at, due));
}
