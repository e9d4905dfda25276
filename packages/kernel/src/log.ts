import { randomFillSync } from 'node:crypto';
import { asSaid as asSaidRow, canonicalJson, leafOf } from '@front-office/sealed-log';
import type { Fact } from './decide.ts';
import type { Definition } from './definition.ts';
import { type PersonalFields, takeOut } from './personal.ts';
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
// The kernel wrote the row: its facts are facts, its instants instants.
export const asSaid = (row: LogRow): Said => asSaidRow(row) as Said;

/** Two values are the same when their canonical JSON is: key order and number spelling do not count. */
export const sameJson = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
