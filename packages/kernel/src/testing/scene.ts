import type { KeyObject } from 'node:crypto';
import { newId } from '@front-office/values';
import type { Actor } from '../actor.ts';
import type { Decidable } from '../decide.ts';
import { type AnswerOf, type CommandName, createKernel, type InputOf, type Kernel } from '../kernel.ts';
import { MemoryStore } from '../memory/memory-store.ts';
import type { Reaction } from '../reaction.ts';
import type { CaseRow, Store } from '../store.ts';
import { ManualClock } from './manual-clock.ts';

export interface SceneOptions<S extends Store> {
  /** When the scene begins: ISO 8601 with offset. */
  readonly at: string;
  readonly definitions: readonly Decidable[];
  readonly ports?: unknown;
  readonly store?: S;
  readonly office?: string;
  readonly reactions?: readonly Reaction[];
  readonly signingKey?: KeyObject;
}

/** A scene at the front desk: people do things, time passes, and what came of it is looked at. */
export interface Scene<S extends Store = MemoryStore> {
  readonly office: string;
  readonly kernel: Kernel;
  readonly store: S;
  readonly clock: ManualClock;
  /** What failed in the background, and is or will be tried again. */
  readonly problems: readonly { readonly where: string; readonly error: unknown }[];
  /** Someone begins a case; throws with the refusal's code when refused. Answers the case id. */
  begins<D extends Decidable, K extends keyof D['start'] & CommandName<D>>(
    who: Actor,
    definition: D,
    command: K,
    input: InputOf<D, K>,
  ): Promise<string>;
  /** Someone asks for a command on a case. */
  does<D extends Decidable, K extends CommandName<D>>(
    who: Actor,
    definition: D,
    command: K,
    input: InputOf<D, K>,
    caseId?: string,
    request?: string,
  ): Promise<AnswerOf<D, K>>;
  /** Time passes, minute by minute: timers fire when they are due, and effects and reactions follow. */
  minutesPass(minutes: number): Promise<void>;
  /** The clock is set to this moment, and what is due by then happens. */
  clockStrikes(at: string): Promise<void>;
  case(definition: Decidable, id: string): Promise<CaseRow>;
  /** Types of all facts of one case, in order. */
  facts(id: string): Promise<string[]>;
}

export function scene<S extends Store>(options: SceneOptions<S> & { readonly store: S }): Scene<S>;
export function scene(options: SceneOptions<MemoryStore>): Scene;
export function scene(options: SceneOptions<Store>): Scene<Store> {
  const clock = new ManualClock(options.at);
  const store = options.store ?? new MemoryStore();
  const office = options.office ?? newId();
  const problems: { where: string; error: unknown }[] = [];
  const { definitions, reactions = [], signingKey, ports = {} } = options;
  const kernel = createKernel({
    store,
    now: clock.now,
    definitions,
    reactions,
    ports,
    ...(signingKey && { signingKey }),
    onProblem: (error, where) => problems.push({ where, error }),
  });

  return {
    office,
    problems,
    kernel,
    store,
    clock,
    async begins(actor, definition, command, input) {
      const answer = await kernel.dispatch(definition, command, input, { office, actor, request: newId() });
      if (answer.refused)
        throw new Error(`${definition.name}.${command} was refused: ${JSON.stringify(answer.refused)}`);
      return answer.case;
    },
    does: (actor, definition, command, input, caseId, request = newId()) =>
      kernel.dispatch(definition, command, input, { office, actor, request, case: caseId }),
    async minutesPass(minutes) {
      for (let minute = 0; minute < minutes; minute++) {
        clock.advanceMinutes(1);
        await kernel.afterCommit.settle();
      }
    },
    async clockStrikes(at) {
      clock.set(at);
      await kernel.afterCommit.settle();
    },
    async case(definition, id) {
      const { case: row } = await store.load({ office, workflow: definition.name, case: id, lookups: [] });
      if (row === undefined) throw new Error(`There is no ${definition.name} ${id}`);
      return row;
    },
    async facts(id) {
      const log = await store.log(office, id);
      return log.flatMap((row) => row.facts.map((fact) => (fact as { type: string }).type)); // the kernel wrote them as facts
    },
  };
}

/** An actor for a test, with just these capabilities. */
export function actor(id: string, ...capabilities: readonly string[]): Actor {
  return { kind: 'staff', id, capabilities: new Set(capabilities) };
}
