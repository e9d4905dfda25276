import { type Instant, newId as newUuid } from '@front-office/values';
import type * as z from 'zod';
import { type Actor, may } from './actor.ts';
import { type AfterCommit, type AfterCommitOptions, afterCommit } from './after-commit/after-commit.ts';
import type { Company } from './after-commit/company.ts';
import type { DeadJob } from './after-commit/jobs-port.ts';
import type { Following, Told } from './after-commit/live.ts';
import type { Decidable, Fact } from './decide.ts';
import { type Accepted, type Circumstance, type Outcome, pauseAtRandom, runCommand, runErasure } from './dispatch.ts';
import { InTurn } from './in-turn.ts';
import { type Many, type ManyProgress, runMany } from './many.ts';
import type { Reaction } from './reaction.ts';
import { once, type Read } from './read.ts';
import { type Labels, labelsOf, mayRead } from './reading.ts';
import { readings, type WhoSaw, whoSaw } from './readings.ts';
import type { KernelRefusalCode, Refusal } from './refusal.ts';
import type { FactsOf, Shapes } from './spec.ts';
import type { QueryRows } from './sql.ts';
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

export interface KernelOptions extends AfterCommitOptions {
  readonly store: Store;
  /** The clock. A manual one drives tests and demos. */
  readonly now: () => Instant;
  readonly definitions: readonly Decidable[];
  /** What the packages' `ports.ts` ask for, filled by whoever composes them. */
  readonly ports: unknown;
  /** Turn facts of one package into commands of another. */
  readonly reactions?: readonly Reaction[];
  /** Told of what failed in the background and is tried again. Left out, nobody is. */
  readonly onProblem?: (error: unknown, where: string) => void;
  /** Waits before another try when somebody else was faster; at random up to 64 ms unless a test wants otherwise. */
  readonly pause?: (attempt: number) => Promise<void>;
  /** Aborted when so much time has passed: what one try of an effect may take. Real time unless a test owns it. */
  readonly timeLimit?: (ms: number) => AbortSignal;
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
  /** Cases page by page, without those whose label `actor` may not read; of nobody, without all that have one. */
  list(page: Omit<ListPage, 'labels'> & { readonly actor?: Actor }): Promise<readonly CaseRow[]>;
  /** Answers a read outside a command: a host search, the names for a list; with labels as in `list`. */
  read<T>(office: string, read: Read<T>, actor?: Actor): Promise<T>;
  /** Rows by SQL in one office, as far as this actor may read them. Nothing where the store has no SQL. */
  query(office: string, actor: Actor): QueryRows | undefined;
  /** Who looked at a case, the latest first. Needs `audit.read`. */
  whoSaw(asked: {
    readonly office: string;
    readonly actor: Actor;
    readonly of: string;
  }): Promise<WhoSaw | { readonly refused: Refusal<KernelRefusalCode> }>;
  /**
   * The same command for many, in large transactions: an import, a manifest. Requests that were accepted before are left
   * out, so a run that was broken off is simply begun again. Tells after each batch how far it is.
   */
  dispatchMany<D extends Decidable, K extends CommandName<D>>(
    definition: D,
    command: K,
    many: Many<InputOf<D, K>>,
  ): AsyncGenerator<ManyProgress>;
  /**
   * Erases a case in whatever state it is: personal fields and salts of its log, the case, its keys and rows. The log
   * keeps that it was, and its proofs hold. Once erased it is not found any more.
   */
  erase(definition: Decidable, asked: Circumstance & { readonly case: string }): Promise<Outcome>;
  /**
   * Tells what is committed in an office, as far as this actor may read it, in order of commit and without gaps: from now
   * on, or since the last id that was told before. Ends with `signal`.
   */
  follow(following: Following & { readonly actor: Actor }): AsyncIterable<Told>;
  /** What failed for good in an office and waits for a person. */
  stuck(office: string): Promise<readonly DeadJob[]>;
  /** Tries it again, from the first attempt. False when it is no longer there. */
  tryAgain(office: string, key: string): Promise<boolean>;
  /** Effects, timers, reactions, the feed and the seals. */
  readonly afterCommit: AfterCommit;
}

/** Who reads without being named sees what has no label. */
const nobody: Actor = { kind: 'device', id: 'nobody', capabilities: new Set() };

export function createKernel(options: KernelOptions): Kernel {
  const { store, now, ports, newId = newUuid, pause = pauseAtRandom, reactions = [], onProblem = () => {} } = options;
  const inTurn = new InTurn();
  const readAs = async <T>(office: string, wanted: Read<T>, labels: Labels): Promise<T> => {
    const { lookups, from } = once(wanted);
    const { found } = await store.load({ office, workflow: '', lookups, labels });
    return from(found);
  };
  const company: Company = {
    store,
    now,
    ports,
    newId,
    pause,
    committed: () => after.committed(),
    reactions,
    onProblem,
    timeLimit: options.timeLimit ?? ((ms) => AbortSignal.timeout(ms)),
    read: (office, wanted) => readAs(office, wanted, 'all'),
    definitions: new Map([...options.definitions, readings].map((definition) => [definition.name, definition])),
    inTurn: (office, id, task) => inTurn.run(`${office}/${id}`, task),
  };
  const after = afterCommit(company, options);

  const isFor = (actor: Actor, { row, label }: Extract<Told, { kind: 'row' }>): boolean => {
    const needs = company.definitions.get(row.workflow)?.read;
    return needs !== undefined && may(actor, needs) && mayRead(labelsOf(actor), label);
  };
  const kernel: Kernel = {
    store,
    now,
    ports,
    read: (office, wanted, actor = nobody) => readAs(office, wanted, labelsOf(actor)),
    query: (office, actor) => store.query?.(office, labelsOf(actor)),
    whoSaw: (asked) => whoSaw(company, asked),
    afterCommit: after,
    async dispatch(definition, command, input, asked) {
      const outcome = await inTurn.run(asked.case && `${asked.office}/${asked.case}`, () =>
        runCommand(company, definition, command, input, asked),
      );
      return outcome as AnswerOf<typeof definition, typeof command>; // the kernel's own codes and the rules' are all there are
    },
    dispatchMany: (definition, command, many) => runMany(company, definition, command, many),
    erase: (definition, asked) =>
      company.inTurn(asked.office, asked.case, () => runErasure(company, definition, asked)),
    view: (definition, asked) => viewCase(company, definition, asked),
    list: ({ actor = nobody, ...page }) => store.list({ ...page, labels: labelsOf(actor) }),
    async *follow({ actor, ...following }) {
      for await (const told of after.follow(following)) {
        if (told.kind !== 'row' || isFor(actor, told)) yield told;
      }
    },
    stuck: (office) => store.jobs.dead(office),
    async tryAgain(office, key) {
      const found = await store.jobs.revive(office, key, now());
      if (found) after.committed();
      return found;
    },
  };
  return kernel;
}
