import { describe, expect, it } from 'vitest';
import { digestLine, type LineDigest } from '../src/export/digest-line.ts';
import { reader } from '../src/verify/reading.ts';
import { judgeReading, verifyExport } from '../src/verify/verify-export.ts';
import { log, type Mutated, type Mutation, SEALED } from './mutations/mutation.ts';
import { ofOrder } from './mutations/of-order.ts';
import { ofRows } from './mutations/of-rows.ts';
import { ofSignatures } from './mutations/of-signatures.ts';
import { publicKey } from './sample-log.ts';

const kinds: readonly [string, Mutation][] = Object.entries({ ...ofRows, ...ofOrder, ...ofSignatures });
const MUTATIONS = 1000;
const seedsOf = (kind: number) =>
  Array.from({ length: Math.ceil((MUTATIONS - kind) / kinds.length) }, (_, turn) => kind + turn * kinds.length);

/** A line is read once, however many logs it stands in: reading is pure, and all but a few lines of each log are the same. */
const read = new Map<string, LineDigest>();
function digestOf(line: string): LineDigest {
  const digest = read.get(line) ?? digestLine(line, publicKey);
  read.set(line, digest);
  return digest;
}

function problemsOf({ lines, kept = [] }: Mutated) {
  const reading = reader();
  for (const line of lines) reading.add(digestOf(line));
  return judgeReading(reading.end(), { publicKey, keptCheckpoints: kept }).problems;
}

async function* oneByOne(lines: readonly string[]) {
  yield* lines;
}

describe('a log that nobody touched', () => {
  it('is whole, with all its checkpoints and those that were kept', async () => {
    const keptCheckpoints = log.checkpoints.map(({ note }) => note);
    const verdict = await verifyExport(oneByOne(log.lines), { publicKey, keptCheckpoints });
    expect(verdict).toMatchObject({ ok: true, problems: [], rows: log.rows.length, sealedSize: SEALED });
    expect(verdict.unsealed).toBe(log.rows.length - SEALED);
    expect(verdict.erased).toBeGreaterThan(100);
  });
});

describe(`of ${MUTATIONS} mutations of a log, each is found and named`, () => {
  it.each(kinds.map(([name, mutate], kind) => [name, mutate, kind] as const))('when %s', (_name, mutate, kind) => {
    const missed = seedsOf(kind).flatMap((seed) => {
      const mutated = mutate(seed);
      const problems = problemsOf(mutated);
      return problems.some(mutated.isNamed) ? [] : [{ seed, problems: problems.slice(0, 5) }];
    });
    expect(missed).toEqual([]);
  });

  it('and none is missed by leaving a kind out', () => {
    expect(kinds.flatMap((_, kind) => seedsOf(kind))).toHaveLength(MUTATIONS);
  });

  it('with the same words by the verifier that reads the lines itself', async () => {
    for (const [kind, [, mutate]] of kinds.entries()) {
      const mutated = mutate(kind);
      const verdict = await verifyExport(oneByOne(mutated.lines), { publicKey, keptCheckpoints: mutated.kept ?? [] });
      expect(verdict.ok).toBe(false);
      expect(verdict.problems).toEqual(problemsOf(mutated));
    }
  });
});
