import { Instant } from '@front-office/values';
import * as z from 'zod';
import { type Actor, ActorRef, type Capability } from './actor.ts';
import type { Decidable } from './decide.ts';
import type { Accepted, Refused } from './dispatch.ts';
import type { AnswerOf, CommandName, InputOf, Kernel, RefusalCodeOf } from './kernel.ts';
import type { KernelRefusalCode } from './refusal.ts';
import type { QueryRows } from './sql.ts';

/** What a route's `run` may use: the kernel in one office, as one actor. */
export interface Asked {
  readonly kernel: Kernel;
  readonly office: string;
  readonly actor: Actor;
  /** The caller's request id (`Idempotency-Key`); reading routes have none. */
  readonly request: string;
  /** Rows by SQL in this office. Throws on the memory store, which has none. */
  readonly query: QueryRows;
}

/**
 * One route of the API: its handler, its page in the OpenAPI document, its method in the typed client and its row in the
 * security matrix. Names in braces in `path` are fields of `input`; the others travel in the query (GET) or the body.
 */
export interface Route<
  Method extends 'GET' | 'POST' = 'GET' | 'POST',
  Path extends string = string,
  Input = unknown,
  Output = unknown,
  Code extends string = string,
> {
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly input: z.ZodObject;
  /** Only for the compiler: what the client sends. */
  readonly takes?: Input;
  readonly output: z.ZodType<Output>;
  /** Codes beyond those that every route can answer. */
  readonly refusals: readonly Code[];
  readonly needs: Capability;
  run(asked: Asked, input: never): Promise<Output | Refused>;
}

/** Defines a route by hand: for reading. Commands have `startRoute` and `commandRoute`. */
export function defineRoute<
  Method extends 'GET' | 'POST',
  const Path extends string,
  Input extends z.ZodObject,
  Output extends z.ZodType,
  const Code extends string = never,
>(route: {
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  readonly refusals?: readonly Code[];
  readonly needs: Capability;
  run(asked: Asked, input: z.output<Input>): Promise<z.output<Output> | Refused>;
}): Route<Method, Path, z.input<Input>, z.output<Output>, Code> {
  return { refusals: [], ...route } as unknown as Route<Method, Path, z.input<Input>, z.output<Output>, Code>; // `run` takes what `input` parsed
}

const CaseId = z.uuid().toLowerCase();

const accepted = z.object({
  case: CaseId,
  version: z.int().positive(),
  state: z.string(),
  tags: z.array(z.string()),
  facts: z.array(z.looseObject({ type: z.string() })),
});

type AcceptedOf<D extends Decidable, K> = Exclude<AnswerOf<D, K>, Refused> & Accepted;
type RuleCode<D, K> = Exclude<RefusalCodeOf<D, K>, KernelRefusalCode>;

/** The codes must be all that the command's rules can answer: a missing one is named by the compiler. */
type AllOf<Expected extends string, Given extends string> = [Exclude<Expected, Given>] extends [never]
  ? unknown
  : { readonly missing: Exclude<Expected, Given> };

interface CommandRoute<Path extends string, Code extends string> {
  readonly path: Path;
  readonly summary: string;
  readonly refusals: readonly Code[];
}

/** The route of a start command: makes a case. */
export function startRoute<
  D extends Decidable,
  K extends keyof D['start'] & CommandName<D>,
  const Path extends string,
  const Code extends RuleCode<D, K> = never,
>(
  definition: D,
  command: K,
  route: CommandRoute<Path, Code> & AllOf<RuleCode<D, K>, Code>,
): Route<'POST', Path, InputOf<D, K>, AcceptedOf<D, K>, Code> {
  return commandRouteOf(definition, command, route, undefined);
}

/** The route of a command on a case; the name in braces in its path is the case's id. */
export function commandRoute<
  D extends Decidable,
  K extends keyof D['commands'] & CommandName<D>,
  const Path extends `${string}{${string}}${string}`,
  const Code extends RuleCode<D, K> = never,
>(
  definition: D,
  command: K,
  route: CommandRoute<Path, Code> & AllOf<RuleCode<D, K>, Code>,
): Route<'POST', Path, BodyOf<D, K> & Record<ParameterOf<Path>, string>, AcceptedOf<D, K>, Code> {
  return commandRouteOf(definition, command, route, caseParameter(route.path));
}

/** zod's own type for an empty object would forbid the path's names too. */
type BodyOf<D extends Decidable, K> = string extends keyof InputOf<D, K> ? unknown : InputOf<D, K>;

type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${string}` ? Name : never;

function caseParameter(path: string): string {
  const [name, ...others] = [...path.matchAll(/\{(\w+)\}/g)].map(([, inBraces]) => inBraces);
  if (name === undefined || others.length > 0)
    throw new Error(`${path}: a command's path names its case in braces, and nothing else`);
  return name;
}

function commandRouteOf<Input, Output, Path extends string, Code extends string>(
  definition: Decidable,
  command: string,
  { path, summary, refusals }: CommandRoute<Path, Code>,
  parameter: string | undefined,
): Route<'POST', Path, Input, Output, Code> {
  const spec = definition.compiled.get(command);
  if (spec === undefined) throw new Error(`${definition.name} has no command "${command}"`);
  const input = parameter === undefined ? spec.input : z.strictObject({ [parameter]: CaseId, ...spec.input.shape });
  const route = {
    method: 'POST',
    path,
    summary,
    refusals,
    needs: spec.needs,
    input,
    output: accepted,
    run({ kernel, office, actor, request }: Asked, given: Record<string, unknown>) {
      const { [parameter ?? '']: caseId, ...rest } = given;
      return kernel.dispatch(definition, command as never, rest as never, {
        office,
        actor,
        request,
        case: caseId as string | undefined,
      });
    },
  };
  // The public signatures above say what the schemas hold; zod's own types cannot follow a computed key.
  return route as unknown as Route<'POST', Path, Input, Output, Code>;
}

/** The route that shows one case with its log and actions. `context` is the schema of what the case holds. */
export function viewRoute<D extends Decidable, const Path extends `${string}{${string}}`, Context extends z.ZodType>(
  definition: D,
  { path, summary, context }: { readonly path: Path; readonly summary: string; readonly context: Context },
) {
  const parameter = caseParameter(path);
  const route = {
    method: 'GET' as const,
    path,
    summary,
    refusals: [],
    needs: definition.read,
    input: z.strictObject({ [parameter]: CaseId }),
    output: caseView(context),
    run: ({ kernel, office, actor }: Asked, given: Record<string, string>) =>
      kernel.view(definition, { office, actor, case: given[parameter] as string }), // the schema requires it
  };
  // As above: the key is computed.
  return route as unknown as Route<
    'GET',
    Path,
    Record<ParameterOf<Path>, string>,
    z.output<ReturnType<typeof caseView<Context>>>,
    never
  >;
}

const figures = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

const caseView = <Context extends z.ZodType>(context: Context) =>
  z.object({
    case: CaseId,
    version: z.int().positive(),
    state: z.string(),
    tags: z.array(z.string()),
    context,
    log: z.array(
      z.object({
        version: z.int().positive(),
        command: z.string(),
        at: Instant,
        by: ActorRef,
        state: z.string(),
        input: z.unknown(),
        facts: z.array(z.looseObject({ type: z.string() })),
      }),
    ),
    actions: z.array(
      z.object({
        command: z.string(),
        allowed: z.boolean(),
        refusal: z
          .object({ code: z.string(), figures, sentence: z.string().optional().describe('In the language asked for.') })
          .nullable(),
      }),
    ),
  });
