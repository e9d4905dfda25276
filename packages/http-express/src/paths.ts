import type { Door, Route } from '@front-office/kernel';
import { isHttpCode } from './codes.ts';

/** Whatever has an address of its own. */
export type Place = Route | Door;

/** The names in braces: `/visits/{visit}/leave` has `visit`. */
export const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** `/visits/{visit}` as Express writes it: `/visits/:visit`. */
export const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Routes by path; a written-out segment comes before a name in braces, so that `/visits/expected` is no visit. */
export function routesByPath(routes: readonly Place[]): [path: string, routes: readonly Place[]][] {
  for (const route of routes) check(route);
  const byShape = Map.groupBy(routes, ({ path }) => shapeOf(path));
  const shared = [...byShape.values()];
  for (const [first, ...others] of shared) {
    const other = others.find(({ path, method }) => path !== first?.path || method === first.method);
    if (first && other) throw new Error(`${first.path} and ${other.path} are one address`);
  }
  return [...byShape]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]) => (first ? [[first.path, [first, ...others]]] : []));
}

/** `{` sorts behind every letter and the hyphen of a written-out segment. */
const shapeOf = (path: string) => path.replace(/\{\w+\}/g, '{}');

/** Whether a session stands, a door finds out by itself, and says so as the routes are told. */
const ofSessions: ReadonlySet<string> = new Set(['not_signed_in', 'session_locked', 'second_proof_owed']);

function check(place: Place): void {
  const { path, input, refusals } = place;
  if (!/^(?:\/(?:[a-z0-9-]+|\{[A-Za-z]\w*\}))+$/.test(path)) throw new Error(`${path} is no path of a route`);
  const missing = namesIn(path).find((name) => !(name in input.shape));
  if (missing !== undefined) throw new Error(`${path}: the input has no field "${missing}"`);
  const taken = refusals.find((code) => isHttpCode(code) && !('kind' in place && ofSessions.has(code)));
  if (taken !== undefined) throw new Error(`${path}: the refusal code "${taken}" belongs to HTTP`);
}
