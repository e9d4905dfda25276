/** Where something runs that goes on by itself: the browser, or a test with a clock of its own. */
export interface Surroundings {
  now(): number;
  after(ms: number, run: () => void): () => void;
  hidden(): boolean;
  /** Calls when the page is hidden or seen again, and when this machine loses its network or has one again. */
  onChange(run: () => void): () => void;
}

export const browser: Surroundings = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  hidden: () => document.hidden,
  onChange(run) {
    const network = ['online', 'offline'];
    document.addEventListener('visibilitychange', run);
    for (const name of network) addEventListener(name, run);
    return () => {
      document.removeEventListener('visibilitychange', run);
      for (const name of network) removeEventListener(name, run);
    };
  },
};
