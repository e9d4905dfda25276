import type { AnyStateMachine, ContextFrom } from 'xstate';
import type * as z from 'zod';
import type { Capability } from './actor.ts';
import { compile, type Definition } from './definition.ts';
import type { EffectSpecs } from './effect.ts';
import type { Read } from './read.ts';
import type { Refusal } from './refusal.ts';
import type { Ask, At, CommandSpec, CommandSpecs, Given, Shapes } from './spec.ts';
import type { Sql } from './sql.ts';
import type { WorkItem } from './store.ts';
import type { Migrations } from './upgrade.ts';

type KnownOf<S extends CommandSpec> = S['known'] extends z.ZodObject ? z.output<S['known']> : unknown;

/** Holds every rule and read of a command to that command's own context, input and known. */
type Fits<Specs extends CommandSpecs, Context> = {
  readonly [K in keyof Specs]: {
    readonly when?: readonly ((given: Given<Context, undefined, KnownOf<Specs[K]>>) => Refusal | undefined)[];
    readonly rules?: readonly ((
      given: Given<Context, z.output<Specs[K]['input']>, KnownOf<Specs[K]>>,
    ) => Refusal | undefined)[];
    readonly knows?: Specs[K]['known'] extends z.ZodObject
      ? {
          readonly [N in keyof z.output<Specs[K]['known']>]: (
            ask: Ask<never, z.output<Specs[K]['input']>>,
          ) => Read<z.output<Specs[K]['known']>[N]>;
        }
      : never;
  };
};

type Projections<Facts extends Shapes, Context> = {
  readonly [K in keyof Facts]?: (fact: { type: K } & z.output<Facts[K]>, at: At<Context>) => Sql;
};

export interface WorkflowSpec<
  Name extends string,
  Machine extends AnyStateMachine,
  Start extends CommandSpecs,
  Commands extends CommandSpecs,
  Facts extends Shapes,
  Constraints extends Readonly<Record<string, string>>,
> {
  readonly name: Name;
  /** Version of the machine: it grows whenever a stored snapshot would no longer fit. */
  readonly version: number;
  readonly machine: Machine;
  readonly facts: Facts;
  /** The capability that reading a case needs. */
  readonly read: Capability;
  readonly start: Start & Fits<Start, undefined>;
  readonly commands: Commands & Fits<Commands, ContextFrom<Machine>>;
  /** What is done after the commit, by the name that the machine calls it. */
  readonly effects?: EffectSpecs;
  readonly projections?: Projections<Facts, ContextFrom<Machine>>;
  /** Name of a database constraint → the code it is refused with. */
  readonly constraints?: Constraints;
  /** What is due while a case stands so. */
  readonly workItems?: (at: At<ContextFrom<Machine>>) => readonly WorkItem[];
  /** The confidentiality label of a case: who may not read it is answered as if it did not exist. None unless given. */
  readonly label?: (context: ContextFrom<Machine>) => string | null;
  /** Whether looking at a case is itself on the log, for the question "who saw this record". */
  readonly logsReads?: boolean;
  /** Drops the package's own rows of a case that is erased. */
  readonly erase?: (at: At) => readonly Sql[];
  /** For each released version before this one: what a case of it becomes in the next. */
  readonly migrate?: Migrations;
}

/** A durable workflow: a plain XState machine, and what the kernel must know to run it. */
export interface Workflow<
  Name extends string = string,
  Start extends CommandSpecs = CommandSpecs,
  Commands extends CommandSpecs = CommandSpecs,
  Facts extends Shapes = Shapes,
  Code extends string = string,
  Context = unknown,
> extends Definition<Name, Start, Commands> {
  readonly kind: 'workflow';
  readonly machine: AnyStateMachine;
  readonly facts: Facts;
  /** Codes that named constraints are refused with. */
  readonly constraintCode?: Code;
  /** Only for the compiler: the context of a case. */
  readonly holds?: Context;
}

/**
 * Ties a machine to its commands, rules, facts and rows. Throws when a command has no handler anywhere in the machine,
 * or a handler no command: both are bugs that would show as a silent nothing.
 */
export function defineWorkflow<
  const Name extends string,
  Machine extends AnyStateMachine,
  const Start extends CommandSpecs,
  const Commands extends CommandSpecs,
  Facts extends Shapes,
  const Constraints extends Readonly<Record<string, string>> = Record<never, never>,
>(
  spec: WorkflowSpec<Name, Machine, Start, Commands, Facts, Constraints>,
): Workflow<Name, Start, Commands, Facts, Constraints[keyof Constraints] & string, ContextFrom<Machine>> {
  const handled = new Set(spec.machine.events.filter((event) => !event.startsWith('xstate.')));
  for (const command of Object.keys(spec.commands)) {
    if (!handled.delete(command)) throw new Error(`${spec.name}: no state handles the command "${command}"`);
  }
  const [unknown] = handled;
  if (unknown !== undefined) throw new Error(`${spec.name}: "${unknown}" is handled by the machine but is no command`);
  return { ...compile(spec), kind: 'workflow', machine: spec.machine, facts: spec.facts };
}
