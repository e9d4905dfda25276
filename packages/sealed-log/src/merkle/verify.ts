import { EMPTY_ROOT, HASH_BYTES, nodeHash, sameBytes } from './hash.ts';
import { isSubtree, type Proof } from './prove.ts';

/** A size or a place in a tree: a whole number from 0 on. Trees of others may be larger than a `number` can count. */
export type Position = bigint | number;

export interface Inclusion {
  readonly leafHash: Uint8Array;
  readonly index: Position;
  readonly size: Position;
  readonly root: Uint8Array;
  readonly proof: Proof;
}

/** Whether the proof shows that the leaf is at `index` of the tree (RFC 9162, section 2.1.3.2). */
export const verifyInclusion = ({ size, ...claim }: Inclusion): boolean =>
  verifySubtreeInclusion({ ...claim, start: 0n, end: size });

export interface SubtreeInclusion extends Omit<Inclusion, 'size'> {
  readonly start: Position;
  readonly end: Position;
}

/** Whether the leaf at `index` of the whole tree is in the subtree [start, end) with this root (the draft's section 4.3). */
export function verifySubtreeInclusion({ leafHash, root, proof, ...places }: SubtreeInclusion): boolean {
  const [index, start, end] = wholeNumbers(places.index, places.start, places.end);
  if (index === undefined || start === undefined || end === undefined) return false;
  if (!isSubtree(start, end) || index < start || index >= end) return false;
  if (![leafHash, root, ...proof].every(isHash)) return false;
  let at = index - start;
  let last = end - start - 1n;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      // The last node of an odd row has no sibling; it goes up as it is, until it has one on its left.
      while (!isOdd(at) && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n && sameBytes(hash, root);
}

export interface Consistency {
  readonly size1: Position;
  readonly size2: Position;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: Proof;
}

/**
 * Whether the proof shows that the tree of `size1` leaves only grew into the one of `size2` (RFC 9162, section 2.1.4.2).
 * A claim about the empty tree is void and refused.
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: Consistency): boolean {
  if (Number(size1) === 0) return false;
  return verifySubtreeConsistency({ start: 0n, end: size1, size: size2, subtreeRoot: root1, root: root2, proof });
}

export interface SubtreeConsistency {
  readonly start: Position;
  readonly end: Position;
  readonly size: Position;
  readonly subtreeRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: Proof;
}

/** Whether the subtree [start, end) with its root is part of the tree of `size` leaves with its root (the draft's section 4.4.3). */
export function verifySubtreeConsistency({ subtreeRoot, root, proof, ...places }: SubtreeConsistency): boolean {
  const [start, end, size] = wholeNumbers(places.start, places.end, places.size);
  if (start === undefined || end === undefined || size === undefined) return false;
  if (!isSubtree(start, end) || end > size || !proof.every(isHash)) return false;
  if (start === end) return proof.length === 0 && isEmptySubtree(subtreeRoot, size, root);

  let [first, last, lastOfTree] = [start, end - 1n, size - 1n];
  const up = () => {
    [first, last, lastOfTree] = [first >> 1n, last >> 1n, lastOfTree >> 1n];
  };
  // Up to the largest piece on the right edge of the subtree that is a node of the large tree, too.
  const reachesTheEnd = last === lastOfTree;
  while (first !== last && (reachesTheEnd || isOdd(last))) up();

  const rest = [...proof];
  const seed = first === last ? subtreeRoot : rest.shift();
  if (!seed) return false;
  let small = seed;
  let large = seed;
  for (const hash of rest) {
    if (lastOfTree === 0n) return false;
    if (isOdd(last) || last === lastOfTree) {
      if (first < last) small = nodeHash(hash, small);
      large = nodeHash(hash, large);
      while (!isOdd(last) && last !== 0n) up();
    } else {
      large = nodeHash(large, hash);
    }
    up();
  }
  return lastOfTree === 0n && sameBytes(small, subtreeRoot) && sameBytes(large, root);
}

const isEmptySubtree = (subtreeRoot: Uint8Array, size: bigint, root: Uint8Array) =>
  sameBytes(subtreeRoot, EMPTY_ROOT) && (size > 0n || sameBytes(root, EMPTY_ROOT));

const wholeNumbers = (...places: Position[]) =>
  places.map((place) => {
    if (typeof place === 'number' && !Number.isSafeInteger(place)) return undefined;
    return place < 0 ? undefined : BigInt(place);
  });

const isOdd = (place: bigint) => (place & 1n) === 1n;
const isHash = (hash: Uint8Array) => hash.length === HASH_BYTES;
