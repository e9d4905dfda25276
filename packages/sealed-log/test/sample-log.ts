import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { originOf, signCheckpoint } from '../src/checkpoint/checkpoint.ts';
import { publicKeyOf } from '../src/checkpoint/keys.ts';
import { checkpointLine, headerLine, rowLine } from '../src/export/write-export.ts';
import { append, emptyFrontier, rootOfFrontier } from '../src/merkle/frontier.ts';
import { leafHash } from '../src/merkle/hash.ts';
import { leafOf, remainsOf } from '../src/row/leaf.ts';
import type { LogRow } from '../src/row/log-row.ts';
import { asSaid } from '../src/row/personal-fields.ts';

export const OFFICE = '0197be0c-7a5b-7c3d-8e4f-0123456789ab';
export const OTHER_OFFICE = '0197be0c-7a5b-7c3d-8e4f-ba9876543210';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** A key that is always the same, so that every run signs the same bytes. */
export const signingKey = (name: string): KeyObject => {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex'); // PKCS #8 around an Ed25519 seed (RFC 8410)
  return createPrivateKey({ key: Buffer.concat([head, hashOf(name)]), format: 'der', type: 'pkcs8' });
};
export const key = signingKey('the office');
export const publicKey = publicKeyOf(key);

/** A number that is always the same for the same words, from 0 to below `end`. */
export const pick = (end: number, ...words: (string | number)[]) => hashOf(words.join(' ')).readUInt32BE() % end;

/** The leaf made anew, as one does who changes a row and wants it to look right. */
export const withLeaf = (row: LogRow): LogRow =>
  row.salt === null ? row : { ...row, leaf: leafOf(row.salt, asSaid(row)) };

const COMMANDS = ['expect', 'checkIn', 'receive', 'leave'] as const;
const STATES = ['expected', 'waiting', 'withHost', 'left'] as const;

/** A visit, step by step. Every third visitor is erased at the end. */
function visit(number: number, office: string): LogRow[] {
  const id = `visit-${String(number).padStart(3, '0')}`;
  const rows = COMMANDS.map((command, step): LogRow => {
    const at = new Date(Date.UTC(2026, 5, 30, 6, number, step)).toISOString();
    return withLeaf({
      office,
      case: id,
      version: step + 1,
      workflow: 'visit',
      machineVersion: 1,
      command,
      at,
      by: { kind: step === 1 ? 'device' : 'staff', id: `staff-${number % 7}` },
      request: `${office}/${id}/${step}`,
      input:
        step === 0
          ? { visitor: {}, host: `staff-${number % 5}`, guests: [null, { badge: number }] }
          : { badge: `B${number}` },
      known: { barred: false, opening: { from: '07:00', to: '17:30' } },
      facts:
        step === 0
          ? [{ type: 'visitorExpected' }]
          : [
              { type: 'visitorMoved', to: STATES[step] },
              { type: 'counted', n: step },
            ],
      state: STATES[step] ?? 'left',
      tags: step < 3 ? ['open'] : [],
      personal:
        step === 0
          ? {
              '/input/visitor/family': `Beispielmüller ${number}`,
              '/input/guests/0': { given: 'Anna', family: 'Sampleton' },
              '/facts/0/visitor': `Anna Beispielmüller ${number}`,
            }
          : step === 2
            ? { '/input/note': `Line\u2028break ${number}` }
            : {},
      salt: hashOf(`${office} ${id} ${step}`).subarray(0, 16),
      leaf: Buffer.alloc(32),
    });
  });
  return number % 3 === 0 ? [...rows, erasureOf(rows)] : rows;
}

function erasureOf(rows: readonly LogRow[]): LogRow {
  const last = rows.at(-1) as LogRow; // a visit has four steps
  const remains = Object.fromEntries(rows.map((row) => [String(row.version), remainsOf(row)]));
  const version = rows.length + 1;
  return withLeaf({
    ...last,
    version,
    command: 'timer',
    request: `${last.case}/retention`,
    input: {},
    known: { remains },
    facts: [],
    state: 'erased',
    tags: ['erased'],
    personal: {},
    salt: hashOf(`${last.request} erased`).subarray(0, 16),
  });
}

/** Visits side by side, as on a busy morning: the first steps of one between the last ones of others. */
function interleaved(visits: readonly LogRow[][]): LogRow[] {
  const waiting = visits.map((rows) => [...rows]);
  const rows: LogRow[] = [];
  for (let turn = 0; waiting.some((rest) => rest.length > 0); turn += 1) {
    const open = waiting.filter((rest) => rest.length > 0).slice(0, 6);
    rows.push(...(open[pick(open.length, 'turn', turn)]?.splice(0, 1) ?? []));
  }
  return rows;
}

const isErased = (row: LogRow, rows: readonly LogRow[]) =>
  !row.tags.includes('erased') && rows.some((later) => later.case === row.case && later.tags.includes('erased'));

export interface SampleLog {
  /** In sealed order, as they lie in the store: erased ones without salt and personal fields. */
  readonly rows: readonly LogRow[];
  /** The notes, and how many rows each covers. */
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
  readonly lines: readonly string[];
}

/** A log over many visits; `sizes` says when it was sealed. */
export function sampleLog(visits: number, sizes: readonly number[], office = OFFICE): SampleLog {
  const said = interleaved(Array.from({ length: visits }, (_, number) => visit(number, office)));
  const rows = said.map((row) => (isErased(row, said) ? { ...row, salt: null, personal: {} } : row));
  const checkpoints = sealed(rows, sizes, office);
  return { rows, checkpoints, lines: linesOfLog(rows, checkpoints, office) };
}

/** Seals rows, as the holder of the key can. */
export function sealed(rows: readonly LogRow[], sizes: readonly number[], office = OFFICE, by = key) {
  let frontier = emptyFrontier;
  return sizes.map((size) => {
    frontier = append(
      frontier,
      rows.slice(frontier.size, size).map((row) => leafHash(row.leaf)),
    );
    return { size, note: signCheckpoint(by, { origin: originOf(office), size, root: rootOfFrontier(frontier) }) };
  });
}

export function linesOfLog(rows: readonly LogRow[], checkpoints: SampleLog['checkpoints'], office = OFFICE): string[] {
  const notes = new Map(checkpoints.map(({ size, note }) => [size, note]));
  return [
    headerLine(office),
    ...rows.flatMap((row, index) => {
      const note = notes.get(index + 1);
      return [rowLine(index, row), ...(note === undefined ? [] : [checkpointLine(note)])];
    }),
  ];
}
