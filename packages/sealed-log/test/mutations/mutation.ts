import { base64Of, bytesOf } from '../../src/base64.ts';
import { checkpointLine, rowLine } from '../../src/export/write-export.ts';
import type { LogRow } from '../../src/row/log-row.ts';
import type { Problem, ProblemCode } from '../../src/verify/problem.ts';
import { linesOfLog, pick, type SampleLog, sampleLog } from '../sample-log.ts';

/** A log of a few hundred rows; the last thirty-odd are not sealed yet. */
export const SIZES = [1, 20, 41, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280, 300, 320, 340, 360, 400];
export const SEALED = 400;
export const log: SampleLog = sampleLog(100, SIZES);

/** A log after somebody's hand was in it, and what a verifier must say of it. */
export interface Mutated {
  readonly lines: readonly string[];
  readonly isNamed: (problem: Problem) => boolean;
  readonly kept?: readonly string[];
}

/** What one may do to a log; the same seed does the same. */
export type Mutation = (seed: number) => Mutated;

export const rowAt = (index: number): LogRow => {
  const row = log.rows[index];
  if (!row) throw new RangeError(`No row ${index}.`);
  return row;
};

const placeOfRow = new Map(
  log.lines.flatMap((text, place) => {
    const { index } = JSON.parse(text) as { index?: number }; // written by `linesOfLog`
    return index === undefined ? [] : [[index, place]];
  }),
);
/** Where the row stands among the lines, from 0 on. */
export const placeOf = (index: number): number => placeOfRow.get(index) ?? 0;
export const placesOfCheckpoints = log.lines.flatMap((line, place) =>
  line.startsWith('{"checkpoint"') ? [place] : [],
);

/** Any row, erased or not, sealed or not. */
export const anyRow = (seed: number) => pick(log.rows.length, 'row', seed);
export const anySealed = (seed: number) => pick(SEALED, 'sealed', seed);
export const anyOf = (seed: number, fits: (row: LogRow, index: number) => boolean): number => {
  const fitting = log.rows.flatMap((row, index) => (fits(row, index) ? [index] : []));
  return fitting[pick(fitting.length, 'fitting', seed)] ?? 0;
};

export const replaced = (place: number, ...texts: string[]) => log.lines.toSpliced(place, 1, ...texts);
export const withRow = (index: number, row: LogRow) => replaced(placeOf(index), rowLine(index, row));

/** The rows of the log counted anew, with the checkpoints where they stood among the lines. */
export function renumbered(lines: readonly string[]): string[] {
  let next = 0;
  return lines.map((text) => {
    const line = JSON.parse(text) as { index?: number }; // written by `linesOfLog`
    return line.index === undefined ? text : JSON.stringify({ ...line, index: next++ });
  });
}

export const anew = (rows: readonly LogRow[], checkpoints: SampleLog['checkpoints'] = log.checkpoints) =>
  linesOfLog(rows, checkpoints);
export const checkpointText = checkpointLine;

export function bytesFlipped(bytes: Uint8Array, seed: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = pick(copy.length, 'byte', seed);
  copy[at] = (copy[at] ?? 0) ^ (1 << pick(8, 'bit', seed));
  return copy;
}

export const textFlipped = (base64: string, seed: number) =>
  base64Of(bytesFlipped(bytesOf(base64) ?? Buffer.alloc(1), seed));

const coversIndex = ({ index, to }: Problem, wanted: number) =>
  index !== undefined && index <= wanted && wanted <= (to ?? index);

/** Says the row by its place. */
export const row =
  (index: number, ...codes: ProblemCode[]) =>
  (problem: Problem) =>
    problem.index === index && (problem.to === undefined || problem.version !== undefined) && isOneOf(problem, codes);

/** Says the batch the row was sealed in. */
export const batch = (index: number) => (problem: Problem) =>
  problem.code === 'batch_differs' && coversIndex(problem, index);

/** Says the line, from 0 on. */
export const line =
  (place: number, ...codes: ProblemCode[]) =>
  (problem: Problem) =>
    problem.line === place + 1 && isOneOf(problem, codes);

export const either =
  (...named: ((problem: Problem) => boolean)[]) =>
  (problem: Problem) =>
    named.some((isNamed) => isNamed(problem));

const isOneOf = ({ code }: Problem, codes: readonly ProblemCode[]) => codes.length === 0 || codes.includes(code);
