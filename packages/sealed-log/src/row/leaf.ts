import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/**
 * SHA-256 of salt ‖ canonical JSON (RFC 8785) of the row with its personal fields. The salt keeps a short field, such as
 * a birth date, from being guessed out of the leaf once the field is erased. Throws when the row is no JSON.
 */
export const leafOf = (salt: Uint8Array, said: object): Buffer =>
  createHash('sha256').update(salt).update(canonicalJson(said)).digest();

/**
 * SHA-256, in hex, of what an erasure leaves of a row: all of it without `personal`, `salt` and `leaf`. The row that
 * erases keeps these hashes, since nobody can compute the leaf of an erased row again.
 */
export function remainsOf(row: object): string {
  const { personal: _personal, salt: _salt, leaf: _leaf, ...rest } = row as Record<string, unknown>; // any object has keys
  return createHash('sha256').update(canonicalJson(rest)).digest('hex');
}
