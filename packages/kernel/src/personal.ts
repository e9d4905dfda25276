import * as z from 'zod';

const marked = z.registry<{ personal: true }>();

/**
 * Marks a field as personal: in the log it lies beside the row, so that it can be erased while the row and its proof
 * stay. Mark the smallest schema that holds the personal thing; containers need no mark.
 */
export function personal<Schema extends z.ZodType>(schema: Schema): Schema {
  const own = schema.clone(); // a shared schema stays unmarked elsewhere
  marked.add(own, { personal: true });
  return own;
}

/** Prose that a person types. Always personal: nobody knows what people write. Trimmed, NFC, 1 to `max` characters. */
export const freeText = (max = 500) => personal(z.string().trim().normalize('NFC').min(1).max(max));

/** A path to a personal field; `*` stands for every element of an array or a record. */
export type PersonalPath = readonly string[];

/** Finds the personal fields of a schema. Done once, when a workflow is defined. */
export function personalPaths(schema: z.ZodType, at: PersonalPath = []): PersonalPath[] {
  // `get` also finds the mark of the schema that this one was made from: `personal(z.string()).max(20)` stays personal.
  if (marked.get(schema)) return [at];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) => personalPaths(field as z.ZodType, [...at, key]));
  }
  if (schema instanceof z.ZodArray) return personalPaths(schema.element as z.ZodType, [...at, '*']);
  if (schema instanceof z.ZodRecord) return personalPaths(schema.valueType as z.ZodType, [...at, '*']);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => personalPaths(option as z.ZodType, at));
  if (schema instanceof z.ZodPipe) return personalPaths(schema.out as z.ZodType, at);
  const wraps = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  if (wraps || schema instanceof z.ZodReadonly) return personalPaths(schema.unwrap() as z.ZodType, at);
  return [];
}

/** The personal values of a document by JSON pointer (RFC 6901). */
export type PersonalFields = Record<string, unknown>;

/** Takes the personal fields out: `rest` is a copy without them, `fields` holds them by pointer under `prefix`. */
export function takeOut(
  document: unknown,
  paths: readonly PersonalPath[],
  prefix: string,
  fields: PersonalFields,
): unknown {
  if (paths.length === 0 || document === null || typeof document !== 'object') return document;
  const rest = structuredClone(document);
  for (const path of paths) remove(rest, path, prefix, fields);
  return rest;
}

function remove(node: unknown, [key, ...deeper]: PersonalPath, pointer: string, fields: PersonalFields): void {
  if (!isHolder(node) || key === undefined) return;
  for (const own of key === '*' ? Object.keys(node) : [key]) {
    if (!Object.hasOwn(node, own) || node[own] === undefined) continue;
    const here = `${pointer}/${escapeKey(own)}`;
    if (deeper.length > 0) remove(node[own], deeper, here, fields);
    else {
      fields[here] = node[own];
      // An array keeps its length, so that the other elements keep their pointers.
      if (Array.isArray(node)) node[Number(own)] = null;
      else delete node[own];
    }
  }
}

type Holder = Record<string, unknown>;
const isHolder = (node: unknown): node is Holder => typeof node === 'object' && node !== null;
const escapeKey = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
