import { EMPTY_ROOT, nodeHash } from './hash.ts';

/**
 * All that must be kept of a tree to go on appending: its size in leaves and the roots of its perfect subtrees, largest
 * first, one for each 1 in the binary form of the size. At most 53 hashes, however many rows are sealed.
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** The frontier after more leaves, given as leaf hashes. Throws when `frontier` cannot be one: it was stored wrongly. */
export function append(frontier: Frontier, leafHashes: readonly Uint8Array[]): Frontier {
  const { size } = frontier;
  if (!Number.isSafeInteger(size + leafHashes.length) || size < 0 || frontier.roots.length !== onesIn(size)) {
    throw new RangeError(`A tree of ${size} leaves does not have ${frontier.roots.length} perfect subtrees.`);
  }
  const roots = [...frontier.roots];
  leafHashes.forEach((leaf, index) => {
    let root = leaf;
    // As in adding 1 to a binary number: every trailing 1 is a subtree that the new leaf makes twice as large.
    for (let carry = size + index; carry % 2 === 1; carry = Math.floor(carry / 2)) {
      const left = roots.pop();
      if (left) root = nodeHash(left, root);
    }
    roots.push(root);
  });
  return { size: size + leafHashes.length, roots };
}

/** The root of the tree (RFC 9162, section 2.1.1): the perfect subtrees, joined from the smallest on. */
export const rootOfFrontier = ({ roots }: Frontier): Uint8Array =>
  roots.length === 0 ? EMPTY_ROOT : roots.reduceRight((right, left) => nodeHash(left, right));

/** The root of the tree over these leaf hashes. */
export const rootOf = (leafHashes: readonly Uint8Array[]): Uint8Array =>
  rootOfFrontier(append(emptyFrontier, leafHashes));

const onesIn = (size: number) => size.toString(2).replaceAll('0', '').length;
