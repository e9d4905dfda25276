import { openCheckpoint, originOf, signCheckpoint } from '../../src/checkpoint/checkpoint.ts';
import { headerLine } from '../../src/export/write-export.ts';
import { key, OFFICE, OTHER_OFFICE, pick, publicKey, sealed, signingKey, withLeaf } from '../sample-log.ts';
import {
  anew,
  anyOf,
  bytesFlipped,
  checkpointText,
  line,
  log,
  type Mutation,
  placesOfCheckpoints,
  replaced,
  rowAt,
  SEALED,
  SIZES,
  textFlipped,
} from './mutation.ts';

/** One of the checkpoints: its place among the lines, and what it says. */
function anyCheckpoint(seed: number, end = SIZES.length) {
  const at = pick(end, 'checkpoint', seed);
  const { note = '', size = 0 } = log.checkpoints[at] ?? {};
  const opened = openCheckpoint(note, publicKey);
  if (opened.refused) throw new Error('The sample is signed with this key.');
  return { at, place: placesOfCheckpoints[at] ?? 0, note, size, checkpoint: opened.checkpoint };
}

const SIGNATURE = [
  'checkpoint_malformed',
  'checkpoint_forged',
  'checkpoint_other_key',
  'checkpoint_other_origin',
] as const;

export const ofSignatures: Record<string, Mutation> = {
  'a character of a checkpoint is changed': (seed) => {
    const { place, note } = anyCheckpoint(seed);
    const text = bytesFlipped(Buffer.from(note), seed).toString('utf8');
    return { lines: replaced(place, checkpointText(text)), isNamed: line(place, ...SIGNATURE) };
  },
  'a bit of a signature is flipped': (seed) => {
    const { place, note } = anyCheckpoint(seed);
    const text = note.replace(/[^ ]+(?=\n$)/, (signature) => textFlipped(signature, seed));
    return {
      lines: replaced(place, checkpointText(text)),
      isNamed: line(place, 'checkpoint_forged', 'checkpoint_other_key'),
    };
  },
  'a checkpoint says another size': (seed) => {
    const { place, note, size } = anyCheckpoint(seed);
    const text = note.replace(`\n${size}\n`, `\n${size + 1 + pick(5, seed)}\n`);
    return { lines: replaced(place, checkpointText(text)), isNamed: line(place, 'checkpoint_forged') };
  },
  'a checkpoint is signed with another key': (seed) => {
    const { place, checkpoint } = anyCheckpoint(seed);
    const note = signCheckpoint(signingKey('somebody else'), checkpoint);
    return { lines: replaced(place, checkpointText(note)), isNamed: line(place, 'checkpoint_other_key') };
  },
  'a checkpoint is one of another log': (seed) => {
    const { place, checkpoint } = anyCheckpoint(seed);
    const note = signCheckpoint(key, { ...checkpoint, origin: originOf(OTHER_OFFICE) });
    return { lines: replaced(place, checkpointText(note)), isNamed: line(place, 'checkpoint_other_origin') };
  },
  'a checkpoint is there a second time, later': (seed) => {
    const { place, note } = anyCheckpoint(seed);
    const later = place + 1 + pick(log.lines.length - place, 'later', seed);
    return {
      lines: log.lines.toSpliced(later, 0, checkpointText(note)),
      isNamed: line(later, 'checkpoint_not_growing'),
    };
  },
  'a checkpoint is moved': (seed) => {
    const { place, note, size } = anyCheckpoint(seed);
    const lines = log.lines.toSpliced(place, 1);
    const to = 1 + pick(lines.length, 'to', seed);
    lines.splice(to === place ? to - 1 : to, 0, checkpointText(note));
    return { lines, isNamed: (problem) => problem.code === 'checkpoint_misplaced' && problem.size === size };
  },
  'a checkpoint is signed with the right key over another log': (seed) => {
    const { place, checkpoint } = anyCheckpoint(seed, SIZES.length - 1);
    const note = signCheckpoint(key, { ...checkpoint, root: bytesFlipped(checkpoint.root, seed) });
    return { lines: replaced(place, checkpointText(note)), isNamed: line(place, 'checkpoint_inconsistent') };
  },
  'the holder of the key rewrites a row and signs everything anew; one checkpoint was kept elsewhere': (seed) => {
    const index = anyOf(seed, ({ salt }, at) => salt !== null && at < SEALED);
    const rows = log.rows.with(index, withLeaf({ ...rowAt(index), state: 'neverCame' }));
    const kept = log.checkpoints.find(({ size }) => size > index);
    return {
      lines: anew(rows, sealed(rows, SIZES)),
      kept: [kept?.note ?? ''],
      isNamed: (problem) => problem.code === 'kept_checkpoint_differs' && problem.size === kept?.size,
    };
  },
  'the last checkpoint is taken away and a row before it rewritten with its leaf; that checkpoint was kept elsewhere': (
    seed,
  ) => {
    const index = anyOf(seed, ({ salt }, at) => salt !== null && at >= 360 && at < SEALED);
    const rows = log.rows.with(index, withLeaf({ ...rowAt(index), state: 'neverCame' }));
    const note = log.checkpoints.at(-1)?.note ?? '';
    return {
      lines: anew(rows, log.checkpoints.slice(0, -1)),
      kept: [note],
      isNamed: (problem) => problem.code === 'kept_checkpoint_differs' && problem.size === SEALED,
    };
  },
  'the header is another': (seed) => {
    const headers = [
      headerLine(OTHER_OFFICE),
      headerLine(OFFICE).replace('"version":1', '"version":2'),
      headerLine(OFFICE).replace('front-office-log', 'back-office-log'),
      headerLine(OFFICE).replace(/"origin":"[^"]*"/, '"origin":"front-office/x"'),
    ];
    return { lines: replaced(0, headers[pick(headers.length, seed)] ?? ''), isNamed: line(0, 'header_wrong') };
  },
  'the header is taken away': () => ({ lines: replaced(0), isNamed: line(0, 'header_wrong') }),
  'a line is none of an export': (seed) => {
    const place = 1 + pick(log.lines.length - 1, 'place', seed);
    const texts = [
      '',
      'garbage',
      '{"index":1',
      '[]',
      'null',
      '7',
      '{"note":"mine"}',
      headerLine(OFFICE),
      '['.repeat(50_000),
      '{"row":1e999}',
    ];
    const isNamed = line(place, 'line_no_json', 'line_unknown', 'line_respelled');
    return { lines: log.lines.toSpliced(place, 0, texts[pick(texts.length, seed)] ?? ''), isNamed };
  },
  'a line says the same thing twice': (seed) => {
    const place = 1 + pick(log.lines.length - 1, 'place', seed);
    const text = log.lines[place] ?? '';
    const other = pick(2, seed) === 0 ? text.replace('{', '{"index":5,') : text.replace(':', ': ');
    return { lines: replaced(place, other), isNamed: line(place, 'line_respelled', 'line_unknown') };
  },
};
