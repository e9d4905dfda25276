import type { KeyObject } from 'node:crypto';
import { base64Of, bytesOf } from '../base64.ts';
import { HASH_BYTES } from '../merkle/hash.ts';
import { type NoteRefusal, type OpenedNote, openNote, signNote } from './note.ts';

/** What a log signs: how many rows are sealed, and the root of the tree over them (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Names the log: see `originOf`. */
  readonly origin: string;
  /** Sealed rows. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** `other_origin`: signed by the key under the name of another log than the one it speaks of. */
export type CheckpointRefusal = NoteRefusal | 'other_origin';

export type OpenedCheckpoint =
  | { readonly checkpoint: Checkpoint; readonly refused?: undefined }
  | { readonly refused: CheckpointRefusal };

/** The name of an office's log, on the first line of its checkpoints and in their signatures. */
export const originOf = (office: string): string => `front-office/${office}`;

/** The checkpoint as a signed note. Throws when one of its parts cannot be: that is a mistake of the program that signs. */
export function signCheckpoint(privateKey: KeyObject, { origin, size, root }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`A log does not have ${size} rows.`);
  if (root.length !== HASH_BYTES) throw new RangeError(`A root has ${HASH_BYTES} bytes, not ${root.length}.`);
  return signNote(`${origin}\n${size}\n${base64Of(root)}\n`, origin, privateKey);
}

/**
 * What the holder of the key, or of one of several, signed. Lines after the third are passed over, as the format wants it; a log of ours has
 * none. A size above 2^53 is `malformed`: no log of an office has that many rows.
 */
export function openCheckpoint(text: string, publicKey: KeyObject | readonly KeyObject[]): OpenedCheckpoint {
  const note = openByAny(text, [publicKey].flat());
  if (note.refused) return note;
  const [origin = '', decimal = '', encoded, ...others] = note.text.split('\n');
  const size = Number(decimal);
  const root = bytesOf(encoded, HASH_BYTES);
  const isWhole = /^(0|[1-9]\d*)$/.test(decimal) && Number.isSafeInteger(size);
  if (origin === '' || !isWhole || !root || others.pop() !== '' || others.includes('')) return { refused: 'malformed' };
  return note.name === origin ? { checkpoint: { origin, size, root } } : { refused: 'other_origin' };
}

function openByAny(text: string, keys: readonly KeyObject[]): OpenedNote {
  for (const key of keys) {
    const note = openNote(text, key);
    if (note.refused !== 'other_key') return note;
  }
  return { refused: 'other_key' };
}
