import { type Actor, may, type Refusal, type Route, refuse } from '@front-office/kernel';
import * as z from 'zod';

/** A capability as it is handed on: `visits.receive`. */
export const Right = z.string().regex(/^[a-z][a-zA-Z]{0,49}(\.[a-z][a-zA-Z]{0,49}){1,3}$/);
/** A confidentiality label, as the kernel knows them. */
export const Label = z.string().regex(/^[a-z][a-z0-9:.-]{0,59}$/);

/** Each of them once, so that one list has one form. */
export const isSet = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** The capability to give rights to programs. */
export const MANAGES = 'integrations.manage';

/** No program gets these: it could give itself, or others, a way in that outlasts its own. */
const NOT_FOR_PROGRAMS: readonly string[] = [MANAGES, 'capabilities.grant', 'staff.invite', 'staff.recover'];

/** The first of some rights that no program gets. */
export const notForPrograms = (rights: readonly string[]): string | undefined =>
  rights.find((right) => NOT_FOR_PROGRAMS.includes(right));

/** What somebody hands on to a program: capabilities, and labels whose cases it may read. */
interface HandedOn {
  readonly scopes?: readonly string[];
  readonly reads?: readonly string[];
  readonly labels?: readonly string[];
}

/** Nobody hands on more than they have. */
export function withinOwn(
  grantor: Actor,
  { scopes = [], reads = [], labels = [] }: HandedOn,
): Refusal<'rights_exceeded'> | undefined {
  const capabilities = [...scopes, ...reads].filter((right) => !may(grantor, right as `${string}.${string}`)); // `Right` is of this shape
  const beyond = [...capabilities, ...labels.filter((label) => !grantor.labels?.has(label))];
  return beyond.length > 0 ? refuse('rights_exceeded', { rights: beyond }) : undefined;
}

type Limited<R> =
  R extends Route<infer Method, infer Path, infer Input, infer Output, infer Code>
    ? Route<Method, Path, Input, Output, Code | 'rights_exceeded'>
    : never;

/**
 * The route, for those who have themselves what they hand on. It stands here and not in a rule, since rules see who asks
 * and not what they may do: whoever dispatches without the routes asks `withinOwn` first.
 */
export function handingOn<Method extends 'GET' | 'POST', Path extends string, Input, Output, Code extends string>(
  route: Route<Method, Path, Input, Output, Code>,
): Limited<Route<Method, Path, Input, Output, Code>> {
  const limited = {
    ...route,
    refusals: [...route.refusals, 'rights_exceeded'],
    async run(asked: { readonly actor: Actor }, input: HandedOn) {
      const refused = withinOwn(asked.actor, input);
      return refused ? { refused } : route.run(asked as never, input as never);
    },
  };
  // The compiler does not follow `Code | …` through the spread; `run` takes what the route's own schema parsed.
  return limited as unknown as Limited<Route<Method, Path, Input, Output, Code>>;
}
