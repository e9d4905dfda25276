import * as z from 'zod';
import { codesOf, retryAfterSeconds, statusOf } from './codes.ts';
import { eventsPath } from './events.ts';
import { namesIn, type Place } from './paths.ts';
import { anyRoute, type SignInKind, securityOf, signInSchemes } from './sign-in-schemes.ts';

export interface OpenApiOptions {
  readonly routes: readonly Place[];
  readonly basePath: string;
  readonly title: string;
  readonly version: string;
  /** The ways to sign in, any one of which will do for a route; the document is silent about it where none is given. */
  readonly signIns?: readonly SignInKind[] | undefined;
}

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 has it. */
type Schema = z.core.JSONSchema.BaseSchema;

type Operation = ReturnType<typeof operationOf>;
type PathItem = { readonly get?: Operation | typeof events; readonly post?: Operation };

/** The routes as an OpenAPI 3.1 document: plain JSON, made once. */
export function openApiDocument({ routes, basePath, title, version, signIns }: OpenApiOptions) {
  const byPath = Map.groupBy(routes, ({ path }) => path);
  const paths = [...byPath].map(([path, own]): [string, PathItem] => [
    path,
    Object.fromEntries(own.map((route) => [route.method.toLowerCase(), operationOf(route, signIns)])),
  ]);
  return {
    openapi: '3.1.0',
    info: { title, version },
    servers: [{ url: basePath }],
    paths: Object.fromEntries([
      ...paths,
      [eventsPath, { get: signIns ? { ...events, security: securityOf(anyRoute, signIns) } : events }],
    ] satisfies [string, PathItem][]),
    components: {
      schemas: { Problem: problem },
      parameters: { IdempotencyKey: idempotencyKey },
      ...(signIns ? { securitySchemes: signInSchemes(routes, signIns) } : {}),
    },
  };
}

function operationOf(route: Place, signIns: readonly SignInKind[] | undefined) {
  const input = schemaOf(route.input, 'input');
  const inPath = namesIn(route.path);
  const isCommand = route.method === 'POST';
  const fields = Object.entries(input.properties ?? {});
  const asParameter = ([name, schema]: (typeof fields)[number]) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: (input.required ?? []).includes(name),
    schema,
  });
  const parameters = fields.filter(([name]) => !isCommand || inPath.includes(name)).map(asParameter);
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    ...(signIns ? { security: securityOf(route, signIns) } : {}),
    parameters: isCommand ? [...parameters, { $ref: '#/components/parameters/IdempotencyKey' }] : parameters,
    ...(isCommand ? { requestBody: { required: true, content: json(without(input, inPath)) } } : {}),
    responses: {
      200: { description: 'Done', content: json(schemaOf(route.output, 'output')) },
      ...refusalsOf(route),
    },
  };
}

/** `postVisitsVisitCheckIn` */
const operationId = ({ method, path }: Place) =>
  method.toLowerCase() + path.replace(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_between, first: string) => first.toUpperCase());

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  // `any`: a transformation that JSON Schema cannot tell is described by what goes into it.
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'throw' });
  return rest;
}

function without({ properties = {}, required = [], ...rest }: Schema, names: readonly string[]): Schema {
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name))),
    required: required.filter((name) => !names.includes(name)),
  };
}

/** One response for each status, with the closed list of its codes. */
function refusalsOf(route: Place) {
  const byStatus = Map.groupBy(codesOf(route), statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] };
      const waits = codes.some((code) => retryAfterSeconds[code] !== undefined);
      const headers = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } };
      const response = { description: codes.join(', '), content: { 'application/problem+json': { schema } } };
      return [status, waits ? { ...response, headers } : response];
    }),
  );
}

const json = (schema: Schema) => ({ 'application/json': { schema } });

const text = { type: 'string' };

const problemRef = { $ref: '#/components/schemas/Problem' };

const problem = {
  description: 'A refusal (RFC 9457). Programs read `code`, people read `detail`.',
  type: 'object',
  properties: {
    type: { ...text, format: 'uri' },
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: { ...text, description: 'In German or English, by Accept-Language.' },
    figures: { type: 'object', description: 'What the refusal was judged on.' },
    instance: { ...text, format: 'uri' },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'figures', 'instance'],
};

/** The one route that is no question and answer. */
const events = {
  operationId: 'getEvents',
  summary: 'What is committed in this office, as server-sent events, in order and without gaps',
  tags: ['events'],
  parameters: [
    {
      name: 'Last-Event-ID',
      in: 'header',
      required: false,
      description: 'Goes on after this event. One of another database, or too long ago, is answered with `reset`.',
      schema: text,
    },
  ],
  responses: {
    200: {
      description:
        'Events `reset` (load anew), `resumed`, and `committed` with workflow, case, version, at, state, tags and facts',
      content: { 'text/event-stream': { schema: text } },
    },
    401: { description: 'not_signed_in', content: { 'application/problem+json': { schema: problemRef } } },
    503: { description: 'store_away', content: { 'application/problem+json': { schema: problemRef } } },
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Names this wish. Sent again with the same key and content, it is answered again and done once.',
  schema: { type: 'string', minLength: 1, maxLength: 100, pattern: '^[ -9;-~]+$' },
};
