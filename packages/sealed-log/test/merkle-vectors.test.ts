import { describe, expect, it } from 'vitest';
import {
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from '../src/merkle/verify.ts';
import { vectorsIn } from './reference-data.ts';

/** A vector as its file spells it; whole numbers are text here, since some are above 2^53. */
interface Vector {
  readonly [field: string]: string | readonly string[] | boolean | null;
}

const kinds: Record<string, (vector: Vector) => boolean> = {
  inclusion: (vector) =>
    verifyInclusion({
      index: place(vector.leafIdx),
      size: place(vector.treeSize),
      leafHash: bytes(vector.leafHash),
      root: bytes(vector.root),
      proof: proofOf(vector),
    }),
  consistency: (vector) =>
    verifyConsistency({
      size1: place(vector.size1),
      size2: place(vector.size2),
      root1: bytes(vector.root1),
      root2: bytes(vector.root2),
      proof: proofOf(vector),
    }),
  subtreeinclusion: (vector) =>
    verifySubtreeInclusion({
      index: place(vector.leafIdx),
      start: place(vector.start),
      end: place(vector.end),
      leafHash: bytes(vector.leafHash),
      root: bytes(vector.root),
      proof: proofOf(vector),
    }),
  subtreeconsistency: (vector) =>
    verifySubtreeConsistency({
      start: place(vector.start),
      end: place(vector.end),
      size: place(vector.size),
      subtreeRoot: bytes(vector.root1),
      root: bytes(vector.root2),
      proof: proofOf(vector),
    }),
};

describe.each(Object.keys(kinds))('the %s vectors of transparency-dev/merkle', (kind) => {
  const vectors = vectorsIn(`merkle/${kind}`);

  it('are all answered as they say', (scene) => {
    if (vectors.length === 0) scene.skip('The reference data are absent.');
    const wrong = vectors.filter(({ text }) => {
      const vector = read(text);
      return kinds[kind]?.(vector) === vector.wantErr;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(vectors.length).toBeGreaterThanOrEqual(33);
  });
});

// The file's own shape, told by its README.
const read = (text: string) => JSON.parse(text.replace(/^(\s*"\w+": )(\d+)(,?)$/gm, '$1"$2"$3')) as Vector;
const place = (value: Vector[string] | undefined) => BigInt(value as string);
const bytes = (value: Vector[string] | undefined) => Buffer.from(value as string, 'base64');
const proofOf = ({ proof }: Vector) => ((proof ?? []) as readonly string[]).map((hash) => bytes(hash));
