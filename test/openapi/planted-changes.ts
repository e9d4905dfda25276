import type { OpenApi, Operation, Schema } from './document.ts';

const text = { type: 'string' } as const;

export const input: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 100, pattern: '^[a-z]+$' },
    purpose: { type: 'string', enum: ['visit', 'delivery'] },
    guests: { type: 'integer', minimum: 0, maximum: 9 },
    until: { type: ['string', 'null'] },
    notes: { type: 'array', items: { type: 'string', maxLength: 50 }, maxItems: 5 },
    badge: {
      anyOf: [
        { type: 'string', const: 'paper' },
        { type: 'integer', minimum: 1 },
      ],
    },
  },
  required: ['name'],
  additionalProperties: false,
};

const output: Schema = {
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    state: { type: 'string', enum: ['waiting', 'left'] },
    colour: { type: 'string', enum: ['red'], 'x-open': true },
    leftAt: text,
    count: { type: 'integer', minimum: 0 },
    lines: { type: 'array', items: { type: 'object', properties: { name: text }, required: ['name'] } },
  },
  required: ['id', 'state', 'lines'],
  additionalProperties: false,
};

const problem = (...codes: string[]): Schema => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }],
});

const begin: Operation = {
  operationId: 'begin',
  parameters: [
    { name: 'office', in: 'path', required: true, schema: text },
    { name: 'dry', in: 'query', schema: { type: 'boolean' } },
    { $ref: '#/components/parameters/Key' },
  ],
  requestBody: { required: true, content: { 'application/json': { schema: input } } },
  responses: {
    200: { content: { 'application/json': { schema: output } } },
    422: { content: { 'application/problem+json': { schema: problem('host_unknown', 'too_late') } } },
  },
  security: [{ session: [] }, { key: ['visits'] }],
};

/** A small API as it was released. */
export const released: OpenApi = {
  openapi: '3.1.0',
  servers: [{ url: '/api/v1' }],
  paths: { '/visits': { post: begin, get: { operationId: 'list', responses: {} } } },
  components: {
    schemas: { Problem: { type: 'object', properties: { code: text }, required: ['code'] } },
    parameters: {
      Key: { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 100 } },
    },
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'session' },
      key: { type: 'http', scheme: 'bearer' },
    },
  },
};

/** The released document with one operation changed. */
const withOperation = (change: Partial<Operation>): OpenApi => ({
  ...released,
  paths: { '/visits': { ...released.paths['/visits'], post: { ...begin, ...change } } },
});

const withInput = (change: Schema) =>
  withOperation({
    requestBody: { required: true, content: { 'application/json': { schema: { ...input, ...change } } } },
  });

export const withField = (name: string, schema: Schema) =>
  withInput({ properties: { ...input.properties, [name]: schema } });

const withOutput = (change: Schema) =>
  withOperation({
    responses: { ...begin.responses, 200: { content: { 'application/json': { schema: { ...output, ...change } } } } },
  });

const withAnswer = (name: string, schema: Schema) =>
  withOutput({ properties: { ...output.properties, [name]: schema } });

const withoutKey = (schema: Schema, gone: string): Schema => ({
  properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => name !== gone)),
});

const [officeParameter, dryParameter, keyParameter] = begin.parameters ?? [];
if (!officeParameter || !dryParameter || !keyParameter) throw new Error('The planted document has three parameters.');
const components = released.components;

/** It with one thing changed, by what that means for a client that was written before. */
export const breaking: Readonly<Record<string, OpenApi>> = {
  'a path is gone': { ...released, paths: {} },
  'a method is gone': { ...released, paths: { '/visits': { post: begin } } },
  'the API has moved': { ...released, servers: [{ url: '/api/v2' }] },
  'an operation has another id': withOperation({ operationId: 'start' }),

  'a parameter is gone': withOperation({ parameters: [officeParameter, keyParameter] }),
  'a needed parameter is new': withOperation({
    parameters: [...(begin.parameters ?? []), { name: 'site', in: 'query', required: true, schema: text }],
  }),
  'a parameter is needed now': withOperation({
    parameters: [officeParameter, { ...dryParameter, required: true } as never, keyParameter],
  }),
  'a parameter has another type': withOperation({
    parameters: [officeParameter, { name: 'dry', in: 'query', schema: { type: 'integer' } }, keyParameter],
  }),
  'a shared parameter is held tighter': {
    ...released,
    components: {
      ...components,
      parameters: {
        Key: { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 50 } },
      },
    },
  },

  'the body is gone': {
    ...released,
    paths: { '/visits': { ...released.paths['/visits'], post: { ...begin, requestBody: undefined } as never } },
  },
  'the body has another media type': withOperation({
    requestBody: { required: true, content: { 'application/xml': { schema: input } } },
  }),
  'a needed field is new': withInput({ properties: { ...input.properties, site: text }, required: ['name', 'site'] }),
  'a field is needed now': withInput({ required: ['name', 'guests'] }),
  'a field is refused now': withInput(withoutKey(input, 'until')),
  'a type is narrower': withField('until', text),
  'a text must be a number': withField('name', { type: 'integer' }),
  'a value is gone from a list': withField('purpose', { type: 'string', enum: ['visit'] }),
  'a text is a list now': withField('name', { type: 'string', enum: ['anna'] }),
  'a shortest text is longer': withField('name', { ...input.properties?.name, minLength: 2 }),
  'a longest text is shorter': withField('name', { ...input.properties?.name, maxLength: 99 }),
  'a least number is more': withField('guests', { type: 'integer', minimum: 1, maximum: 9 }),
  'a number is bounded on its other side': withField('guests', { type: 'integer', minimum: 0, exclusiveMaximum: 9 }),
  'a most number is less': withField('guests', { type: 'integer', minimum: 0, maximum: 8 }),
  'a pattern is another': withField('name', { ...input.properties?.name, pattern: '^[a-y]+$' }),
  'a pattern is new': withField('until', { type: ['string', 'null'], pattern: '^x$' }),
  'a format is new': withField('until', { type: ['string', 'null'], format: 'date' }),
  'a list may hold less': withField('notes', { ...input.properties?.notes, maxItems: 4 }),
  'what a list holds is held tighter': withField('notes', {
    type: 'array',
    items: { type: 'string', maxLength: 49 },
    maxItems: 5,
  }),
  'an alternative is gone': withField('badge', { anyOf: [{ type: 'integer', minimum: 1 }] }),
  'an alternative is held tighter': withField('badge', {
    anyOf: [
      { type: 'string', const: 'paper' },
      { type: 'integer', minimum: 2 },
    ],
  }),

  'a status is gone': withOperation({ responses: { 422: begin.responses[422] ?? {} } }),
  'a code is gone': withOperation({
    responses: {
      ...begin.responses,
      422: { content: { 'application/problem+json': { schema: problem('host_unknown') } } },
    },
  }),
  'an answer has another media type': withOperation({
    responses: { ...begin.responses, 200: { content: { 'text/csv': { schema: text } } } },
  }),
  'an answer field is gone': withOutput({ ...withoutKey(output, 'state'), required: ['id', 'lines'] }),
  'an answer field that was there sometimes is gone': withOutput(withoutKey(output, 'leftAt')),
  'an answer field is not always there': withOutput({ required: ['id', 'lines'] }),
  'an answer field may be null': withAnswer('leftAt', { type: ['string', 'null'] }),
  'an answer field has another type': withAnswer('leftAt', { type: 'integer' }),
  'an answer may have a value that was not in its list': withAnswer('state', {
    type: 'string',
    enum: ['waiting', 'left', 'lost'],
  }),
  'an answer has no list any more': withAnswer('state', text),
  'an answer may be less': withAnswer('count', { type: 'integer', minimum: -1 }),
  'an answer loses its format': withAnswer('id', text),
  'a field inside of a list is not always there': withAnswer('lines', {
    type: 'array',
    items: { type: 'object', properties: { name: text } },
  }),

  'signing in is needed where it was not': { ...released, security: [{ session: [] }] },
  'one way of signing in is gone': withOperation({ security: [{ session: [] }] }),
  'another scope is needed': withOperation({ security: [{ session: [] }, { key: ['visits', 'staff'] }] }),
  'two proofs are needed': withOperation({ security: [{ session: [], key: ['visits'] }] }),
  'a proof is shown in another way': {
    ...released,
    components: {
      ...components,
      securitySchemes: { ...components.securitySchemes, session: { type: 'apiKey', in: 'header', name: 'session' } },
    },
  },
};

/** It with one thing changed that no such client notices. */
export const harmless: Readonly<Record<string, OpenApi>> = {
  'nothing is different': released,
  'a path is new': { ...released, paths: { ...released.paths, '/hosts': { get: { responses: {} } } } },
  'a parameter that may be left out is new': withOperation({
    parameters: [...(begin.parameters ?? []), { name: 'site', in: 'query', schema: text }],
  }),
  'a field that may be left out is new': withField('site', text),
  'a field need not be there': withInput({ required: [] }),
  'a type is wider': withField('guests', { type: ['integer', 'null'], minimum: 0, maximum: 9 }),
  'a whole number may be any': withField('guests', { type: 'number', minimum: 0, maximum: 9 }),
  'a value is new in a list that is sent': withField('purpose', {
    type: 'string',
    enum: ['visit', 'delivery', 'interview'],
  }),
  'bounds are wider': withField('name', { type: 'string', minLength: 0, maxLength: 200 }),
  'a bound is said in another way': withField('guests', { type: 'integer', exclusiveMinimum: -1, maximum: 9 }),
  'an alternative is new': withField('badge', { anyOf: [...(input.properties?.badge?.anyOf ?? []), { type: 'null' }] }),
  'an answer field is new': withAnswer('host', text),
  'an answer field is always there now': withOutput({ required: ['id', 'state', 'lines', 'leftAt'] }),
  'an answer is held tighter': withAnswer('count', { type: 'integer', minimum: 0, maximum: 5 }),
  'a value is new in a list that says it is open': withAnswer('colour', {
    type: 'string',
    enum: ['red', 'blue'],
    'x-open': true,
  }),
  'a value never comes any more': withAnswer('state', { type: 'string', enum: ['left'] }),
  'a status and a code are new': withOperation({
    responses: {
      ...begin.responses,
      409: {},
      422: { content: { 'application/problem+json': { schema: problem('host_unknown', 'too_late', 'closed') } } },
    },
  }),
  'another way of signing in is new': withOperation({ security: [...(begin.security ?? []), { token: [] }] }),
  'signing in is not needed any more': withOperation({ security: [] }),
};
