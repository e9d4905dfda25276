import fc from 'fast-check';
import { type OpenApi, resolved, type Schema } from '../openapi/document.ts';

export interface ValueSource {
  readonly document: OpenApi;
  /** Ids that exist in the caller's office, by the name of the field or parameter: `{ visit: […], host: […] }`. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

/**
 * Values that satisfy a JSON Schema (2020-12), and shrink. `name` is the field's, for `ids`.
 * @throws for a pattern that neither fast-check can read nor one of our samples fits: add a sample.
 */
export function valuesOf(schema: Schema | boolean | undefined, source: ValueSource, name = ''): fc.Arbitrary<unknown> {
  if (schema === undefined || typeof schema === 'boolean') return fc.jsonValue({ maxDepth: 2 });
  if (schema.$ref !== undefined) return valuesOf(resolved(schema, source.document), source, name);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valuesOf(one, source, name)));
  if (schema.allOf) return valuesOf(schema.allOf.reduce(both, {}), source, name);
  const types = [schema.type ?? []].flat();
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, source, name)));
}

function valuesOfType(type: string, schema: Schema, source: ValueSource, name: string): fc.Arbitrary<unknown> {
  if (type === 'string') return textOf(schema, source.ids[name] ?? []);
  if (type === 'integer') return integerOf(schema);
  if (type === 'number') return numberOf(schema);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return listOf(schema, source, name);
  if (type === 'object') return objectOf(schema, source);
  throw new Error(`"${type}" is no type of JSON Schema`);
}

const both = (one: Schema, other: Schema): Schema => ({
  ...one,
  ...other,
  properties: { ...one.properties, ...other.properties },
  required: [...(one.required ?? []), ...(other.required ?? [])],
});

/** An id that exists most of the time, so that requests come as far as the rules. */
function textOf(schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 200, pattern } = schema;
  const hasRightLength = (text: string) => text.length >= minLength && text.length <= maxLength;
  if (pattern === undefined)
    return fc
      .string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
      .filter(hasRightLength);
  const shape = new RegExp(pattern, 'u');
  // One name may stand for several things: a role by its id in a path, and by its key among somebody's rights.
  const here = known.filter((text) => shape.test(text) && hasRightLength(text));
  const fitting = samples.filter((sample) => shape.test(sample) && hasRightLength(sample));
  const made = matching(shape)?.filter((text) => shape.test(text) && hasRightLength(text));
  const ways = [
    ...(here.length > 0 ? [{ weight: 8, arbitrary: fc.constantFrom(...here) }] : []),
    ...(fitting.length > 0 ? [{ weight: 2, arbitrary: fc.constantFrom(...fitting) }] : []),
    ...(made ? [{ weight: 1, arbitrary: made }] : []),
  ];
  if (ways.length === 0) throw new Error(`No value is known for the pattern ${pattern}: add a sample that fits it`);
  return fc.oneof(...ways);
}

/** fast-check makes strings from most expressions, but not from those with look-around or letters by property. */
function matching(shape: RegExp): fc.Arbitrary<string> | undefined {
  try {
    const made = fc.stringMatching(shape);
    fc.sample(made, { numRuns: 1, seed: 1 });
    return made;
  } catch {
    return undefined;
  }
}

const WIDEST = 2 ** 53 - 1;

function integerOf({ minimum = -WIDEST, maximum = WIDEST, exclusiveMinimum, exclusiveMaximum, multipleOf }: Schema) {
  const min = Math.max(Math.ceil(minimum), exclusiveMinimum === undefined ? -WIDEST : Math.floor(exclusiveMinimum) + 1);
  const max = Math.min(Math.floor(maximum), exclusiveMaximum === undefined ? WIDEST : Math.ceil(exclusiveMaximum) - 1);
  return multipleOf === undefined
    ? fc.integer({ min, max })
    : fc.integer({ min: Math.ceil(min / multipleOf), max: Math.floor(max / multipleOf) }).map((by) => by * multipleOf);
}

const numberOf = ({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema) =>
  fc.double({
    noNaN: true,
    noDefaultInfinity: true,
    min: minimum ?? exclusiveMinimum ?? -WIDEST,
    max: maximum ?? exclusiveMaximum ?? WIDEST,
    minExcluded: exclusiveMinimum !== undefined,
    maxExcluded: exclusiveMaximum !== undefined,
  });

function listOf(
  { items, prefixItems, minItems = 0, maxItems, uniqueItems }: Schema,
  source: ValueSource,
  name: string,
) {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => valuesOf(item, source, name)));
  const item = valuesOf(items, source, name);
  const length = { minLength: minItems, maxLength: Math.min(maxItems ?? minItems + 4, minItems + 4) };
  return uniqueItems ? fc.uniqueArray(item, { ...length, selector: JSON.stringify }) : fc.array(item, length);
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema, source: ValueSource) {
  const own = Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema, source, name)] as const);
  const known = fc.record(Object.fromEntries(own), { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object' || own.length > 0) return known;
  return fc.dictionary(fc.constantFrom('one', 'two', 'three'), valuesOf(additionalProperties, source));
}

/** What people type, for patterns that only a person can read. */
const samples = [
  'Beispielmüller',
  'Anna',
  'Dr.',
  'Beispiel & Söhne GmbH',
  'Klingel defekt',
  'routine',
  'vip',
  '17',
  'de',
  '2026-06-30T10:00:00+02:00',
  '2026-06-30T08:00:00Z',
  '2026-07-01T23:59:59.999+02:00',
  '2026-06-30',
  '09:30',
  'empfang@example.com',
  '+4930231250',
  '2026-06-30T08:00:00.000Z~01983b5e-0000-7000-8000-000000000001',
  '01983b5e-0000-7000-8000-000000000001',
  'wish 1',
];
