import type { FeedStore, LogRow, Position } from '@front-office/kernel';
import type pg from 'pg';
import type { Statement } from './batch.ts';
import { advanceCursor, asHeld, type CursorRow, holdCursor, releaseCursor } from './cursors.ts';
import { inOffices, noOffice, rowsIn } from './in-office.ts';
import { logColumns } from './statements.ts';

/** The kernel's feed on `kernel.log`: places are told across all offices, rows behind the walls of each. */
export function createFeed(pool: pg.Pool): FeedStore {
  const cursor = async (consumer: string, statement: Statement) => {
    const [row] = await rowsIn<CursorRow>(pool, noOffice, statement);
    return row && asHeld(consumer, row);
  };
  return {
    epoch: async () => {
      const [row] = await rowsIn<{ epoch: string }>(pool, noOffice, selectEpoch);
      if (row === undefined) throw new Error('kernel.history has lost its row, which names this history of the log.');
      return row.epoch;
    },
    end: async () => (await rowsIn<Position>(pool, noOffice, selectEnd))[0],
    read: ({ after, office, limit }) => rowsIn<Position>(pool, noOffice, selectAfter(after, office, limit)),
    rows: (positions) => rowsAt(pool, positions),
    labels: (positions) => labelsAt(pool, positions),
    hold: ({ consumer, now, until }) => cursor(consumer, holdCursor(consumer, now, until)),
    advance: (held, to) => cursor(held.consumer, advanceCursor(held, to)),
    release: async (held) => {
      await rowsIn(pool, noOffice, releaseCursor(held));
    },
  };
}

async function rowsAt(pool: pg.Pool, positions: readonly Position[]): Promise<readonly LogRow[]> {
  if (positions.length === 0) return [];
  const groups = [...Map.groupBy(positions, ({ office }) => office)];
  const answers = await inOffices(
    pool,
    groups.map(([office, those]) => ({ office, statements: [selectRows(office, those)] })),
  );
  const rows = answers.flat(2) as readonly unknown[] as readonly LogRow[]; // see `logColumns`
  const byPlace = new Map(rows.map((row) => [placeOf(row), row]));
  return positions.map((position) => byPlace.get(placeOf(position))).filter((row) => row !== undefined);
}

async function labelsAt(pool: pg.Pool, positions: readonly Position[]): Promise<ReadonlyMap<string, string>> {
  if (positions.length === 0) return new Map();
  const works = [...Map.groupBy(positions, ({ office }) => office)].map(([office, those]) => ({
    office,
    statements: [selectLabels(office, those)],
  }));
  const rows = (await inOffices(pool, works)).flat(2) as readonly unknown[] as { case: string; label: string }[]; // its columns
  return new Map(rows.map((row) => [row.case, row.label]));
}

const placeOf = ({ office, case: id, version }: Omit<Position, 'tx'>) => `${office}/${id}/${version}`;

const selectEpoch: Statement = { text: 'select epoch from kernel.history', values: [] };

const selectEnd: Statement = { text: 'select tx, office, "case", version from kernel.feed_end()', values: [] };

const nil = '00000000-0000-0000-0000-000000000000';
const beginning: Position = { tx: '0', office: nil, case: nil, version: 0 };

const selectAfter = (after: Position = beginning, office: string | undefined, limit: number): Statement => ({
  text: 'select tx, office, "case", version from kernel.feed_after($1, $2, $3, $4, $5, $6)',
  values: [after.tx, after.office, after.case, after.version, office ?? null, limit],
});

const selectLabels = (office: string, positions: readonly Position[]): Statement => ({
  text: `select id as "case", label from kernel.cases where office_id = $1 and id = any ($2::uuid[]) and label is not null`,
  values: [office, [...new Set(positions.map((position) => position.case))]],
});

const selectRows = (office: string, positions: readonly Position[]): Statement => ({
  text: `select ${logColumns} from kernel.log
         where office_id = $1 and (case_id, version) in (select * from unnest($2::uuid[], $3::integer[]))`,
  values: [office, positions.map((position) => position.case), positions.map(({ version }) => String(version))],
});
