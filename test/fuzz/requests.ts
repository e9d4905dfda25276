import fc from 'fast-check';
import { type Draft, type WrittenRequest, written } from './draft.ts';
import { type Target, targetsOf } from './operations.ts';
import { type ValueSource, valuesOf } from './schema-values.ts';
import { spoiled, spoils } from './spoils.ts';

export interface RequestSource extends ValueSource {
  /** Ids that exist, in another office. */
  readonly foreignIds: readonly string[];
}

/** Requests to every operation of the document: two of five are valid, the others are spoiled in one or two ways. */
export function requests(source: RequestSource): fc.Arbitrary<WrittenRequest> {
  const valid = fc.oneof(...targetsOf(source.document).map((target) => validDraft(target, source)));
  const hostile = fc
    .tuple(valid, fc.array(spoils(source.foreignIds), { minLength: 1, maxLength: 2 }))
    .map(([draft, all]) => all.reduce(spoiled, draft));
  return fc.oneof({ weight: 2, arbitrary: valid }, { weight: 3, arbitrary: hostile }).map(written);
}

function validDraft(target: Target, source: ValueSource): fc.Arbitrary<Draft> {
  const { parameters, body, method } = target;
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const required = inQuery.filter((parameter) => parameter.required).map(({ name }) => name);
  return fc
    .record({
      inPath: fc.record(Object.fromEntries(inPath.map(({ name, schema }) => [name, valuesOf(schema, source, name)]))),
      query: fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, valuesOf(schema, source, name)])), {
        requiredKeys: required,
      }),
      fields: body === undefined ? fc.constant(undefined) : valuesOf(body, source),
      language: fc.constantFrom('de', 'en'),
      key: fc.uuid(),
    })
    .map(({ inPath, query, fields, language, key }) => ({
      target,
      kind: 'valid' as const,
      method,
      inPath: texts(inPath),
      query: Object.entries(texts(query)),
      headers: [['Accept-Language', language], ...(method === 'GET' ? [] : commandHeaders(key))],
      fields: isFields(fields)
        ? Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)] as const)
        : undefined,
    }));
}

const texts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

const commandHeaders = (key: string): Draft['headers'] => [
  ['Content-Type', 'application/json'],
  ['Idempotency-Key', key],
];

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
