import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, emptyFrontier, rootOf, rootOfFrontier } from '../src/merkle/frontier.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from '../src/merkle/hash.ts';
import { consistencyProof, inclusionProof, isSubtree, subtreeConsistencyProof } from '../src/merkle/prove.ts';
import {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from '../src/merkle/verify.ts';

const LEAVES = Array.from({ length: 130 }, (_, index) => leafHash(Buffer.from(`row ${index}`)));
const sizes = fc.integer({ min: 1, max: LEAVES.length });
const leaves = (size: number) => LEAVES.slice(0, size);

/** RFC 9162, section 2.1.1, word for word: what everything else is measured against. */
function definedRoot(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes;
  if (!first) return EMPTY_ROOT;
  if (hashes.length === 1) return first;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(definedRoot(hashes.slice(0, split)), definedRoot(hashes.slice(split)));
}

/** The same hashes with one bit of one of them turned over. */
function flipped(hashes: readonly Uint8Array[], bit: number): Uint8Array[] {
  const at = bit % (hashes.length * 256);
  return hashes.map((hash, index) => {
    if (index !== Math.floor(at / 256)) return hash;
    const copy = Buffer.from(hash);
    const byte = Math.floor((at % 256) / 8);
    copy[byte] = (copy[byte] ?? 0) ^ (1 << (at % 8));
    return copy;
  });
}

describe('the root of a tree', () => {
  it('is the one that RFC 9162 defines, for every size', () => {
    for (let size = 0; size <= LEAVES.length; size += 1)
      expect(rootOf(leaves(size))).toEqual(definedRoot(leaves(size)));
  });

  it('is SHA-256 of nothing while there is no leaf', () => {
    expect(Buffer.from(rootOf([])).toString('base64')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });

  it('does not depend on the batches in which the leaves came', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 0, max: 40 })), (size, batches) => {
        let frontier = emptyFrontier;
        for (const batch of [...batches, size])
          frontier = append(frontier, LEAVES.slice(frontier.size, Math.min(size, frontier.size + batch)));
        expect(frontier.size).toBe(size);
        expect(rootOfFrontier(frontier)).toEqual(rootOf(leaves(size)));
      }),
    );
  });

  it('is never taken from a frontier that was stored wrongly', () => {
    expect(() => append({ size: 3, roots: [EMPTY_ROOT] }, [])).toThrow(RangeError);
    expect(() => append({ size: -1, roots: [] }, [])).toThrow(RangeError);
  });
});

describe('a proof', () => {
  it('of inclusion verifies for its leaf and tree, and for no other place, size or bit', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, at, bit) => {
        const index = at % size;
        const proof = inclusionProof(leaves(size), index);
        const claim = { leafHash: LEAVES[index] ?? EMPTY_ROOT, index, size, root: rootOf(leaves(size)), proof };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, EMPTY_ROOT] })).toBe(false);
        const [leaf = EMPTY_ROOT, root = EMPTY_ROOT, ...path] = flipped([claim.leafHash, claim.root, ...proof], bit);
        expect(verifyInclusion({ ...claim, leafHash: leaf, root, proof: path })).toBe(false);
      }),
    );
  });

  it('of consistency verifies for two sizes of one tree, and for no other size or bit', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size2, at, bit) => {
        const size1 = 1 + (at % size2);
        const proof = consistencyProof(leaves(size2), size1);
        const claim = { size1, size2, root1: rootOf(leaves(size1)), root2: rootOf(leaves(size2)), proof };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, size1: size2 + 1 })).toBe(false);
        const [root1 = EMPTY_ROOT, root2 = EMPTY_ROOT, ...path] = flipped([claim.root1, claim.root2, ...proof], bit);
        expect(verifyConsistency({ ...claim, root1, root2, proof: path })).toBe(false);
      }),
    );
  });

  it('of a subtree verifies for each of its leaves and for the tree around it', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (size, from, to, bit) => {
        const start = from % size;
        const end = start + 1 + (to % (size - start));
        fc.pre(isSubtree(BigInt(start), BigInt(end)));
        const piece = LEAVES.slice(start, end);
        const [index, subtreeRoot, root] = [start + (bit % piece.length), rootOf(piece), rootOf(leaves(size))];
        const path = inclusionProof(piece, index - start);
        const inside = { leafHash: LEAVES[index] ?? EMPTY_ROOT, index, start, end, root: subtreeRoot, proof: path };
        expect(verifySubtreeInclusion(inside)).toBe(true);
        const proof = subtreeConsistencyProof(leaves(size), start, end);
        expect(verifySubtreeConsistency({ start, end, size, subtreeRoot, root, proof })).toBe(true);
        const [subtree = EMPTY_ROOT, tree = EMPTY_ROOT, ...other] = flipped([subtreeRoot, root, ...proof], bit);
        expect(verifySubtreeConsistency({ start, end, size, subtreeRoot: subtree, root: tree, proof: other })).toBe(
          false,
        );
      }),
    );
  });

  it('is not made for what is not there', () => {
    expect(() => inclusionProof(leaves(3), 3)).toThrow(RangeError);
    expect(() => consistencyProof(leaves(3), 0)).toThrow(RangeError);
    expect(() => subtreeConsistencyProof(leaves(8), 2, 5)).toThrow(RangeError);
  });

  it('about places that are no whole numbers is refused', () => {
    const claim = { leafHash: EMPTY_ROOT, root: EMPTY_ROOT, proof: [] };
    expect(verifyInclusion({ ...claim, index: 0, size: 1 })).toBe(true);
    expect(verifyInclusion({ ...claim, index: 0.5, size: 1 })).toBe(false);
    expect(verifyInclusion({ ...claim, index: 0, size: Number.NaN })).toBe(false);
    expect(verifyInclusion({ ...claim, index: -1n, size: 1 })).toBe(false);
  });
});
