import { rootOf } from './frontier.ts';

/** A list of hashes that lets somebody recompute a root without the other leaves. */
export type Proof = readonly Uint8Array[];

/**
 * Proof that leaf `index` is in the tree over `leafHashes` (RFC 9162, section 2.1.3.1). For a subtree [start, end) hand in
 * its leaves alone. Throws a RangeError when there is no such leaf.
 */
export function inclusionProof(leafHashes: readonly Uint8Array[], index: number): Proof {
  if (!Number.isInteger(index) || index < 0 || index >= leafHashes.length) throw new RangeError(`No leaf ${index}.`);
  if (leafHashes.length === 1) return [];
  const split = splitOf(leafHashes.length);
  const left = leafHashes.slice(0, split);
  const right = leafHashes.slice(split);
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)];
}

/**
 * Proof that the tree over the first `size` leaves only grew into the one over all `leafHashes` (RFC 9162, section
 * 2.1.4.1). Throws a RangeError when `size` is not between 1 and the number of leaves.
 */
export function consistencyProof(leafHashes: readonly Uint8Array[], size: number): Proof {
  if (size < 1) throw new RangeError('Every tree grew out of the empty one; there is nothing to prove.');
  return subtreeConsistencyProof(leafHashes, 0, size);
}

/**
 * Proof that the subtree over the leaves [start, end) is part of the tree over `leafHashes` (draft-ietf-plants-merkle-tree-certs,
 * section 4.4). Throws a RangeError when it is no subtree: `start` must be a multiple of the least power of two that
 * holds the subtree.
 */
export function subtreeConsistencyProof(leafHashes: readonly Uint8Array[], start: number, end: number): Proof {
  const isWhole = [start, end].every(Number.isSafeInteger);
  if (!isWhole || end > leafHashes.length || !isSubtree(BigInt(start), BigInt(end))) {
    throw new RangeError(`[${start}, ${end}) is no subtree of ${leafHashes.length} leaves.`);
  }
  return start === end ? [] : within(leafHashes, start, end, true);
}

/** Whether [start, end) can be a subtree at all: such a piece is hashed the same way in every tree that contains it. */
export function isSubtree(start: bigint, end: bigint): boolean {
  if (start < 0n || end < start) return false;
  let width = 1n;
  while (width < end - start) width *= 2n;
  return start % width === 0n;
}

/** `known`: the verifier holds the hash of exactly this piece, so it need not be told. */
function within(leaves: readonly Uint8Array[], start: number, end: number, known: boolean): Proof {
  if (start === 0 && end === leaves.length) return known ? [] : [rootOf(leaves)];
  const split = splitOf(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  if (end <= split) return [...within(left, start, end, known), rootOf(right)];
  if (start >= split) return [...within(right, start - split, end - split, known), rootOf(left)];
  return [...within(right, 0, end - split, false), rootOf(left)];
}

/** The largest power of two below `size`: where a tree of that size parts. */
const splitOf = (size: number) => 2 ** (size - 1).toString(2).length / 2;
