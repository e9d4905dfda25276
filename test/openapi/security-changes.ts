import { isDeepStrictEqual } from 'node:util';
import type { OpenApi, Operation, SecurityNeed } from './document.ts';

/** What a client must show now that it need not show before, for one operation. */
export function securityChanges(pair: {
  readonly old: Operation;
  readonly before: OpenApi;
  readonly next: Operation;
  readonly after: OpenApi;
}): string[] {
  const { old, before, next, after } = pair;
  const had = needsOf(old, before);
  const has = needsOf(next, after);
  const refused = had.filter((need) => !has.some((other) => isEnough(need, other)));
  const schemes = [...new Set(had.flatMap((need) => Object.keys(need)))];
  const changed = schemes.filter(
    (name) =>
      after.components.securitySchemes?.[name] !== undefined &&
      !isDeepStrictEqual(before.components.securitySchemes?.[name], after.components.securitySchemes[name]),
  );
  return [
    ...refused.map((need) => `${Object.keys(need).join(' and ') || 'no sign-in'}: is not enough any more`),
    ...changed.map((name) => `${name}: is shown in another way`),
  ];
}

/** An operation's own needs stand in for the document's; none at all means that nothing need be shown. */
function needsOf({ security }: Operation, document: OpenApi): readonly SecurityNeed[] {
  const needs = security ?? document.security ?? [];
  return needs.length === 0 ? [{}] : needs;
}

/** Whether somebody who shows all of `shown` satisfies `need`. */
const isEnough = (shown: SecurityNeed, need: SecurityNeed): boolean =>
  Object.entries(need).every(
    ([scheme, scopes]) => scopes.every((scope) => shown[scheme]?.includes(scope)) && scheme in shown,
  );
