import { rowLine } from '../../src/export/write-export.ts';
import { OTHER_OFFICE, pick, sampleLog, withLeaf } from '../sample-log.ts';
import {
  anew,
  anyOf,
  anyRow,
  anySealed,
  batch,
  either,
  line,
  log,
  type Mutation,
  placeOf,
  renumbered,
  replaced,
  row,
  rowAt,
  SEALED,
} from './mutation.ts';

const elsewhere = sampleLog(8, [8], OTHER_OFFICE);

/** A row that never was, made to look like the others. */
const invented = (seed: number) =>
  withLeaf({
    ...rowAt(anyOf(seed, ({ salt }) => salt !== null)),
    case: `visit-${1000 + seed}`,
    version: 1,
    request: `invented/${seed}`,
    salt: Buffer.alloc(16, seed),
  });

const swapped = (one: number, other: number) => {
  const lines = [...log.lines];
  [lines[placeOf(one)], lines[placeOf(other)]] = [lines[placeOf(other)] ?? '', lines[placeOf(one)] ?? ''];
  return lines;
};

const twoSealed = (seed: number): [number, number] => {
  const one = anySealed(seed);
  return [one, (one + 1 + pick(SEALED - 1, 'other', seed)) % SEALED];
};

export const ofOrder: Record<string, Mutation> = {
  'a row is taken away': (seed) => {
    const index = pick(log.rows.length - 1, 'row', seed); // the very last one is in no checkpoint
    return { lines: replaced(placeOf(index)), isNamed: row(index, 'row_missing') };
  },
  'a sealed row is taken away and the others are renumbered': (seed) => {
    const index = anySealed(seed);
    return { lines: renumbered(replaced(placeOf(index))), isNamed: batch(index) };
  },
  'the row that erases is taken away': (seed) => {
    const index = anyOf(seed, ({ tags }, at) => tags.includes('erased') && at < log.rows.length - 1);
    return { lines: replaced(placeOf(index)), isNamed: row(index, 'row_missing') };
  },
  'the unsealed row that erases is taken away, and the others are renumbered': (seed) => {
    const index = anyOf(seed, ({ tags }, at) => tags.includes('erased') && at >= SEALED);
    const id = rowAt(index).case;
    const isNamed = (problem: { code: string; case?: string | undefined }) =>
      problem.code === 'erased_without_trace' && problem.case === id;
    return { lines: renumbered(replaced(placeOf(index))), isNamed };
  },
  'two rows are swapped': (seed) => {
    const [one, other] = twoSealed(seed);
    return { lines: swapped(one, other), isNamed: either(row(one, 'row_moved'), row(other, 'row_moved')) };
  },
  'two rows are swapped and renumbered': (seed) => {
    const [one, other] = twoSealed(seed);
    return { lines: renumbered(swapped(one, other)), isNamed: batch(Math.min(one, other)) };
  },
  'a row is moved': (seed) => {
    const [from, to] = twoSealed(seed);
    const lines = log.lines.toSpliced(placeOf(from), 1);
    lines.splice(placeOf(to), 0, log.lines[placeOf(from)] ?? '');
    // Moved by one place, it is as much its neighbour that was moved the other way, or the checkpoint between them.
    const near = [from - 1, from, from + 1].map((index) => row(index, 'row_moved'));
    return {
      lines,
      isNamed: either(...near, (problem) => problem.code === 'checkpoint_misplaced' && from + 1 === problem.size),
    };
  },
  'a row is doubled': (seed) => {
    const index = anyRow(seed);
    const place = 1 + pick(log.lines.length - 1, 'place', seed);
    return {
      lines: log.lines.toSpliced(place, 0, log.lines[placeOf(index)] ?? ''),
      isNamed: row(index, 'row_doubled'),
    };
  },
  'a row is doubled and the others are renumbered': (seed) => {
    const index = anyRow(seed);
    const place = 1 + pick(log.lines.length - 1, 'place', seed);
    const lines = renumbered(log.lines.toSpliced(place, 0, log.lines[placeOf(index)] ?? ''));
    const original = placeOf(index) + (place <= placeOf(index) ? 1 : 0);
    return { lines, isNamed: either(line(place, 'row_doubled'), line(original, 'row_doubled')) };
  },
  'a row is inserted under a number that is taken': (seed) => {
    const index = anyRow(seed);
    const lines = log.lines.toSpliced(placeOf(index), 0, rowLine(index, invented(seed)));
    return { lines, isNamed: row(index, 'row_inserted') };
  },
  'a row is inserted into a sealed batch and the others are renumbered': (seed) => {
    const place = placeOf(anySealed(seed));
    const lines = renumbered(log.lines.toSpliced(place, 0, rowLine(0, invented(seed))));
    return { lines, isNamed: line(place, 'row_inserted') };
  },
  'a row of another office is put in the place of one': (seed) => {
    const index = anyRow(seed);
    const stranger = elsewhere.rows[pick(elsewhere.rows.length, 'stranger', seed)] ?? rowAt(0);
    return { lines: replaced(placeOf(index), rowLine(index, stranger)), isNamed: row(index, 'row_of_other_office') };
  },
  'the number of a row is changed': (seed) => {
    const index = anySealed(seed);
    const other = pick(2 * log.rows.length, 'number', seed) + log.rows.length;
    return { lines: replaced(placeOf(index), rowLine(other, rowAt(index))), isNamed: row(index, 'index_changed') };
  },
  'the end is cut off, with its checkpoints': (seed) => {
    const size = pick(SEALED, 'size', seed);
    const kept = log.checkpoints.at(-1)?.note ?? '';
    return {
      lines: anew(log.rows.slice(0, size)),
      kept: [kept],
      isNamed: (problem) => problem.code === 'log_shortened' && problem.index === size,
    };
  },
  'the end is cut off, but for its checkpoints': (seed) => {
    const size = 1 + pick(SEALED - 1, 'size', seed);
    const lines = log.lines.filter(
      (_, place) => place <= placeOf(size - 1) || log.lines[place]?.startsWith('{"checkpoint"'),
    );
    return { lines, isNamed: (problem) => problem.code === 'row_missing' && problem.index === size };
  },
};
