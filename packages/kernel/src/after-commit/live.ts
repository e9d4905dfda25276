import { asSaid, type Said } from '../log.ts';
import type { Store } from '../store.ts';
import type { Position } from './feed-port.ts';
import { beginning, isAfter, positionId, positionOf } from './position.ts';

/**
 * What a follower of an office is told. First of all, at once: `resumed`, and what was missed follows; or `reset`: load
 * what you know anew, since it begins here, or more was missed than is worth telling. Then `row`: one accepted command
 * with its facts, in order of commit. The id is what to come again with.
 */
export type Told =
  | { readonly kind: 'row'; readonly id: string; readonly row: Said; readonly label: string | null }
  | { readonly kind: 'reset' | 'resumed'; readonly id: string };

export interface Following {
  readonly office: string;
  /** The id of the last thing told: what came after it is told now. Without it the following begins here. */
  readonly after?: string | undefined;
  readonly signal: AbortSignal;
}

/** Tells the rows of all offices to whoever follows one, as they are committed, from one reading of the feed. */
export interface Live {
  follow(following: Following): AsyncGenerator<Told>;
  /** Reads on and tells; answers how many rows that were. Nothing is read while nobody follows. */
  pump(): Promise<number>;
}

const BATCH = 200;
const MOST_CAUGHT_UP = 2_000;
const MOST_QUEUED = 1_000;

export function live({ feed }: Pick<Store, 'feed'>): Live {
  const followers = new Set<Follower>();
  /** Up to where the followers have been told; nothing while there are none. */
  let told: Promise<Position | undefined> | undefined;

  async function tell(from: Position | undefined): Promise<number> {
    const positions = await feed.read({ after: from, limit: BATCH });
    const last = positions.at(-1);
    if (last === undefined) return 0;
    const offices = new Set([...followers].map(({ office }) => office));
    const wanted = positions.filter(({ office }) => offices.has(office));
    const [rows, labels] = await Promise.all([feed.rows(wanted), feed.labels(wanted)]);
    for (const [index, stored] of rows.entries()) {
      const position = wanted[index];
      const row = asSaid(stored); // once for all who follow
      const label = labels.get(row.case) ?? null;
      for (const follower of followers)
        if (position && row.office === follower.office) follower.push({ position, row, label });
    }
    if (followers.size > 0) told = Promise.resolve(last);
    return positions.length;
  }

  return {
    async pump() {
      if (told === undefined || followers.size === 0) return 0;
      return tell(await told);
    },
    async *follow({ office, after, signal }) {
      const follower = new Follower(office, signal);
      followers.add(follower);
      try {
        told ??= feed.end();
        const [epoch, start] = await Promise.all([feed.epoch(), told]);
        let last = (after === undefined ? undefined : positionOf(epoch, office, after)) ?? undefined;
        const missed = last && (await feed.read({ after: last, office, limit: MOST_CAUGHT_UP + 1 }));
        if (missed === undefined || missed.length > MOST_CAUGHT_UP) {
          // From here on; the queue has what is told after `start`.
          last = start ? { ...beginning(office), tx: start.tx } : beginning(office);
          yield { kind: 'reset', id: positionId(epoch, last) };
        } else {
          if (last) yield { kind: 'resumed', id: positionId(epoch, last) };
          const [rows, labels] = await Promise.all([feed.rows(missed), feed.labels(missed)]);
          for (const [index, row] of rows.entries()) {
            last = missed[index] ?? last;
            const label = labels.get(row.case) ?? null;
            if (last) yield { kind: 'row', id: positionId(epoch, last), row: asSaid(row), label };
          }
        }
        for await (const next of follower) {
          if (next === 'overflow') return; // whoever comes again with the last id catches up
          if (last && !isAfter(next.position, last)) continue;
          last = next.position;
          yield { kind: 'row', id: positionId(epoch, last), row: next.row, label: next.label };
        }
      } finally {
        followers.delete(follower);
        if (followers.size === 0) told = undefined;
      }
    },
  };
}

interface Queued {
  readonly position: Position;
  readonly row: Said;
  readonly label: string | null;
}

/** One follower's queue. A follower that is too slow is let go, and may come again with its last id. */
class Follower {
  readonly office: string;
  readonly #signal: AbortSignal;
  readonly #queue: Queued[] = [];
  #overflown = false;
  #wake: (() => void) | undefined;

  constructor(office: string, signal: AbortSignal) {
    this.office = office;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
  }

  push(queued: Queued): void {
    if (this.#queue.length >= MOST_QUEUED) this.#overflown = true;
    else this.#queue.push(queued);
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Queued | 'overflow'> {
    while (!this.#signal.aborted) {
      const next = this.#queue.shift();
      if (next) yield next;
      else if (this.#overflown) return yield 'overflow';
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
