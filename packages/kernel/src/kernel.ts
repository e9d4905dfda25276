import { type Instant, newId as newUuid } from '@front-office/values';
import type * as z from 'zod';
import type { Actor } from './actor.ts';
import type { Decidable, Fact } from './decide.ts';
import { type Accepted, type Circumstance, runCommand, runTimer } from './dispatch.ts';
import { InTurn } from './in-turn.ts';
import type { Read } from './read.ts';
import type { KernelRefusalCode, Refusal } from './refusal.ts';
import type { FactsOf, Shapes } from './spec.ts';
import type { CaseRow, ListPage, Store } from './store.ts';
import { type CaseView, viewCase } from './view.ts';

/** The command names of a definition: its starts and the rest. */
export type CommandName<D> = (keyof StartsOf<D> | keyof CommandsIn<D>) & string;
type StartsOf<D> = D extends { readonly start: infer S } ? S : never;
type CommandsIn<D> = D extends { readonly commands: infer C } ? C : never;
type SpecOf<D, K> = K extends keyof StartsOf<D>
  ? StartsOf<D>[K]
  : K extends keyof CommandsIn<D>
    ? CommandsIn<D>[K]
    : never;

/** What a caller sends: the schema's input side, so that a default may be left out. */
export type InputOf<D, K> = SpecOf<D, K> extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never;

type CodeOfRules<R> = R extends readonly ((given: never) => infer Answer)[]
  ? Exclude<Answer, undefined> extends Refusal<infer Code>
    ? Code
    : never
  : never;

/** Every code this command can answer, known to the compiler. */
export type RefusalCodeOf<D, K> =
  | KernelRefusalCode
  | (SpecOf<D, K> extends { readonly rules: infer R } ? CodeOfRules<R> : never)
  | (SpecOf<D, K> extends { readonly when: infer W } ? CodeOfRules<W> : never)
  | (D extends { readonly constraintCode?: infer Code } ? Extract<Code, string> : never);

type FactOf<D> = D extends { readonly facts: infer F extends Shapes } ? FactsOf<F> : Fact;

export type AnswerOf<D, K> =
  | (Omit<Accepted, 'facts'> & { readonly facts: readonly FactOf<D>[] })
  | { readonly refused: Refusal<RefusalCodeOf<D, K>> };

export interface KernelOptions {
  readonly store: Store;
  /** The clock. A manual one drives tests and demos. */
  readonly now: () => Instant;
  readonly definitions: readonly Decidable[];
  /** What the packages' `ports.ts` ask for, filled by whoever composes them. */
  readonly ports: unknown;
  /** Makes ids of new cases; UUIDv7 unless a test wants its own. */
  readonly newId?: () => string;
}

export interface Kernel {
  readonly store: Store;
  readonly now: () => Instant;
  readonly ports: unknown;
  /**
   * Asks for a command. The answer is either what it came to, or `refused` with a closed code.
   * @throws {StoreAway} when the store cannot be reached; sending the same request again is safe.
   */
  dispatch<D extends Decidable, K extends CommandName<D>>(
    definition: D,
    command: K,
    input: InputOf<D, K>,
    asked: Circumstance,
  ): Promise<AnswerOf<D, K>>;
  /** One case with its log and what this actor may do with it now. */
  view(
    definition: Decidable,
    asked: { readonly office: string; readonly actor: Actor; readonly case: string },
  ): Promise<CaseView | { readonly refused: Refusal<KernelRefusalCode> }>;
  list(page: ListPage): Promise<readonly CaseRow[]>;
  /** Answers a read outside a command: a host search, the names for a list. */
  read<T>(office: string, read: Read<T>): Promise<T>;
  /** Fires timers that are due, each at most once, until none is left; answers how many took effect. */
  fireDueTimers(): Promise<number>;
}

/** The actor of timers. */
const CLOCK: Actor = { kind: 'system', id: 'clock', capabilities: new Set() };
const TIMERS_A_ROUND = 100;

export function createKernel(options: KernelOptions): Kernel {
  const { store, now, ports } = options;
  const around = { store, now, ports, newId: options.newId ?? newUuid };
  const byName = new Map(options.definitions.map((definition) => [definition.name, definition]));
  const inTurn = new InTurn();

  const kernel: Kernel = {
    store,
    now,
    ports,
    async dispatch(definition, command, input, asked) {
      const outcome = await inTurn.run(asked.case && `${asked.office}/${asked.case}`, () =>
        runCommand(around, definition, command, input, asked),
      );
      return outcome as AnswerOf<typeof definition, typeof command>; // the kernel's own codes and the rules' are all there are
    },
    view: (definition, asked) => viewCase(around, definition, asked),
    list: (page) => store.list(page),
    async read(office, read) {
      const { found } = await store.load({ office, workflow: '', lookups: read.lookups });
      return read.from(found);
    },
    async fireDueTimers() {
      let fired = 0;
      for (;;) {
        const due = await store.due(now(), TIMERS_A_ROUND);
        const before = fired;
        for (const timer of due) {
          const definition = byName.get(timer.workflow);
          if (definition === undefined)
            throw new Error(`A timer is due in "${timer.workflow}", which is not among the modules.`);
          const outcome = await inTurn.run(`${timer.office}/${timer.case}`, () =>
            runTimer(around, definition, timer, CLOCK),
          );
          if (outcome && !outcome.refused) fired++;
        }
        if (fired === before) return fired;
      }
    },
  };
  return kernel;
}
