/** Runs tasks with the same key one after the other, so that people of one process do not clash over a case. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  async run<T>(key: string | undefined, task: () => Promise<T>): Promise<T> {
    if (key === undefined) return task();
    const before = this.#last.get(key);
    const mine = before ? before.then(task, task) : task();
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      // The last in the row sweeps up, or the map would grow with every case ever touched.
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
