import { hash } from 'node:crypto';

/** Bytes of a SHA-256 hash. */
export const HASH_BYTES = 32;

/** The root of a tree without leaves: SHA-256 of nothing (RFC 9162, section 2.1.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of a leaf, SHA-256(0x00 ‖ data). The first byte keeps a leaf from being taken for a node (RFC 9162, section 2.1.1). */
export const leafHash = (data: Uint8Array): Uint8Array => sha256(Buffer.concat([LEAF, data]));

/** The hash of a node over two hashes, SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Buffer.concat([NODE, left, right]));

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

export function sha256(data: Uint8Array | string): Buffer {
  return hash('sha256', data, 'buffer');
}
