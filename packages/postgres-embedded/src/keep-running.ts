import { setTimeout as sleep } from 'node:timers/promises';

import type { RunningServer } from './launch.ts';
import { stopServer } from './postmaster.ts';
import type { PostgresUnavailable, Unavailability } from './unavailable.ts';
import { backSentences, type Sentences, sentencesFor } from './words.ts';

/**
 * What happens to a running server without anybody asking: it is `away` when it has ended and cannot be started again
 * yet, told once for each reason; it is `back` when it was started again.
 */
export type ServerNews =
  | { readonly event: 'away'; readonly reason: Unavailability; readonly sentences: Sentences }
  | { readonly event: 'back'; readonly sentences: Sentences };

export interface KeepPlan {
  /** Starts it on the same folder and with the same connection settings. */
  readonly startAgain: (signal: AbortSignal) => Promise<RunningServer>;
  /** Why that failed. */
  readonly explain: (error: unknown) => Promise<PostgresUnavailable>;
  readonly tell: (news: ServerNews) => void;
}

export interface KeptServer {
  /** Of the present run. */
  pid(): number;
  /** Stops it, or the attempt to start it again, and leaves no process. */
  stop(): Promise<void>;
}

/** Starts a server again whenever it ends without being asked, for as long as that takes. */
export function keepRunning(first: RunningServer, { startAgain, explain, tell }: KeepPlan): KeptServer {
  const stopping = new AbortController();
  let current = first;
  let attempts = 0;
  let returning: Promise<void> | undefined;

  const watch = (server: RunningServer) => {
    const startedAt = Date.now();
    current = server;
    server.ended.then(() => {
      if (stopping.signal.aborted) return;
      if (Date.now() - startedAt > steadyMs) attempts = 0;
      returning = bringBack();
    });
  };

  const bringBack = async () => {
    let told: Unavailability['code'] | undefined;
    while (await pauseBefore(attempts++, stopping.signal)) {
      const server = await startAgain(stopping.signal).catch(explain);
      if (!(server instanceof Error)) {
        watch(server);
        if (!stopping.signal.aborted) tell({ event: 'back', sentences: backSentences });
        return;
      }
      if (stopping.signal.aborted || server.code === told) continue;
      told = server.code;
      tell({ event: 'away', reason: server.reason, sentences: sentencesFor(server.reason, 'running') });
    }
  };

  const stop = async () => {
    stopping.abort();
    await returning;
    await stopServer(current);
  };
  watch(first);
  return { pid: () => current.pid, stop };
}

/** False when it is no longer wanted. The timer keeps no program alive. */
async function pauseBefore(attempt: number, signal: AbortSignal): Promise<boolean> {
  const pauseMs = pausesMs[Math.min(attempt, pausesMs.length - 1)];
  await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});
  return !signal.aborted;
}

/** Short enough that a person who freed some space is not kept waiting, long enough not to wear the machine out. */
const pausesMs = [0, 250, 500, 1_000, 2_000] as const;
/** Who ended sooner than this after its start has not recovered yet, and the pauses go on growing. */
const steadyMs = 10_000;
