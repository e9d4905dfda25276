import { setTimeout as wait } from 'node:timers/promises';
import { StoreAway } from '../store.ts';

/** Something that is done again and again in the background: answers how much there was to do. */
export interface Chore {
  readonly name: string;
  /** How long it rests when there was nothing to do, unless it is woken. */
  readonly restMs: number;
  run(): Promise<number>;
}

/** A chore going on in the background. */
export interface Running {
  /** There may be something to do now. */
  wake(): void;
  /** Ends after the round it is in. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Repeats a chore until it is stopped: at once while there is something to do, else after its rest or when it is woken.
 * A round that fails is reported and tried again with growing pauses; a store that is away is reported once.
 */
export function keepRunning(chore: Chore, onProblem: (error: unknown, where: string) => void): Running {
  const stopping = new AbortController();
  let woken = false;
  let rest: AbortController | undefined;

  async function sleep(ms: number): Promise<void> {
    if (woken || stopping.signal.aborted) return;
    rest = new AbortController();
    // Ended early by `wake` and `stop`; a server that has nothing else to do may end.
    await wait(ms, undefined, { signal: rest.signal, ref: false }).catch(() => {});
    rest = undefined;
  }

  async function loop(): Promise<void> {
    let failures = 0;
    let away = false;
    while (!stopping.signal.aborted) {
      woken = false;
      try {
        const done = await chore.run();
        failures = 0;
        away = false;
        if (done === 0) await sleep(chore.restMs);
      } catch (error) {
        failures += 1;
        if (!(away && error instanceof StoreAway)) onProblem(error, chore.name);
        away = error instanceof StoreAway;
        woken = false;
        await sleep(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS));
      }
    }
  }

  const ended = loop();
  return {
    wake() {
      woken = true;
      rest?.abort();
    },
    async stop() {
      stopping.abort();
      rest?.abort();
      await ended;
    },
  };
}
