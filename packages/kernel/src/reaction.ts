import type { Instant } from '@front-office/values';
import type { Decidable, Fact } from './decide.ts';
import type { Accepted } from './dispatch.ts';
import type { CommandName, InputOf } from './kernel.ts';
import type { Read } from './read.ts';
import type { FactsOf, Shapes } from './spec.ts';

/** What a reaction sees of the fact it handles, and what it can do. */
export interface ReactionHere<Context = unknown> {
  readonly office: string;
  /** The case that told the fact, and the version with which it did. */
  readonly case: string;
  readonly version: number;
  readonly at: Instant;
  /** The case's context now; nothing once it is erased. */
  readonly context: Context | undefined;
  read<T>(read: Read<T>): Promise<T>;
  /** The open cases of a workflow (tag `open`), all of them, with ids and contexts. */
  open<D extends Decidable>(definition: D): Promise<readonly OpenCase<ContextOf<D>>[]>;
  /**
   * Asks another package for a command. Its request id is made from the fact, so a fact that is handled again asks for
   * the same once more. The reaction may do everything the command needs.
   * Answers nothing when the same fact has asked for it before with another input.
   * @throws {ReactionStuck} when it is refused, unless with one of the codes `unless`; it then answers nothing.
   */
  dispatch<D extends Decidable, K extends CommandName<D>>(
    definition: D,
    command: K,
    input: InputOf<D, K>,
    about?: { readonly case?: string; readonly unless?: readonly string[] },
  ): Promise<Accepted | undefined>;
}

/** An open case, as a reaction finds it. */
export interface OpenCase<Context = unknown> {
  readonly id: string;
  readonly context: Context;
}

/** A reaction could not do what it should. It is tried again, and then waits in a list for a person. */
export class ReactionStuck extends Error {
  override readonly name = 'ReactionStuck';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Turns facts of one package into commands of another. Facts of one case are handled in order, each at least once. */
export interface Reaction {
  /** `visits-messages`: the name of its file. */
  readonly name: string;
  readonly from: Decidable;
  readonly on: Readonly<Record<string, (fact: Fact, here: ReactionHere) => Promise<void>>>;
}

type FactOf<D> = D extends { readonly facts: infer F extends Shapes } ? FactsOf<F> : Fact;
type ContextOf<D> = D extends { readonly holds?: infer Context } ? Context : unknown;

/** Defines a reaction to facts of one package, by their names. */
export function defineReaction<D extends Decidable>(
  name: string,
  from: D,
  on: {
    readonly [K in FactOf<D>['type']]?: (
      fact: Extract<FactOf<D>, { type: K }>,
      here: ReactionHere<ContextOf<D>>,
    ) => Promise<void>;
  },
): Reaction {
  // Each handler is only called with facts of its own name.
  return { name, from, on: on as unknown as Reaction['on'] };
}
