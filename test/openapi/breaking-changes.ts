import { type Content, type OpenApi, type Operation, type Parameter, resolved, type Schema } from './document.ts';
import { narrowings } from './narrower.ts';
import { securityChanges } from './security-changes.ts';

/**
 * What in an API may stop a client that was written for `before` from working with `after`: one line each. Whatever it
 * sent must still be taken, and whatever it is answered must still be what it was told to expect.
 * A client overlooks answer fields that it does not know, and takes an unknown refusal code by its status (RFC 9457).
 */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  const base = (document: OpenApi) => document.servers.map(({ url }) => url).join();
  const moved = base(before) === base(after) ? [] : [`the API has moved from ${base(before)} to ${base(after)}`];
  const operations = Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, old]) => {
      const next = after.paths[path]?.[method];
      const name = `${method.toUpperCase()} ${path}`;
      return next
        ? operationChanges({ old, before, next, after }).map((change) => `${name}: ${change}`)
        : [`${name}: is gone`];
    }),
  );
  return [...moved, ...operations];
}

interface Pair {
  readonly old: Operation;
  readonly before: OpenApi;
  readonly next: Operation;
  readonly after: OpenApi;
}

const operationChanges = (pair: Pair): string[] => [
  ...(pair.old.operationId === pair.next.operationId
    ? []
    : [`operationId was ${pair.old.operationId}, and generated clients have it as a name`]),
  ...parameterChanges(pair),
  ...bodyChanges(pair),
  ...responseChanges(pair),
  ...securityChanges(pair),
];

function parameterChanges({ old, before, next, after }: Pair): string[] {
  const named = (operation: Operation, document: OpenApi) =>
    new Map(
      (operation.parameters ?? [])
        .map((parameter) => resolved<Parameter>(parameter, document))
        .map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
    );
  const [had, has] = [named(old, before), named(next, after)];
  const needed = [...has].filter(([name, { required }]) => required && !had.get(name)?.required);
  return [
    ...[...had.keys()].filter((name) => !has.has(name)).map((name) => `${name}: is not taken any more`),
    ...needed.map(([name]) => `${name}: is needed now`),
    ...[...had].flatMap(([name, { schema }]) => {
      const now = has.get(name);
      return now ? taken({ schema, document: before }, { schema: now.schema, document: after }, name) : [];
    }),
  ];
}

function bodyChanges({ old, before, next, after }: Pair): string[] {
  const [had, has] = [old.requestBody, next.requestBody];
  if (had && !has) return ['the body is not taken any more'];
  if (!has) return [];
  const needed = has.required && !had?.required ? ['a body is needed now'] : [];
  return [
    ...needed,
    ...sameMedia(had?.content, has.content, (one, other) =>
      taken({ schema: one, document: before }, { schema: other, document: after }, 'body'),
    ),
  ];
}

function responseChanges({ old, before, next, after }: Pair): string[] {
  return Object.entries(old.responses).flatMap(([status, had]) => {
    const has = next.responses[status];
    if (!has) return [`${status}: is not answered any more`];
    const told = sameMedia(had.content, has.content ?? {}, (one, other, media) =>
      media === 'application/problem+json'
        ? codesGone(one, other)
        : answered({ schema: other, document: after }, { schema: one, document: before }, 'answer'),
    );
    return told.map((change) => `${status} ${change}`);
  });
}

type Placed = Parameters<typeof narrowings>[0];

/** What was sent before must be taken now. */
const taken = (was: Placed, is: Placed, place: string) => narrowings(was, is, { overlooksUnknownFields: false }, place);

/** What is answered now must be what was told before. */
const answered = (now: Placed, told: Placed, place: string) =>
  narrowings(now, told, { overlooksUnknownFields: true }, place);

function sameMedia(
  had: Content = {},
  has: Content,
  compare: (one: Schema, other: Schema, media: string) => string[],
): string[] {
  return Object.entries(had).flatMap(([media, { schema }]) => {
    const other = has[media];
    return other ? compare(schema, other.schema, media) : [`${media}: is gone`];
  });
}

function codesGone(old: Schema, next: Schema): string[] {
  const has = codesIn(next);
  return codesIn(old)
    .filter((code) => !has.includes(code))
    .map((code) => `refusal ${code}: is gone`);
}

/** The closed list of codes that our documents put beside `Problem`. */
const codesIn = ({ allOf = [], properties }: Schema): readonly unknown[] => [
  ...(properties?.code?.enum ?? []),
  ...allOf.flatMap(codesIn),
];
