import { type OpenApi, resolved, type Schema } from './document.ts';

/** A schema with the document that its references point into. */
export interface Placed {
  readonly schema: Schema;
  readonly document: OpenApi;
}

export interface Reading {
  /** Whether whoever reads the value overlooks fields that the schema does not name. Our server does not; a client must. */
  readonly overlooksUnknownFields: boolean;
}

/**
 * Why a value that satisfies `was` may not satisfy `is`: one line each, nothing when every such value does. Where JSON
 * Schema has no answer that is easy to be sure of (patterns, formats), any difference counts.
 */
export function narrowings(was: Placed, is: Placed, reading: Reading, place = ''): string[] {
  const [old, next] = [plain(was), plain(is)];
  const oldChoices = choicesOf(old);
  const nextChoices = choicesOf(next);
  if (oldChoices.length === 1 && nextChoices.length === 1) {
    return [...valueNarrowings(old, next), ...boundNarrowings(old, next)]
      .map((reason) => `${place || 'the value'}: ${reason}`)
      .concat(objectNarrowings(was, is, reading, place), listNarrowings(was, is, reading, place));
  }
  const fitsNone = oldChoices.flatMap((one) => {
    const reasons = nextChoices.map((other) =>
      narrowings({ ...was, schema: one }, { ...is, schema: other }, reading, place),
    );
    return reasons.some((why) => why.length === 0) ? [] : reasons.slice(0, 1).flat();
  });
  return fitsNone.map((reason) => `${reason} (in every alternative)`);
}

/** Without references, and with the parts of `allOf` as one. */
function plain({ schema, document }: Placed): Schema {
  const found = resolved<Schema>(schema, document);
  if (!found.allOf) return found;
  const { allOf, ...own } = found;
  return [own, ...allOf.map((part) => plain({ schema: part, document }))].reduce(both);
}

const both = (one: Schema, other: Schema): Schema => ({
  ...one,
  ...other,
  properties: { ...one.properties, ...other.properties },
  required: [...(one.required ?? []), ...(other.required ?? [])],
});

const choicesOf = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? [schema];

const everyType = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

function typesOf({ type, enum: values, const: only }: Schema): readonly string[] {
  if (type !== undefined) return [type].flat();
  const known = values ?? (only === undefined ? undefined : [only]);
  return known ? [...new Set(known.map(typeOf))] : everyType;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

const valuesOf = ({ enum: values, const: only }: Schema) => values ?? (only === undefined ? undefined : [only]);

function valueNarrowings(old: Schema, next: Schema): string[] {
  const types = typesOf(next);
  const lost = typesOf(old).filter(
    (type) => !types.includes(type) && !(type === 'integer' && types.includes('number')),
  );
  if (lost.length > 0) return [`${lost.join(', ')} does not fit`];
  const allowed = valuesOf(next);
  if (allowed === undefined || next['x-open'] === true) return [];
  const given = valuesOf(old);
  if (given === undefined) return [`anything does not fit ${allowed.join(', ')}`];
  const gone = given.filter((value) => !allowed.includes(value));
  return gone.length === 0 ? [] : [`${gone.join(', ')} does not fit ${allowed.join(', ')}`];
}

const least = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const most = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
const exactly = ['pattern', 'format', 'multipleOf', 'uniqueItems'] as const;

function boundNarrowings(old: Schema, next: Schema): string[] {
  const raised = least.filter(
    (name) => (next[name] ?? -Infinity) > (old[name] ?? -Infinity) && !isHeldBy(old, name, next[name]),
  );
  const lowered = most.filter(
    (name) => (next[name] ?? Infinity) < (old[name] ?? Infinity) && !isHeldBy(old, name, next[name]),
  );
  const other = exactly.filter((name) => next[name] !== undefined && next[name] !== old[name] && next[name] !== false);
  return [...raised, ...lowered, ...other].map(
    (name) => `${name} ${old[name] ?? 'without bounds'} does not fit ${next[name]}`,
  );
}

/** Values that are listed need no bound to keep it; one kind of bound may stand for the other; no length is below 0. */
function isHeldBy(old: Schema, name: (typeof least | typeof most)[number], bound = 0): boolean {
  const values = valuesOf(old);
  if (values) return values.every((value) => keeps(value, name, bound));
  if (name === 'minimum') return (old.exclusiveMinimum ?? -Infinity) >= bound;
  if (name === 'maximum') return (old.exclusiveMaximum ?? Infinity) <= bound;
  if (name === 'exclusiveMinimum') return (old.minimum ?? -Infinity) > bound;
  if (name === 'exclusiveMaximum') return (old.maximum ?? Infinity) < bound;
  return name.startsWith('min') && bound === 0;
}

function keeps(value: unknown, name: string, bound: number): boolean {
  const size = typeof value === 'number' ? value : typeof value === 'string' ? [...value].length : 0;
  if (name === 'exclusiveMinimum') return size > bound;
  if (name === 'exclusiveMaximum') return size < bound;
  return name.startsWith('min') ? size >= bound : size <= bound;
}

function objectNarrowings(was: Placed, is: Placed, reading: Reading, place: string): string[] {
  const [old, next] = [plain(was), plain(is)];
  if (!typesOf(old).includes('object') || !typesOf(next).includes('object')) return [];
  const [before, after] = [old.properties ?? {}, next.properties ?? {}];
  const at = (name: string) => (place ? `${place}.${name}` : name);
  const needed = (next.required ?? []).filter((name) => !old.required?.includes(name));
  const gone = Object.keys(before).filter((name) => !(name in after));
  const notTold = Object.keys(after).filter((name) => !(name in before) && !needed.includes(name));
  const others = (schema: Schema) => schema.additionalProperties ?? true;
  const asOther = (name: string) => narrowed({ ...was, schema: before[name] ?? {} }, others(next), at(name));
  const narrowed = (from: Placed | boolean, to: Schema | boolean, where: string): string[] => {
    if (to === true || from === false) return [];
    if (to === false) return [`${where}: is not taken any more`];
    return narrowings(from === true ? { ...was, schema: {} } : from, { ...is, schema: to }, reading, where);
  };
  const rest = others(old);
  return [
    ...needed.map((name) => `${at(name)}: ${reading.overlooksUnknownFields ? 'is not always there' : 'is needed now'}`),
    ...(reading.overlooksUnknownFields ? notTold.map((name) => `${at(name)}: is gone`) : []),
    ...(reading.overlooksUnknownFields ? [] : gone.flatMap(asOther)),
    ...Object.keys(after)
      .filter((name) => name in before)
      .flatMap((name) =>
        narrowings({ ...was, schema: before[name] ?? {} }, { ...is, schema: after[name] ?? {} }, reading, at(name)),
      ),
    ...(reading.overlooksUnknownFields && others(next) === false
      ? []
      : narrowed(typeof rest === 'boolean' ? rest : { ...was, schema: rest }, others(next), at('*'))),
  ];
}

function listNarrowings(was: Placed, is: Placed, reading: Reading, place: string): string[] {
  const [old, next] = [plain(was), plain(is)];
  if (!typesOf(old).includes('array') || !typesOf(next).includes('array') || valuesOf(old)) return [];
  const where = `${place}[]`;
  const [before, after] = [old.items ?? true, next.items ?? true];
  const places = Math.max(old.prefixItems?.length ?? 0, next.prefixItems?.length ?? 0);
  const pairs = Array.from(
    { length: places },
    (_, index) => [old.prefixItems?.[index] ?? before, next.prefixItems?.[index] ?? after] as const,
  );
  return [...pairs, [before, after] as const].flatMap(([one, other]) => {
    if (other === true || one === false) return [];
    if (other === false) return [`${where}: is not taken any more`];
    return narrowings({ ...was, schema: one === true ? {} : one }, { ...is, schema: other }, reading, where);
  });
}
