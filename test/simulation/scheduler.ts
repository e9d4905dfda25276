import type { Random } from './random.ts';

/** Who waits at a point. What belongs to a process that has crashed never goes on. */
export interface Owner {
  readonly name: string;
  readonly alive: boolean;
}

interface Parked {
  readonly owner: Owner;
  readonly label: string;
  resume(): void;
}

interface Sleeper extends Parked {
  readonly wakesAtMs: number;
}

/**
 * Lets one thing happen at a time. Whatever awaits a store, a port or a person waits here at a point, and the seed says
 * who goes on next. Between two steps nothing moves, so what is true can be looked at.
 */
export class Scheduler {
  /** Time as the world has it; the clocks of the processes may differ. */
  nowMs = Date.UTC(2026, 5, 30, 6);
  steps = 0;
  /** What happened, one line for each step; kept only when somebody will read it. */
  readonly history: string[] | undefined;
  readonly #random: Random;
  #parked: Parked[] = [];
  #sleepers: Sleeper[] = [];

  constructor(random: Random, { keepsHistory }: { readonly keepsHistory: boolean }) {
    this.#random = random;
    this.history = keepsHistory ? [] : undefined;
  }

  /** Waits until the seed lets this one go on. */
  point(owner: Owner, label: string): Promise<void> {
    return new Promise((resolve) => {
      if (owner.alive) this.#parked.push({ owner, label, resume: resolve });
    });
  }

  /** Waits until so much time has passed in the world. */
  sleep(owner: Owner, ms: number, label: string): Promise<void> {
    return new Promise((resolve) => {
      if (owner.alive) this.#sleepers.push({ owner, label, wakesAtMs: this.nowMs + ms, resume: resolve });
    });
  }

  get waiting(): number {
    return this.#parked.length;
  }

  get sleeping(): boolean {
    return this.#sleepers.length > 0;
  }

  /** What a crashed process had in hand never continues. */
  forget(owner: Owner): void {
    this.#parked = this.#parked.filter((parked) => parked.owner !== owner);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.owner !== owner);
  }

  /** One of those who wait goes on, whichever the seed says, until it waits again. */
  async goOn(): Promise<void> {
    const at = this.#random.between(0, this.#parked.length - 1);
    const parked = this.#parked[at];
    if (parked === undefined) return;
    // Order among those who wait has no meaning, so the last one fills the gap.
    const last = this.#parked.pop();
    if (last && last !== parked) this.#parked[at] = last;
    await this.step(`${parked.owner.name}: ${parked.label}`, parked.resume);
  }

  async step(line: string, happens: () => void): Promise<void> {
    this.steps += 1;
    this.history?.push(line);
    happens();
    await this.#calm();
  }

  timePasses(ms: number): void {
    this.nowMs += ms;
    const woken = this.#sleepers.filter(({ wakesAtMs }) => wakesAtMs <= this.nowMs);
    if (woken.length === 0) return;
    this.#sleepers = this.#sleepers.filter(({ wakesAtMs }) => wakesAtMs > this.nowMs);
    // They wake to wait for their turn like everybody.
    this.#parked.push(...woken);
  }

  /** Everything between two points runs in microtasks, and they are all done before the event loop turns. */
  #calm(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}
