import { newId } from '@front-office/values';
import type { FeedStore, HeldCursor, Position } from '../after-commit/feed-port.ts';
import type { LogRow } from '../store.ts';
import { compare, type Offices } from './office-rows.ts';

const LONGEST_HOLD_MS = 300_000;

interface CursorRow {
  readonly position: Position | undefined;
  readonly revision: number;
  readonly heldUntil: string | null;
}

/** The feed of a memory store, with transactions that end in another order than they began. */
export class MemoryFeed implements FeedStore {
  readonly #offices: Offices;
  readonly #epoch = newId();
  readonly #told: Position[] = [];
  readonly #open = new Set<number>();
  readonly #cursors = new Map<string, CursorRow>();
  #lastTx = 0;

  constructor(offices: Offices) {
    this.#offices = offices;
  }

  /** Begins a transaction: rows of later ones are held back until it ends. */
  begin(): number {
    this.#lastTx += 1;
    this.#open.add(this.#lastTx);
    return this.#lastTx;
  }

  endOf(tx: number, rows: readonly LogRow[]): void {
    this.#open.delete(tx);
    for (const { office, case: id, version } of rows) this.#told.push({ tx: String(tx), office, case: id, version });
    this.#told.sort(inOrder);
  }

  async epoch(): Promise<string> {
    return this.#epoch;
  }

  async end(): Promise<Position | undefined> {
    return this.#complete().at(-1);
  }

  async read({ after, office, limit }: Parameters<FeedStore['read']>[0]): Promise<readonly Position[]> {
    const rows = this.#complete().filter(
      (position) =>
        (after === undefined || inOrder(position, after) > 0) && (office === undefined || position.office === office),
    );
    return structuredClone(rows.slice(0, limit));
  }

  async rows(positions: readonly Position[]): Promise<readonly LogRow[]> {
    const rows = positions.flatMap(({ office, case: id, version }) => {
      const row = this.#offices.get(office)?.log.find((each) => each.case === id && each.version === version);
      return row ? [row] : [];
    });
    return structuredClone(rows);
  }

  async labels(positions: readonly Position[]): Promise<ReadonlyMap<string, string>> {
    const labelled = positions.flatMap(({ office, case: id }) => {
      const label = this.#offices.get(office)?.cases.get(id)?.label ?? null;
      return label === null ? [] : [[id, label] as const];
    });
    return new Map(labelled);
  }

  async hold({ consumer, now, until }: Parameters<FeedStore['hold']>[0]): Promise<HeldCursor | undefined> {
    const row = this.#cursors.get(consumer) ?? { position: undefined, revision: 0, heldUntil: null };
    const { heldUntil } = row;
    if (heldUntil !== null && heldUntil > now && Date.parse(heldUntil) - Date.parse(now) <= LONGEST_HOLD_MS)
      return undefined;
    const revision = row.revision + 1;
    this.#cursors.set(consumer, { ...row, revision, heldUntil: until });
    return { consumer, position: row.position, revision };
  }

  async advance(cursor: HeldCursor, to: Position): Promise<HeldCursor | undefined> {
    return this.move(cursor, to);
  }

  /** Moves a cursor inside another write: all or nothing. */
  move(cursor: HeldCursor, to: Position): HeldCursor | undefined {
    const row = this.#cursors.get(cursor.consumer);
    if (row?.revision !== cursor.revision) return undefined;
    this.#cursors.set(cursor.consumer, { ...row, position: to });
    return { ...cursor, position: to };
  }

  async release(cursor: HeldCursor): Promise<void> {
    const row = this.#cursors.get(cursor.consumer);
    if (row?.revision === cursor.revision)
      this.#cursors.set(cursor.consumer, { ...row, revision: row.revision + 1, heldUntil: null });
  }

  /** Rows of transactions older than the oldest one that is still open. */
  #complete(): readonly Position[] {
    const oldest = Math.min(...this.#open);
    return this.#told.filter(({ tx }) => Number(tx) < oldest);
  }
}

function inOrder(one: Position, other: Position): number {
  return (
    Number(one.tx) - Number(other.tx) ||
    compare(one.office, other.office) ||
    compare(one.case, other.case) ||
    one.version - other.version
  );
}
