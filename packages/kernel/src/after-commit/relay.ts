import { type Instant, plusMs } from '@front-office/values';
import type { LogRow } from '../store.ts';
import type { FeedStore, HeldCursor, Position } from './feed-port.ts';

/** Somebody who handles every row of the log, in order of commit, at least once. */
export interface Consumer {
  /** Names its cursor. */
  readonly name: string;
  /** Most rows at once. */
  readonly batch: number;
  /**
   * Handles rows, and moves the cursor to the last of them; nothing when the cursor is held by another meanwhile. What it
   * throws leaves the cursor where it is.
   */
  handle(rows: readonly LogRow[], cursor: HeldCursor, to: Position): Promise<HeldCursor | undefined>;
}

/** A consumer that dies holds its cursor up no longer than this. */
const HOLD_MS = 30_000;

/** Brings a consumer up to date; answers how many rows it handled. */
export type Relay = () => Promise<number>;

/** The relay of one consumer. Two servers do not run it at the same time. */
export function relay(
  { store: { feed }, now }: { readonly store: { readonly feed: FeedStore }; readonly now: () => Instant },
  consumer: Consumer,
): Relay {
  /** Up to here it was handled when we last saw it: where nothing has come since, nobody need hold the cursor. */
  let handledTo: Position | undefined;

  async function handleNext(held: HeldCursor): Promise<number> {
    let cursor: HeldCursor | undefined = held;
    try {
      handledTo = held.position;
      const positions = await feed.read({ after: held.position, limit: consumer.batch });
      const last = positions.at(-1);
      if (last === undefined) return 0;
      cursor = await consumer.handle(await feed.rows(positions), held, last);
      if (cursor === undefined) return 0;
      handledTo = cursor.position;
      return positions.length;
    } finally {
      if (cursor) await feed.release(cursor);
    }
  }

  return async () => {
    let handled = 0;
    for (;;) {
      const [next] = await feed.read({ after: handledTo, limit: 1 });
      if (next === undefined) return handled;
      const at = now();
      // Held anew for each batch: the hold is as long as one batch may take.
      const cursor = await feed.hold({ consumer: consumer.name, now: at, until: plusMs(at, HOLD_MS) });
      if (cursor === undefined) return handled;
      const told = await handleNext(cursor);
      handled += told;
      if (told < consumer.batch) return handled;
    }
  };
}
