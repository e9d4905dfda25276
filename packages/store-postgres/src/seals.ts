import type { HeldCursor, LogRow, Position, SealedBatch, SealedLine, SealHead, SealStore } from '@front-office/kernel';
import type pg from 'pg';
import type { Statement } from './batch.ts';
import { advanceCursor, asHeld, type CursorRow, cursorIsHeld } from './cursors.ts';
import { clashOf } from './failures.ts';
import { inOffice, inOffices, noOffice, rowsIn } from './in-office.ts';
import { logColumns } from './statements.ts';

/** The kernel's sealed order on `kernel.seal_batch` and `kernel.sealed`. */
export function createSeals(pool: pg.Pool): SealStore {
  return {
    head: async (office) => {
      const [row] = await rowsIn<{ size: number; frontier: Uint8Array }>(pool, office, selectHead(office));
      return row ? { size: row.size, frontier: rootsOf(row.frontier) } : { size: 0, frontier: [] };
    },
    append: (batches, cursor, to) => append(pool, batches, cursor, to),
    read: (office, from, limit) => read(pool, office, from, limit),
  };
}

/**
 * The cursor moves first. When it is no longer held, that statement finds no row and neither do the ones that follow: each
 * asks once more, behind the lock on the cursor's row.
 */
async function append(
  pool: pg.Pool,
  batches: readonly SealedBatch[],
  cursor: HeldCursor,
  to: Position,
): Promise<HeldCursor | undefined> {
  const works = [
    { office: noOffice, statements: [advanceCursor(cursor, to)] },
    ...batches.map((batch) => ({
      office: batch.office,
      statements: [insertBatch(batch, cursor), insertRows(batch, cursor)],
    })),
  ];
  try {
    const [moved] = await inOffices(pool, works);
    const row = moved?.[0]?.[0] as CursorRow | undefined; // see `advanceCursor`
    return row && asHeld(cursor.consumer, row);
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

/** Another sealer was faster: the head is no longer the one this batch goes on from, or a row has its place already. */
function isTaken(error: unknown): boolean {
  const clash = clashOf(error);
  if (clash === undefined || clash.done) return false;
  return clash.clash !== 'constraint' || taken.has(clash.constraint);
}

const taken: ReadonlySet<string> = new Set([
  'seal_batch_pk',
  'seal_batch_since',
  'seal_batch_goes_on',
  'sealed_pk',
  'sealed_once',
]);

interface SealedRow extends LogRow {
  readonly index: number;
}
interface Checkpoint {
  readonly size: number;
  readonly checkpoint: string;
}

async function read(pool: pg.Pool, office: string, from: number, limit: number): Promise<readonly SealedLine[]> {
  const [sealed = [], signed = []] = await inOffice(pool, office, [
    selectRows(office, from, limit),
    selectCheckpoints(office, from, limit),
  ]);
  // Each statement selects the fields of what it is read as.
  const rows = sealed as readonly unknown[] as readonly SealedRow[];
  const checkpoints = signed as readonly unknown[] as readonly Checkpoint[];
  const bySize = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]));
  // What was sealed between the two statements comes with the next page: a checkpoint is told with its last row only.
  return rows.flatMap(({ index, ...row }) => {
    const checkpoint = bySize.get(index + 1);
    return checkpoint ? [{ index, row }, checkpoint] : [{ index, row }];
  });
}

const ROOT_BYTES = 32;

const rootsOf = (bytes: Uint8Array): SealHead['frontier'] =>
  Array.from({ length: bytes.length / ROOT_BYTES }, (_, index) =>
    bytes.slice(index * ROOT_BYTES, (index + 1) * ROOT_BYTES),
  );

const selectHead = (office: string): Statement => ({
  text: 'select size, frontier from kernel.seal_batch where office_id = $1 order by size desc limit 1',
  values: [office],
});

const insertBatch = ({ office, from, head, checkpoint, sealedAt }: SealedBatch, cursor: HeldCursor): Statement => ({
  text: `insert into kernel.seal_batch (office_id, size, since, frontier, checkpoint, sealed_at)
         select $3, $4, $5, $6, $7, $8 where ${cursorIsHeld}`,
  values: [
    cursor.consumer,
    cursor.revision,
    office,
    head.size,
    from === 0 ? null : from,
    Buffer.concat(head.frontier),
    checkpoint,
    sealedAt,
  ],
});

const insertRows = ({ office, from, rows }: SealedBatch, cursor: HeldCursor): Statement => ({
  text: `insert into kernel.sealed (office_id, index, case_id, version)
         select $3, $4::integer + place::integer - 1, id, version
         from unnest($5::uuid[], $6::integer[]) with ordinality r (id, version, place) where ${cursorIsHeld}`,
  values: [
    cursor.consumer,
    cursor.revision,
    office,
    from,
    rows.map((row) => row.case),
    rows.map(({ version }) => String(version)),
  ],
});

const selectRows = (office: string, from: number, limit: number): Statement => ({
  text: `select s.index, ${logColumns} from kernel.sealed s join kernel.log using (office_id, case_id, version)
         where office_id = $1 and s.index >= $2 order by s.index limit $3`,
  values: [office, from, limit],
});

const selectCheckpoints = (office: string, from: number, limit: number): Statement => ({
  text: `select size, checkpoint from kernel.seal_batch
         where office_id = $1 and size > $2::integer and size <= $2::integer + $3::integer`,
  values: [office, from, limit],
});
