import { type Instant, instantOf, MINUTE_MS, millisOf } from '@front-office/values';

/** A clock that a test or a demo sets by hand. */
export class ManualClock {
  #now: Instant;

  constructor(start: string) {
    this.#now = instantOf(new Date(start));
  }

  readonly now = (): Instant => this.#now;

  set(to: string): void {
    const next = instantOf(new Date(to));
    if (millisOf(next) < millisOf(this.#now))
      throw new Error(`The clock stands at ${this.#now}; it does not go back to ${next}.`);
    this.#now = next;
  }

  advanceMinutes(minutes: number): void {
    this.set(new Date(millisOf(this.#now) + minutes * MINUTE_MS).toISOString());
  }
}
