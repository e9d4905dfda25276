import { bytesOf } from '../base64.ts';
import { HASH_BYTES, sameBytes } from '../merkle/hash.ts';
import { leafOf, remainsOf } from '../row/leaf.ts';
import { type LogRow, SALT_BYTES } from '../row/log-row.ts';
import { asSaid } from '../row/personal-fields.ts';
import { isObject, misshapenFields } from './row-shape.ts';

/** What a verifier remembers of a row. A field that cannot be read is absent. */
export interface RowDigest {
  readonly kind: 'row';
  /** The place the line claims. */
  readonly index: number | undefined;
  readonly office: string | undefined;
  readonly case: string | undefined;
  readonly version: number | undefined;
  readonly request: string | undefined;
  /** The leaf as it stands in the line. */
  readonly leaf: Uint8Array | undefined;
  /** The leaf as the content gives it, where that is another one; absent where content and leaf belong together. */
  readonly contentLeaf: Uint8Array | undefined;
  /** Names of fields that are not as in any row. */
  readonly misshapen: readonly string[];
  /** A personal field lies where none was taken out. */
  readonly misplacedPersonal: boolean;
  readonly salt: 'present' | 'erased' | 'unreadable';
  readonly hasPersonal: boolean;
  /** What is left of an erased row: `remainsOf`. */
  readonly remains: string | undefined;
  /** Of a row that erases: what it says is left of earlier versions, by version. */
  readonly covers: Readonly<Record<string, unknown>> | undefined;
}

/** Reads a row of an export. */
export function digestRow(index: unknown, stored: Record<string, unknown>): RowDigest {
  const salt = stored.salt === null ? null : bytesOf(stored.salt, SALT_BYTES);
  const leaf = bytesOf(stored.leaf, HASH_BYTES);
  const misplaced: string[] = [];
  const content = salt ? contentLeafOf(stored, salt, (pointer) => misplaced.push(pointer)) : undefined;
  const misshapen = misshapenFields(stored);
  if (salt === undefined) misshapen.push('salt');
  if (leaf === undefined && content === undefined) misshapen.push('leaf');
  return {
    kind: 'row',
    index: Number.isSafeInteger(index) && (index as number) >= 0 ? (index as number) : undefined, // a number by the test
    office: text(stored.office),
    case: text(stored.case),
    version: misshapen.includes('version') ? undefined : (stored.version as number), // its shape was tested
    request: text(stored.request),
    leaf,
    contentLeaf: content && leaf && sameBytes(content, leaf) ? undefined : content,
    misshapen,
    misplacedPersonal: misplaced.length > 0,
    salt: salt === null ? 'erased' : salt === undefined ? 'unreadable' : 'present',
    hasPersonal: !isObject(stored.personal) || Object.keys(stored.personal).length > 0,
    remains: salt === null ? remainsOf(stored) : undefined,
    covers: coversOf(stored),
  };
}

/** The leaf as salt and content give it; nothing where too little of a row is there to put its personal fields back. */
function contentLeafOf(stored: Record<string, unknown>, salt: Uint8Array, onMisplaced: (pointer: string) => void) {
  if (!isReadable(stored)) return undefined;
  return leafOf(salt, asSaid({ ...stored, salt, leaf: salt }, onMisplaced)); // the leaf is not part of what was said
}

/** Enough of a row is there to put its personal fields back. */
const isReadable = (row: Record<string, unknown>): row is Record<string, unknown> & Omit<LogRow, 'salt' | 'leaf'> =>
  Array.isArray(row.facts) && isObject(row.personal);

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function coversOf({ tags, known }: Record<string, unknown>): Record<string, unknown> | undefined {
  if (!Array.isArray(tags) || !tags.includes('erased') || !isObject(known) || !isObject(known.remains))
    return undefined;
  return known.remains;
}
