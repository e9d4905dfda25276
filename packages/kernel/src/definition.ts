import * as z from 'zod';
import type { Capability } from './actor.ts';
import type { EffectSpecs } from './effect.ts';
import { type PersonalPath, personalPaths } from './personal.ts';
import type { At, CommandSpec, CommandSpecs, Shapes } from './spec.ts';
import type { Sql } from './sql.ts';
import type { WorkItem } from './store.ts';
import type { Migrations } from './upgrade.ts';

/** A command as the kernel runs it: its spec, and where its personal fields are. */
export interface CompiledCommand extends CommandSpec {
  readonly personal: { readonly input: readonly PersonalPath[]; readonly known: readonly PersonalPath[] };
}

/** What a workflow and a record have in common: all that dispatch needs. */
export interface Definition<
  Name extends string = string,
  Start extends CommandSpecs = CommandSpecs,
  Commands extends CommandSpecs = CommandSpecs,
> {
  readonly name: Name;
  readonly version: number;
  readonly read: Capability;
  readonly start: Start;
  readonly commands: Commands;
  readonly compiled: ReadonlyMap<string, CompiledCommand>;
  readonly effects: EffectSpecs;
  readonly migrate: Migrations;
  readonly constraints: Readonly<Record<string, string>>;
  readonly personalFacts: ReadonlyMap<string, readonly PersonalPath[]>;
  project(fact: { readonly type: string }, at: At): Sql | undefined;
  workItems(at: At): readonly WorkItem[];
  /** What dropping the package's own rows of a case takes, when it is erased. */
  erase(at: At): readonly Sql[];
  /** The confidentiality label of a case that holds this. */
  label(context: Readonly<Record<string, unknown>>): string | null;
  /** Whether looking at a case is itself on the log: who saw this record. */
  readonly logsReads: boolean;
  /** Lookup keys of a record; a workflow has none. */
  keys?(context: Readonly<Record<string, unknown>>): readonly string[];
}

interface Compilable {
  readonly name: string;
  readonly version: number;
  readonly read: Capability;
  readonly start: CommandSpecs;
  readonly commands: CommandSpecs;
  readonly facts: Shapes;
  readonly effects?: EffectSpecs | undefined;
  readonly migrate?: Migrations | undefined;
  readonly erase?: ((at: At) => readonly Sql[]) | undefined;
  readonly constraints?: Readonly<Record<string, string>> | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: it takes its own context
  readonly label?: ((context: any) => string | null) | undefined;
  readonly logsReads?: boolean | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: each takes its own fact and context; WorkflowSpec has checked them
  readonly projections?: Readonly<Record<string, ((fact: any, at: any) => Sql) | undefined>> | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly workItems?: ((at: any) => readonly WorkItem[]) | undefined;
}

const none: readonly PersonalPath[] = [];

/** Works out once what dispatch would otherwise ask at every command. */
export function compile<S extends Compilable>(spec: S): Definition<S['name'], S['start'], S['commands']> {
  return {
    name: spec.name,
    version: spec.version,
    read: spec.read,
    start: spec.start,
    commands: spec.commands,
    compiled: new Map(
      Object.entries({ ...spec.start, ...spec.commands }).map(([name, command]) => [name, compileCommand(command)]),
    ),
    effects: spec.effects ?? {},
    migrate: spec.migrate ?? {},
    constraints: spec.constraints ?? {},
    personalFacts: new Map(Object.entries(spec.facts).map(([type, schema]) => [type, personalPaths(schema)])),
    project: (fact, at) => spec.projections?.[fact.type]?.(fact, at),
    workItems: (at) => spec.workItems?.(at) ?? [],
    erase: (at) => spec.erase?.(at) ?? [],
    label: (context) => spec.label?.(context) ?? null,
    logsReads: spec.logsReads ?? false,
  };
}

function compileCommand(spec: CommandSpec): CompiledCommand {
  const strict = spec.input instanceof z.ZodObject && spec.input.def.catchall instanceof z.ZodNever;
  if (!strict) throw new Error('An input schema must be a z.strictObject: it is what refuses unknown fields.');
  return {
    ...spec,
    personal: { input: personalPaths(spec.input), known: spec.known ? personalPaths(spec.known) : none },
  };
}
