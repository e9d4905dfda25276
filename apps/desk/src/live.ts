import { useSyncExternalStore } from 'react';

/** How often a screen asks anew while all is well. */
export const EVERY_MS = 2_000;
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

/** Data that is asked for again and again while somebody looks. */
export interface Live<T, P> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => Snapshot<T, P>;
  /** Asks now; an answer still on its way is not waited for, since it may be older than what was just done. */
  refresh(): void;
  pause(): void;
  resume(): void;
}

/** Where the store runs: the browser, or a test with a clock of its own. */
export interface Surroundings {
  now(): number;
  after(ms: number, run: () => void): () => void;
  hidden(): boolean;
  /** Calls when the page is hidden or seen again, and when this machine has a network again. */
  onChange(run: () => void): () => void;
}

/**
 * Polls `load` while there are listeners, the page is visible and nobody paused it. `load` never throws; it should give
 * up when its signal is aborted.
 */
export function createLive<T, P>(
  load: (signal: AbortSignal) => Promise<Loaded<T, NonNullable<P>>>,
  around: Surroundings = browser,
): Live<T, P> {
  const listeners = new Set<() => void>();
  let snapshot: Snapshot<T, P> = { data: undefined, at: undefined, problem: undefined, paused: false };
  let failures = 0;
  let stopWatching = () => {};
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
    stop = () => {
      isCurrent = false;
      giveUp();
      request.abort();
    };
    const answer = await load(request.signal);
    if (!isCurrent) return;
    giveUp();
    failures = answer.problem === undefined ? 0 : failures + 1;
    stop = around.after(Math.min(EVERY_MS * 2 ** failures, LONGEST_PAUSE_MS), ask);
    show(
      answer.problem === undefined
        ? { data: answer.data, at: around.now(), problem: undefined }
        : { problem: answer.problem },
    );
  }

  return {
    snapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        stopWatching = around.onChange(ask);
        ask();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopWatching();
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

const browser: Surroundings = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  hidden: () => document.hidden,
  onChange(run) {
    document.addEventListener('visibilitychange', run);
    addEventListener('online', run);
    return () => {
      document.removeEventListener('visibilitychange', run);
      removeEventListener('online', run);
    };
  },
};
