import type { Instant } from '@front-office/values';
import type * as z from 'zod';
import type { Refused } from './dispatch.ts';

/** The cookies a browser may be handed. No script reads them: a person's session, what it knows of this browser, a device. */
export type SecretKind = 'session' | 'browser' | 'device';

/** A secret for the browser to keep, until then at most. */
export interface Secret {
  readonly text: string;
  readonly until: Instant;
}

/** What a door's `run` may use. Nobody has been let in yet, so there is no office and no actor. */
export interface AtTheDoor {
  readonly now: () => Instant;
  /** Who composes the server fills it: `{ signIn, … }`. */
  readonly services: unknown;
  /** Where the request comes from, as far as the server can tell. For limits; it is neither logged nor kept. */
  readonly address: string;
  /** What the browser calls itself, at most 200 characters; for a person's own list of sessions. */
  readonly browser: string | null;
  /** The caller's request id (`Idempotency-Key`); reading doors have none. */
  readonly request: string;
  /** The secrets that came with the request. */
  readonly secrets: Readonly<Partial<Record<SecretKind, string>>>;
  /** Hands the browser a secret with the answer; null takes it away. */
  keep(kind: SecretKind, secret: Secret | null): void;
}

/** One route for whoever is not signed in, or whom only their own account concerns. */
export interface Door<
  Method extends 'GET' | 'POST' = 'GET' | 'POST',
  Path extends string = string,
  Input = unknown,
  Output = unknown,
  Code extends string = string,
> {
  readonly kind: 'door';
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly input: z.ZodObject;
  /** Only for the compiler: what the client sends. */
  readonly takes?: Input;
  readonly output: z.ZodType<Output>;
  readonly refusals: readonly Code[];
  /** `anyone`, or whoever brings the secret of a session or a device; `run` itself finds out whether it is good. */
  readonly opensTo: 'anyone' | SecretKind;
  run(door: AtTheDoor, input: never): Promise<Output | Refused>;
}

/** Defines a door. What a caller may learn of an account before it is proven is for `run` to say: nothing. */
export function defineDoor<
  Method extends 'GET' | 'POST',
  const Path extends string,
  Input extends z.ZodObject,
  Output extends z.ZodType,
  const Code extends string = never,
>(door: {
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly opensTo: Door['opensTo'];
  readonly input: Input;
  readonly output: Output;
  readonly refusals?: readonly Code[];
  run(door: AtTheDoor, input: z.output<Input>): Promise<z.output<Output> | Refused>;
}): Door<Method, Path, z.input<Input>, z.output<Output>, Code> {
  return { kind: 'door', refusals: [], ...door } as unknown as Door<
    Method,
    Path,
    z.input<Input>,
    z.output<Output>,
    Code
  >; // `run` takes what `input` parsed
}
