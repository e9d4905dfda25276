import { type KeyObject, sign, verify } from 'node:crypto';
import { base64Of, bytesOf } from '../base64.ts';
import { sameBytes } from '../merkle/hash.ts';
import { keyId, publicKeyOf } from './keys.ts';

// The signed note of C2SP (c2sp.org/signed-note) and Go's sumdb/note: text, an empty line, signature lines.

const KEY_ID_BYTES = 4;
/** Far above what a checkpoint with sixteen witnesses needs. */
const MAX_NOTE_CHARS = 100_000;

export type NoteRefusal =
  /** It is no signed note. */
  | 'malformed'
  /** No signature is of this key. */
  | 'other_key'
  /** A signature names this key and is not by it. */
  | 'forged';

export type OpenedNote =
  | { readonly text: string; readonly name: string; readonly refused?: undefined }
  | { readonly refused: NoteRefusal };

/** Throws when text or name cannot stand in a note: that is a mistake of the program that signs. */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  if (!isNoteText(text)) throw new TypeError('A note ends with a newline and holds no control characters.');
  if (!isKeyName(name)) throw new TypeError(`"${name}" cannot name a key: it has a space or a plus.`);
  const signature = sign(null, Buffer.from(text), privateKey);
  return `${text}\n— ${name} ${base64Of(Buffer.concat([keyId(name, publicKeyOf(privateKey)), signature]))}\n`;
}

/**
 * The text of a note that this key signed, and the name under which it did. Signatures of other keys, such as those of
 * witnesses, are passed over.
 */
export function openNote(note: string, publicKey: KeyObject): OpenedNote {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  if (note.length > MAX_NOTE_CHARS || end < 0 || lines.pop() !== '' || lines.length === 0 || !isNoteText(text)) {
    return { refused: 'malformed' };
  }
  let signer: string | undefined;
  for (const line of lines) {
    const [, name = '', encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = bytesOf(encoded);
    if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return { refused: 'malformed' };
    if (!sameBytes(bytes.subarray(0, KEY_ID_BYTES), keyId(name, publicKey))) continue;
    if (!verify(null, Buffer.from(text), publicKey, bytes.subarray(KEY_ID_BYTES))) return { refused: 'forged' };
    signer ??= name;
  }
  return signer === undefined ? { refused: 'other_key' } : { text, name: signer };
}

const isKeyName = (name: string) => /^[^\s+]+$/u.test(name) && name.isWellFormed();

// A space is the first character that is no control character in ASCII.
const isNoteText = (text: string) =>
  text.endsWith('\n') && text.isWellFormed() && [...text].every((character) => character === '\n' || character >= ' ');
