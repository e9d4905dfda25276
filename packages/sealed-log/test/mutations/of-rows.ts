import type { LogRow } from '../../src/row/log-row.ts';
import { pick, withLeaf } from '../sample-log.ts';
import {
  anyOf,
  anyRow,
  anySealed,
  batch,
  bytesFlipped,
  either,
  line,
  log,
  type Mutation,
  placeOf,
  replaced,
  row,
  rowAt,
  SEALED,
  withRow,
} from './mutation.ts';

const CONTENT = [
  'content_changed',
  'content_or_leaf_changed',
  'remains_changed',
  'row_misshapen',
  'personal_misplaced',
  // of an erased row: a personal field was added, or the id of its case is another
  'erasure_incomplete',
  'erased_without_trace',
] as const;
const isSalted = ({ salt }: LogRow) => salt !== null;

/** Hands over the JSON of one line's row, and writes it back. */
const edited = (index: number, edit: (stored: Record<string, unknown>) => void) => {
  const place = placeOf(index);
  const whole = JSON.parse(log.lines[place] ?? '') as { index: number; row: Record<string, unknown> }; // written by `rowLine`
  edit(whole.row);
  return replaced(place, JSON.stringify(whole));
};

export const ofRows: Record<string, Mutation> = {
  'any field at any depth is changed': (seed) => {
    const index = anyRow(seed);
    const lines = edited(index, (stored) => {
      const { salt: _salt, leaf: _leaf, ...content } = stored;
      changeSomething(content, seed);
      Object.assign(stored, content);
    });
    return { lines, isNamed: row(index, ...CONTENT) };
  },
  'a field is taken away': (seed) => {
    const index = anyRow(seed);
    const lines = edited(index, (stored) => {
      const names = Object.keys(stored).filter((name) => name !== 'salt' && name !== 'leaf');
      delete stored[names[pick(names.length, 'name', seed)] ?? ''];
    });
    return { lines, isNamed: row(index, ...CONTENT) };
  },
  'a field is added': (seed) => {
    const index = anyRow(seed);
    return { lines: edited(index, (stored) => (stored.remark = 'nothing')), isNamed: row(index, ...CONTENT) };
  },
  'a personal field is changed': (seed) => {
    const index = anyOf(seed, ({ personal }) => Object.keys(personal).length > 0);
    const { personal } = rowAt(index);
    const names = Object.keys(personal);
    const name = names[pick(names.length, 'name', seed)] ?? '';
    return {
      lines: withRow(index, { ...rowAt(index), personal: { ...personal, [name]: 'Ben Beispiel' } }),
      isNamed: row(index, ...CONTENT),
    };
  },
  'a personal field is laid over what the row says, or into nowhere': (seed) => {
    const pointers = ['/input/badge', '/input/nowhere/at', '/state', '/facts/9/to', '/input/__proto__', '/known/~2'];
    const index = anyOf(seed, isSalted);
    const personal = { ...rowAt(index).personal, [pointers[pick(pointers.length, seed)] ?? '']: 'B1' };
    return { lines: withRow(index, { ...rowAt(index), personal }), isNamed: row(index, ...CONTENT) };
  },
  'a personal field is shown as another, with the true one laid over it': (seed) => {
    const index = anyOf(seed, ({ personal, input }) => '/input/visitor/family' in personal && input !== null);
    const input = { ...(rowAt(index).input as object), visitor: { family: 'Ben Beispiel' } };
    return { lines: withRow(index, { ...rowAt(index), input }), isNamed: row(index, ...CONTENT) };
  },
  'a salt is flipped': (seed) => {
    const index = anyOf(seed, isSalted);
    const salt = bytesFlipped(rowAt(index).salt ?? Buffer.alloc(16), seed);
    return { lines: withRow(index, { ...rowAt(index), salt }), isNamed: row(index, ...CONTENT) };
  },
  'a leaf is flipped': (seed) => {
    // Nothing can tell the leaf of an erased row that no checkpoint covers.
    const index = anyOf(seed, (one, at) => isSalted(one) || at < SEALED);
    const lines = withRow(index, { ...rowAt(index), leaf: bytesFlipped(rowAt(index).leaf, seed) });
    return { lines, isNamed: leafNamed(index) };
  },
  'a leaf is the one of another row': (seed) => {
    const index = anyOf(seed, isSalted);
    const lines = withRow(index, { ...rowAt(index), leaf: rowAt((index + 7) % log.rows.length).leaf });
    return { lines, isNamed: row(index, 'leaf_changed', 'content_or_leaf_changed', 'row_doubled') };
  },
  'salt or leaf is no base64 any more': (seed) => {
    const index = anyOf(seed, isSalted);
    const name = pick(2, 'which', seed) === 0 ? 'salt' : 'leaf';
    const lines = edited(index, (stored) => (stored[name] = `${String(stored[name]).slice(0, -2)}!=`));
    return { lines, isNamed: row(index, 'row_misshapen', 'leaf_changed', 'content_or_leaf_changed') };
  },
  'a sealed row is rewritten, and its leaf with it': (seed) => {
    const index = anyOf(seed, (one, at) => isSalted(one) && at < SEALED);
    const other = withLeaf({ ...rowAt(index), by: { kind: 'staff', id: 'staff-99' } });
    return { lines: withRow(index, other), isNamed: batch(index) };
  },
  'a row is erased by hand': (seed) => {
    const index = anyOf(seed, isSalted);
    return {
      lines: withRow(index, { ...rowAt(index), salt: null, personal: {} }),
      isNamed: row(index, 'erased_without_trace'),
    };
  },
  'what is left of an erased row is changed': (seed) => {
    const index = anyOf(seed, (one) => !isSalted(one));
    return { lines: withRow(index, { ...rowAt(index), state: 'barred' }), isNamed: row(index, 'remains_changed') };
  },
  'an erased row gets a salt and personal fields again': (seed) => {
    const index = anyOf(seed, (one) => !isSalted(one));
    const again = { ...rowAt(index), salt: Buffer.alloc(16, seed), personal: { '/input/visitor/family': 'Beispiel' } };
    return { lines: withRow(index, again), isNamed: row(index, 'erasure_incomplete') };
  },
  'the row that erases is rewritten to cover a changed row': (seed) => {
    const index = anyOf(seed, ({ tags }, at) => tags.includes('erased') && at < SEALED);
    const known = { remains: { ...(rowAt(index).known as { remains: object }).remains, 2: 'f'.repeat(64) } };
    return { lines: withRow(index, withLeaf({ ...rowAt(index), known })), isNamed: batch(index) };
  },
  'an unsealed row is rewritten with its leaf, and its request is one that was carried out before': (seed) => {
    const index = anyOf(seed, (one, at) => isSalted(one) && at >= SEALED);
    const other = withLeaf({ ...rowAt(index), request: rowAt(anySealed(seed)).request });
    return { lines: withRow(index, other), isNamed: row(index, 'request_repeated') };
  },
  'an unsealed row is rewritten with its leaf, and its step is left out': (seed) => {
    const index = anyOf(seed, ({ salt, version }, at) => salt !== null && at >= SEALED && version > 1);
    const { version } = rowAt(index);
    const isNamed = (problem: { code: string; case?: string | undefined }) =>
      problem.code === 'version_gap' && problem.case === rowAt(index).case;
    return { lines: withRow(index, withLeaf({ ...rowAt(index), version: version + 3 })), isNamed };
  },
  'any bit of any line is flipped': (seed) => {
    const place = pick(log.lines.length, 'line', seed);
    const text = bytesFlipped(Buffer.from(log.lines[place] ?? ''), seed).toString('utf8');
    const index = log.rows.findIndex((_, at) => placeOf(at) === place);
    return { lines: replaced(place, text), isNamed: either(line(place), row(index), batch(index)) };
  },
};

/** A changed leaf is named by its row where the content gives it again; that of an erased row by its batch. */
const leafNamed = (index: number) => either(row(index, 'leaf_changed', 'content_or_leaf_changed'), batch(index));

/** Changes one value somewhere inside. */
function changeSomething(node: Record<string, unknown>, seed: number, depth = 0): void {
  const keys = Object.keys(node);
  const key = keys[pick(keys.length, 'key', seed, depth)];
  if (key === undefined) {
    if (Array.isArray(node)) node.push(seed);
    else node.added = seed;
    return;
  }
  const value = node[key];
  if (typeof value === 'object' && value !== null) changeSomething(value as Record<string, unknown>, seed, depth + 1);
  else if (typeof value === 'number') node[key] = value + 1 + pick(3, 'by', seed);
  else if (typeof value === 'boolean') node[key] = !value;
  else if (typeof value === 'string') node[key] = `${value}.`;
  else node[key] = 'something';
}
