import type { LogRow, PersonalFields, SaidRow } from './log-row.ts';

/** Called with the pointer of a field that lies where none was taken out: its place is not free, or does not exist. */
type OnMisplaced = (pointer: string) => void;

/** A stored row as it was said, with its personal fields in their places. */
export function asSaid({ personal, salt: _salt, leaf: _leaf, ...rest }: LogRow, onMisplaced?: OnMisplaced): SaidRow {
  const regions = ['/input', '/known', ...rest.facts.map((_, index) => `/facts/${index}`)];
  const homeless = (pointer: string) => !regions.some((region) => pointer.startsWith(`${region}/`));
  if (onMisplaced) Object.keys(personal).filter(homeless).forEach(onMisplaced);
  return {
    ...rest,
    input: putBack(rest.input, '/input', personal, onMisplaced),
    known: putBack(rest.known, '/known', personal, onMisplaced),
    facts: rest.facts.map((fact, index) => putBack(fact, `/facts/${index}`, personal, onMisplaced)),
  };
}

/**
 * Puts the fields under `prefix` back where they were. After an erasure there are none, and the gaps stay. A misplaced
 * field is left out: else the row would show one value, and its leaf commit to another.
 */
export function putBack(rest: unknown, prefix: string, fields: PersonalFields, onMisplaced?: OnMisplaced): unknown {
  const own = Object.entries(fields).filter(([pointer]) => pointer.startsWith(`${prefix}/`));
  if (own.length === 0) return rest;
  const whole = structuredClone(rest);
  for (const [pointer, value] of own) {
    const spelled = pointer.slice(prefix.length + 1).split('/');
    const keys = spelled.map(unescapeKey);
    const last = keys.pop() as string; // split() never answers an empty array
    const holder = keys.reduce<unknown>((node, key) => child(node, key), whole);
    const isCanonical = spelled.every((key) => escapeKey(unescapeKey(key)) === key);
    if (isCanonical && isHolder(holder) && isFree(holder, last)) holder[last] = value;
    else onMisplaced?.(pointer);
  }
  return whole;
}

/** Taking out deletes a key, or leaves null in a list so that the others keep their places. */
function isFree(holder: Holder, key: string): boolean {
  if (Array.isArray(holder)) return /^(0|[1-9]\d*)$/.test(key) && holder[Number(key)] === null;
  return key !== '__proto__' && !Object.hasOwn(holder, key);
}

type Holder = Record<string, unknown>;
const isHolder = (node: unknown): node is Holder => typeof node === 'object' && node !== null;
const child = (node: unknown, key: string) => (isHolder(node) && Object.hasOwn(node, key) ? node[key] : undefined);
const escapeKey = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeKey = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');
