import type { HeldCursor, Position } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type { Statement } from './batch.ts';

/** A row of `kernel.cursors`; all places are null before the first advance. */
export interface CursorRow {
  readonly tx: string | null;
  readonly office: string;
  readonly case: string;
  readonly version: number;
  readonly revision: number;
}

export const asHeld = (consumer: string, { tx, office, case: id, version, revision }: CursorRow): HeldCursor => ({
  consumer,
  position: tx === null ? undefined : { tx, office, case: id, version },
  revision,
});

const cursorColumns = 'c.tx, c.office_id as office, c.case_id as "case", c.version, c.revision';

// A hold that lies further ahead than any lasts was made before the clock was put back.
export const holdCursor = (consumer: string, now: Instant, until: Instant): Statement => ({
  text: `insert into kernel.cursors as c (consumer, held_until, revision) values ($1, $3, 1)
         on conflict on constraint cursors_pk do update set held_until = $3, revision = c.revision + 1
         where c.held_until is null or c.held_until <= $2 or c.held_until > $2::timestamptz + interval '5 minutes'
         returning ${cursorColumns}`,
  values: [consumer, now, until],
});

export const advanceCursor = ({ consumer, revision }: HeldCursor, to: Position): Statement => ({
  text: `update kernel.cursors c set tx = $3, office_id = $4, case_id = $5, version = $6
         where c.consumer = $1 and c.revision = $2 and c.held_until is not null
         returning ${cursorColumns}`,
  values: [consumer, revision, to.tx, to.office, to.case, to.version],
});

export const releaseCursor = ({ consumer, revision }: HeldCursor): Statement => ({
  text: 'update kernel.cursors set held_until = null where consumer = $1 and revision = $2',
  values: [consumer, revision],
});

/** For a `where`: the cursor `$1` is still held under the revision `$2`. */
export const cursorIsHeld =
  'exists (select from kernel.cursors where consumer = $1 and revision = $2 and held_until is not null)';
