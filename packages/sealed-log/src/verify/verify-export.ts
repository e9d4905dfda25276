import type { KeyObject } from 'node:crypto';
import { base64Of } from '../base64.ts';
import { openCheckpoint, originOf } from '../checkpoint/checkpoint.ts';
import { digestLine } from '../export/digest-line.ts';
import { rootOf } from '../merkle/frontier.ts';
import { sameBytes } from '../merkle/hash.ts';
import { judgeCases } from './cases.ts';
import { judgeErasures } from './erasure.ts';
import { judgeOrder } from './order.ts';
import type { Problem } from './problem.ts';
import { type Reading, type Row, reader, type Seal } from './reading.ts';
import { longestRising } from './rising.ts';
import { type Sealing, walkSeals } from './sealing.ts';

export interface VerifyOptions {
  /**
   * Ed25519, as the office gave it out; never the one that came with the export. Several when servers of one office have
   * each their own, or a lost one was followed by another.
   */
  readonly publicKey: KeyObject | readonly KeyObject[];
  /** Checkpoints of this log that were kept elsewhere: the signed notes. */
  readonly keptCheckpoints?: readonly string[];
}

/** What a verifier has found. */
export interface Verdict {
  readonly ok: boolean;
  /** The office whose log it is; nothing where neither header nor signatures say it. */
  readonly office: string | undefined;
  readonly rows: number;
  readonly erased: number;
  /** Rows after the last checkpoint: nothing proves them yet. */
  readonly unsealed: number;
  /** Rows that a signed root proves, disturbances aside. */
  readonly sealedSize: number;
  /** The root over them, in base64. */
  readonly root: string;
  readonly problems: readonly Problem[];
}

/**
 * Verifies an export, line by line. Keeps hashes and ids of each row, never its content. Throws only what `lines` throws:
 * whatever is wrong with the export is a problem.
 */
export async function verifyExport(lines: AsyncIterable<string>, options: VerifyOptions): Promise<Verdict> {
  const reading = reader();
  for await (const line of lines) reading.add(digestLine(line, options.publicKey));
  return judgeReading(reading.end(), options);
}

/** The same for lines that were read before. */
export function judgeReading(reading: Reading, { publicKey, keptCheckpoints = [] }: VerifyOptions): Verdict {
  const { rows } = reading;
  const origin = originOfLog(reading);
  const own = reading.seals.filter((seal) => seal.origin === origin);
  const sealing = walkSeals({ rows, seals: own });
  const { problems: orderProblems, strangers } = judgeOrder({ ...reading, seals: own }, sealing);
  const sealed = new Set(sealing.sealed);
  const log = [...sealing.sealed, ...rows.filter((row) => !sealed.has(row) && !strangers.has(row))];
  const problems = [
    ...reading.problems,
    ...(reading.office !== undefined && originOf(reading.office) !== origin ? [HEADER_OF_ANOTHER_LOG] : []),
    ...judgeSeals(reading.seals, origin),
    ...sealing.problems,
    ...orderProblems,
    ...rows.flatMap((row) => judgeRow(row, origin)),
    ...judgeCases(log),
    ...judgeErasures(log),
    ...judgeKept(keptCheckpoints, publicKey, { origin, sealing, log }),
  ];
  const sealedRows = own.reduce((most, { size }) => Math.max(most, size), 0);
  return {
    ok: problems.length === 0,
    office: origin?.slice(originOf('').length),
    rows: rows.length,
    erased: rows.filter((row) => row.salt === 'erased').length,
    unsealed: Math.max(0, rows.length - sealedRows),
    sealedSize: sealing.standing.size,
    root: base64Of(sealing.root),
    problems,
  };
}

const HEADER_OF_ANOTHER_LOG: Problem = { code: 'header_wrong', line: 1 };

/** Signatures are believed before the header, which anybody can write. */
function originOfLog({ office, seals }: Reading): string | undefined {
  const claimed = office === undefined ? undefined : originOf(office);
  return seals.some((seal) => seal.origin === claimed) ? claimed : (seals[0]?.origin ?? claimed);
}

function judgeSeals(seals: readonly Seal[], origin: string | undefined): Problem[] {
  const growing = longestRising(
    seals.filter((seal) => seal.origin === origin),
    (seal) => seal.size,
  );
  return seals.flatMap((seal): Problem[] => {
    const { line, size } = seal;
    if (seal.origin !== origin) return [{ code: 'checkpoint_other_origin', line, size }];
    return growing.has(seal) ? [] : [{ code: 'checkpoint_not_growing', line, size }];
  });
}

function judgeRow(row: Row, origin: string | undefined): Problem[] {
  const place = { line: row.line, index: row.index };
  const isStrange = origin !== undefined && row.office !== undefined && originOf(row.office) !== origin;
  return [
    ...(row.misshapen.length > 0 ? [{ code: 'row_misshapen', ...place, fields: row.misshapen } as const] : []),
    ...(row.misplacedPersonal ? [{ code: 'personal_misplaced', ...place } as const] : []),
    ...(isStrange ? [{ code: 'row_of_other_office', ...place } as const] : []),
  ];
}

interface KeptAgainst {
  readonly origin: string | undefined;
  readonly sealing: Sealing;
  readonly log: readonly Row[];
}

/** Compares what was kept with the log as it is now: the only way to see that its end is gone, or that all was signed anew. */
function judgeKept(
  notes: readonly string[],
  publicKey: VerifyOptions['publicKey'],
  { origin, sealing, log }: KeptAgainst,
): Problem[] {
  const open = sealing.broken ? [] : log.slice(sealing.leaves.length).flatMap((row) => row.leafNode ?? []);
  const leaves = [...sealing.leaves, ...open];
  return notes.flatMap((note, at): Problem[] => {
    const kept = at + 1;
    const opened = openCheckpoint(note, publicKey);
    if (opened.refused) return [{ code: `checkpoint_${opened.refused}`, kept }];
    const { size, root, origin: own } = opened.checkpoint;
    if (own !== origin) return [{ code: 'checkpoint_other_origin', kept, size }];
    if (size > log.length) return [{ code: 'log_shortened', kept, size, index: log.length, to: size - 1 }];
    // Rows after a broken batch cannot be proven, by this checkpoint neither; `not_provable` has said so.
    if (size > leaves.length || sameBytes(rootOf(leaves.slice(0, size)), root)) return [];
    return [{ code: 'kept_checkpoint_differs', kept, size }];
  });
}
