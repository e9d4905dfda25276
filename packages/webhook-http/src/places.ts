/** So many at once, and no more; the others wait in order. */
export class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** Takes a place. False when none has become free in that time. */
  async take(waitMs: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const given = () => resolve(true);
    this.#waiting.push(given);
    const timer = setTimeout(() => {
      const index = this.#waiting.indexOf(given);
      if (index >= 0) this.#waiting.splice(index, 1);
      resolve(false);
    }, waitMs);
    return promise.finally(() => clearTimeout(timer));
  }

  /** Gives a place back: to whoever has waited longest. */
  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
