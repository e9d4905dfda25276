import type { KeyObject } from 'node:crypto';
import { type Checkpoint, type CheckpointRefusal, openCheckpoint, originOf } from '../checkpoint/checkpoint.ts';
import { digestRow, type RowDigest } from './digest-row.ts';
import { isObject } from './row-shape.ts';
import { FORMAT, FORMAT_VERSION } from './write-export.ts';

/** All that a verifier remembers of a line: hashes and ids, no personal data. */
export type LineDigest =
  | { readonly kind: 'header'; readonly office: string }
  | RowDigest
  | { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint }
  | { readonly kind: 'badCheckpoint'; readonly refused: CheckpointRefusal }
  | { readonly kind: 'bad'; readonly code: 'line_no_json' | 'line_unknown' | 'line_respelled' };

/** Reads a line of an export. Pure, and never throws: whatever cannot be read is `bad`. */
export function digestLine(text: string, publicKey: KeyObject | readonly KeyObject[]): LineDigest {
  try {
    const line: unknown = JSON.parse(text);
    // The same key twice, or a number with more digits than are kept: a person would read something else than a program.
    if (JSON.stringify(line) !== text) return { kind: 'bad', code: 'line_respelled' };
    return digestValue(line, publicKey);
  } catch (problem) {
    // A line nested deeper than the stack is a RangeError. Canonical JSON refuses half a character (a lone surrogate) with
    // a plain Error; PostgreSQL keeps none, so no row of a log has one.
    if (problem instanceof TypeError) throw problem;
    return { kind: 'bad', code: 'line_no_json' };
  }
}

function digestValue(line: unknown, publicKey: KeyObject | readonly KeyObject[]): LineDigest {
  if (!isObject(line)) return { kind: 'bad', code: 'line_unknown' };
  const keys = Object.keys(line).sort().join();
  if (keys === 'index,row' && isObject(line.row)) return digestRow(line.index, line.row);
  if (keys === 'checkpoint' && typeof line.checkpoint === 'string') {
    const opened = openCheckpoint(line.checkpoint, publicKey);
    return opened.refused
      ? { kind: 'badCheckpoint', refused: opened.refused }
      : { kind: 'checkpoint', checkpoint: opened.checkpoint };
  }
  if (keys === 'format,office,origin,version' && isHeader(line)) return { kind: 'header', office: line.office };
  return { kind: 'bad', code: 'line_unknown' };
}

const isHeader = (line: Record<string, unknown>): line is { office: string } =>
  line.format === FORMAT &&
  line.version === FORMAT_VERSION &&
  typeof line.office === 'string' &&
  line.origin === originOf(line.office);
