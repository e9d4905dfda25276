import type { Committed, FollowEvent } from '@front-office/http-express/client';
import { useSyncExternalStore } from 'react';
import type { OfficeEvents } from './events.ts';
import { browser, type Surroundings } from './surroundings.ts';

/** How often a screen asks anew while it is told of nothing. */
export const EVERY_MS = 2_000;
/** While it is told what happens, it asks only for safety: what no event tells of, such as another day. */
export const RARELY_MS = 60_000;
/** However much happens, it asks no more often. */
export const SHORTEST_PAUSE_MS = 300;
/** While the server does not answer, the pauses double up to this. */
export const LONGEST_PAUSE_MS = 30_000;
/** A request without an answer counts as failed after this. */
const PATIENCE_MS = 10_000;

export type Loaded<T, P> =
  | { readonly data: T; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: P };

export interface Snapshot<T, P> {
  /** The last good answer, if there was one; it stays while later requests fail. */
  readonly data: T | undefined;
  /** When that answer came, in milliseconds by this machine's clock. */
  readonly at: number | undefined;
  /** Why the last request failed; gone with the next good answer. */
  readonly problem: P | undefined;
  readonly paused: boolean;
}

/** Data that is true now, for as long as somebody looks. */
export interface Live<T, P> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => Snapshot<T, P>;
  /** Asks now; an answer still on its way is not waited for, since it may be older than what was just done. */
  refresh(): void;
  pause(): void;
  resume(): void;
}

export interface LiveOptions<T> {
  readonly events: OfficeEvents;
  /** Whether the data may be another after this. */
  readonly concerns: (committed: Committed, data: T | undefined) => boolean;
  /** How often to ask while the events are away; every two seconds unless given. */
  readonly everyMs?: number;
  readonly around?: Surroundings;
}

/**
 * Asks `load` whenever something happened that concerns it, while there are listeners, the page is visible and nobody
 * paused it. As long as the events are away it polls. `load` never throws; it should give up when its signal is aborted.
 */
export function createLive<T, P>(
  load: (signal: AbortSignal) => Promise<Loaded<T, NonNullable<P>>>,
  { events, concerns, everyMs = EVERY_MS, around = browser }: LiveOptions<T>,
): Live<T, P> {
  const listeners = new Set<() => void>();
  let snapshot: Snapshot<T, P> = { data: undefined, at: undefined, problem: undefined, paused: false };
  let failures = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let isAsking = false;
  /** Something happened after the request that is on its way was asked. */
  let isOvertaken = false;
  let stopWatching = () => {};
  let stopListening = () => {};
  /** Ends what is going on: the wait for the next request, or the request itself. */
  let stop = () => {};

  const show = (change: Partial<Snapshot<T, P>>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const asks = () => listeners.size > 0 && !snapshot.paused && !around.hidden();

  async function ask(): Promise<void> {
    stop();
    if (!asks()) return;
    const request = new AbortController();
    const giveUp = around.after(PATIENCE_MS, () => request.abort());
    let isCurrent = true;
    askedAt = around.now();
    isAsking = true;
    isOvertaken = false;
    stop = () => {
      isCurrent = false;
      isAsking = false;
      giveUp();
      request.abort();
    };
    const answer = await load(request.signal);
    if (!isCurrent) return;
    giveUp();
    isAsking = false;
    failures = answer.problem === undefined ? 0 : failures + 1;
    stop = around.after(isOvertaken ? restMs() : pauseMs(), ask);
    show(
      answer.problem === undefined
        ? { data: answer.data, at: around.now(), problem: undefined }
        : { problem: answer.problem },
    );
  }

  function pauseMs(): number {
    if (failures > 0) return Math.min(everyMs * 2 ** failures, LONGEST_PAUSE_MS);
    return events.connected() ? RARELY_MS : everyMs;
  }
  const restMs = () => Math.max(0, askedAt + SHORTEST_PAUSE_MS - around.now());

  function hear(event: FollowEvent): void {
    if (event.event === 'committed' && !concerns(event.data, snapshot.data)) return;
    // A request on its way is let come to its end: else a busy morning would break off every one of them.
    if (isAsking) isOvertaken = true;
    else {
      stop();
      stop = around.after(restMs(), ask);
    }
  }

  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        stopWatching = around.onChange(ask);
        stopListening = events.listen(hear);
        ask();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopWatching();
        stopListening();
        stop();
      };
    },
    refresh: () => void ask(),
    pause() {
      stop();
      show({ paused: true });
    },
    resume() {
      show({ paused: false });
      ask();
    },
  };
}

export const useLive = <T, P>(live: Live<T, P>): Snapshot<T, P> => useSyncExternalStore(live.subscribe, live.snapshot);
