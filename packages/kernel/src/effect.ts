import type { Instant } from '@front-office/values';
import type * as z from 'zod';
import type { Read } from './read.ts';

/** What an effect sees when it is carried out. */
export interface EffectHere<Ports = unknown> {
  readonly office: string;
  readonly case: string;
  /** The same for every try of this effect: hand it on, so that the other side can tell a repetition. */
  readonly key: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly at: Instant;
  /** The case's context now, which may be later than the step that asked for the effect. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly ports: Ports;
  read<T>(read: Read<T>): Promise<T>;
  /** Aborted when the time for this try is over, and when the server stops. */
  readonly signal: AbortSignal;
}

/** A command on the same case: how what came of an effect is told. */
export interface EffectAnswer {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Something to do outside after the commit, through a port. It is carried out at least once: a crash between doing and
 * noting repeats it under the same key. What it throws is tried again later, with growing pauses; what fails for good
 * waits in a list for a person.
 *
 * An answer is dispatched as a command. When the case has moved on so that it is `not_now`, it has come too late, and
 * that is all.
 */
export interface EffectSpec {
  /** Ids only, never personal data. */
  readonly params: z.ZodObject;
  /** Most tries before it waits for a person; 12 unless given, which is about two hours. */
  readonly attempts?: number | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: each takes its own parameters and ports; `defineEffect` has checked them
  run(params: any, here: any): Promise<EffectAnswer | undefined>;
}

export type EffectSpecs = Readonly<Record<string, EffectSpec>>;

/** Defines an effect; its parameters are typed by their schema. */
export const defineEffect = <Params extends z.ZodObject, Ports>(effect: {
  readonly params: Params;
  readonly attempts?: number;
  run(params: z.output<Params>, here: EffectHere<Ports>): Promise<EffectAnswer | undefined>;
}): EffectSpec => effect;

/** Thrown by an effect that failed. `code` is kept and shown, so it holds no personal data; `permanent`: no further try helps. */
export class EffectFailed extends Error {
  override readonly name = 'EffectFailed';
  readonly code: string;
  readonly permanent: boolean;

  constructor(
    code: string,
    { permanent = false, cause }: { readonly permanent?: boolean; readonly cause?: unknown } = {},
  ) {
    super(code, { cause });
    this.code = code;
    this.permanent = permanent;
  }
}
