import { createHash, randomFillSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Fact } from './decide.ts';
import type { Definition } from './definition.ts';
import { type PersonalFields, putBack, takeOut } from './personal.ts';
import type { LogRow } from './store.ts';

const SALT_BYTES = 16;

/** A log row as it was said, before its personal fields are laid apart. */
export type Said = Omit<LogRow, 'personal' | 'salt' | 'leaf' | 'facts'> & { readonly facts: readonly Fact[] };

/** Makes the row to store: personal fields apart, a fresh salt, and a leaf that commits to all of it. */
export function logRow(definition: Definition, said: Said): LogRow {
  const personal: PersonalFields = {};
  const paths = definition.compiled.get(said.command)?.personal;
  const salt = freshSalt();
  const leaf = leafOf(salt, said);
  return {
    ...said,
    input: takeOut(said.input, paths?.input ?? [], '/input', personal),
    known: takeOut(said.known, paths?.known ?? [], '/known', personal),
    facts: said.facts.map((fact, index) =>
      takeOut(fact, definition.personalFacts.get(fact.type) ?? [], `/facts/${index}`, personal),
    ),
    personal,
    salt,
    leaf,
  };
}

/** Asking the system for randomness costs more than a hash, so a page of it is fetched at a time; no byte is used twice. */
const page = Buffer.alloc(SALT_BYTES * 256);
let used = page.length;

function freshSalt(): Buffer {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += SALT_BYTES;
  return Buffer.from(page.subarray(used - SALT_BYTES, used));
}

/** A stored row as it was said. After an erasure the personal fields are missing. */
export function asSaid(row: LogRow): Said {
  const { personal, salt: _salt, leaf: _leaf, ...rest } = row;
  return {
    ...rest,
    input: putBack(rest.input, '/input', personal),
    known: putBack(rest.known, '/known', personal),
    // The kernel wrote them as facts.
    facts: rest.facts.map((fact, index) => putBack(fact, `/facts/${index}`, personal) as Fact),
  };
}

/**
 * SHA-256 of salt ‖ canonical JSON (RFC 8785) of the row with its personal fields. The salt keeps a short field, such as
 * a birth date, from being guessed out of the leaf once the field is erased.
 */
export function leafOf(salt: Uint8Array, said: Said): Buffer {
  return createHash('sha256').update(salt).update(canonicalJson(said)).digest();
}

/** Two values are the same when their canonical JSON is: key order and number spelling do not count. */
export const sameJson = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('The log holds JSON only.');
  return text;
}
