/** How many there were of each key in its present window. Windows are fixed: each begins at a whole multiple of its length. */
export class MemoryCounts {
  readonly #counts = new Map<string, { readonly from: number; readonly until: number; readonly count: number }>();

  add(key: string, windowMs: number, nowMs: number, by: number): number {
    const from = nowMs - (nowMs % windowMs);
    const present = this.#counts.get(key);
    const count = Math.max(0, (present?.from === from ? present.count : 0) + by);
    this.#counts.set(key, { from, until: from + windowMs, count });
    return count;
  }

  forget(key: string): void {
    this.#counts.delete(key);
  }

  tidy(nowMs: number): void {
    for (const [key, { until }] of this.#counts) if (until <= nowMs) this.#counts.delete(key);
  }
}
