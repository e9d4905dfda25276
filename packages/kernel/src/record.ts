import * as z from 'zod';
import type { Capability } from './actor.ts';
import { compile, type Definition } from './definition.ts';
import type { Read } from './read.ts';
import type { Refusal } from './refusal.ts';
import type { Ask, At, CommandSpec, Given } from './spec.ts';
import type { Sql } from './sql.ts';
import type { Migrations } from './upgrade.ts';

/** What the rules of a record must know, by name. */
// biome-ignore lint/suspicious/noExplicitAny: a read takes the ports of its own package, of which this file cannot know
type Reads<Data> = Readonly<Record<string, (ask: Ask<any, Data>) => Read<unknown>>>;

type KnownBy<Knows> = {
  // biome-ignore lint/suspicious/noExplicitAny: as in `Reads`
  readonly [N in keyof Knows]: Knows[N] extends (ask: any) => Read<infer T> ? T : never;
};

export interface RecordSpec<
  Data,
  Name extends string,
  Schema extends z.ZodObject,
  Code extends string,
  Knows extends Reads<Data> = Reads<Data>,
> {
  readonly name: Name;
  readonly version?: number;
  readonly schema: Schema;
  readonly create: Capability;
  readonly change: Capability;
  readonly read: Capability;
  /** Words by which a record is found: folded names, a date, a code. */
  readonly keys?: (data: Data) => readonly string[];
  /** What the rules must know of other records, loaded in the same round trip. It is kept with the log. */
  readonly knows?: Knows;
  readonly rules?: readonly ((given: Given<Data | undefined, Data, KnownBy<Knows>>) => Refusal<Code> | undefined)[];
  readonly projection?: (data: Data, at: At) => Sql;
  readonly constraints?: Readonly<Record<string, Code>>;
  /** The confidentiality label of a case: who may not read it is answered as if it did not exist. None unless given. */
  readonly label?: (context: Data) => string | null;
  /** Whether looking at a case is itself on the log, for the question "who saw this record". */
  readonly logsReads?: boolean;
  /** Drops the package's own rows of a record that is erased. */
  readonly erase?: (at: At) => readonly Sql[];
  /** For each released version before this one: what a record of it becomes in the next. */
  readonly migrate?: Migrations;
}

interface RecordCommand<Schema extends z.ZodObject, Code extends string> extends CommandSpec {
  readonly input: Schema;
  // biome-ignore lint/suspicious/noExplicitAny: as in CommandSpec, a rule may ask for less than it is given
  readonly rules: readonly ((given: any) => Refusal<Code> | undefined)[];
}

/** Something without a life of its own — a room, a price list, a barred person: same log, permissions and rows, no statechart. */
export interface RecordDefinition<
  Data = unknown,
  Name extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  Code extends string = string,
> extends Definition<Name, { create: RecordCommand<Schema, Code> }, { change: RecordCommand<Schema, Code> }> {
  readonly kind: 'record';
  /** Only for the compiler: what the record holds. */
  readonly holds?: Data;
  readonly constraintCode?: Code;
}

/**
 * Defines a record. It has two commands, `create` and `change`; both take the whole data, so that a change says all that
 * is true afterwards and a repeated one changes nothing.
 */
export function defineRecord<
  const Name extends string,
  Schema extends z.ZodObject,
  const Code extends string = never,
  Knows extends Reads<z.output<Schema>> = Record<never, never>,
>(
  spec: RecordSpec<z.output<Schema>, Name, Schema, Code, Knows>,
): RecordDefinition<z.output<Schema>, Name, Schema, Code> {
  const { knows, rules = [] } = spec;
  const asks = knows && { knows };
  const compiled = compile({
    name: spec.name,
    version: spec.version ?? 1,
    read: spec.read,
    start: { create: { input: spec.schema, needs: spec.create, ...asks, rules } },
    commands: { change: { input: spec.schema, needs: spec.change, ...asks, rules } },
    facts: { created: z.object({}), changed: z.object({}) },
    constraints: spec.constraints,
    erase: spec.erase,
    label: spec.label,
    logsReads: spec.logsReads,
    migrate: spec.migrate,
    // The schema parsed the context, so it is this record's data.
    projections: spec.projection && {
      created: (_, at) => spec.projection?.(at.context as z.output<Schema>, at) as Sql,
      changed: (_, at) => spec.projection?.(at.context as z.output<Schema>, at) as Sql,
    },
  });
  return {
    ...compiled,
    kind: 'record',
    keys: (context) => spec.keys?.(context as z.output<Schema>) ?? [],
  } as RecordDefinition<z.output<Schema>, Name, Schema, Code>; // the rules' type is wider inside CommandSpec than in spec
}
