import type { Instant } from '@front-office/values';
import type * as z from 'zod';
import type { ActorRef, Capability } from './actor.ts';
import type { Read } from './read.ts';
import type { Refusal } from './refusal.ts';

/** Schemas by command name, or by fact name. */
export type Shapes = Readonly<Record<string, z.ZodObject>>;

/** What a schema holds; nothing, where zod's own type for an empty object would forbid every other field. */
type Fields<Schema extends z.ZodObject> = string extends keyof z.output<Schema> ? unknown : z.output<Schema>;

/**
 * The events a machine handles, from its input schemas: `{ type: 'checkIn', at, by, …input }`. Commands that have a
 * schema in `Known` also carry what was known when they were judged.
 */
export type CommandsOf<Inputs extends Shapes, Known extends Shapes = Record<never, never>> = {
  [K in keyof Inputs & string]: { type: K; at: Instant; by: ActorRef } & Fields<Inputs[K]> &
    (K extends keyof Known ? { known: z.output<Known[K]> } : unknown);
}[keyof Inputs & string];

/** The facts a machine emits, from their schemas: `{ type: 'visitorArrived', host }`. */
export type FactsOf<Facts extends Shapes> = {
  [K in keyof Facts & string]: { type: K } & Fields<Facts[K]>;
}[keyof Facts & string];

/**
 * What a rule sees. `when` rules see no `input`: they also decide what a screen offers, before anything is typed. Rules
 * of a start command see no `context`.
 */
export interface Given<Context = undefined, Input = undefined, Known = unknown> {
  readonly state: string;
  readonly context: Context;
  readonly input: Input;
  readonly known: Known;
  readonly actor: ActorRef;
  readonly at: Instant;
}

/** What a read is made from. The case is loaded in the same round trip, so its context can only be pointed at. */
export interface Ask<Ports, Input = unknown> {
  readonly ports: Ports;
  /** Absent when only `when` rules are judged, for what a screen offers. */
  readonly input: Input | undefined;
  readonly office: string;
  /** The case that is asked about; a start command has none yet. */
  readonly case: string | undefined;
  readonly actor: ActorRef;
  readonly at: Instant;
}

/** Where a fact comes from, for its projection. `context` is the case's, after the step. */
export interface At<Context = unknown> {
  readonly office: string;
  readonly case: string;
  readonly version: number;
  readonly at: Instant;
  readonly state: string;
  readonly context: Context;
}

// The specs below are checked against each command's own input and known by `Fits`; `any` only where a function's
// parameter is narrower than what a general list could promise (parameters are contravariant).
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyRule = (given: any) => Refusal | undefined;
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyRead = (ask: any) => Read<unknown>;

export interface CommandSpec {
  readonly input: z.ZodObject;
  readonly needs: Capability;
  readonly known?: z.ZodObject;
  readonly knows?: Readonly<Record<string, AnyRead>>;
  readonly when?: readonly AnyRule[];
  readonly rules?: readonly AnyRule[];
}

export type CommandSpecs = Readonly<Record<string, CommandSpec>>;
