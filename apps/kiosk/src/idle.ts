import type { State } from './state.ts';

/** How long the warning stands before everything is forgotten (WCAG 2.2.1 asks for 20 seconds at least). */
export const WARNING_SECONDS = 20;

const START_AND_END_MS = 10_000;

/**
 * Milliseconds without a touch after which this state is left or warned about; null where nobody is waited for: a request
 * is under way, the device is not in use, or the warning itself is counting.
 */
export function idleAfterMs(state: State): number | null {
  if (state.over === 'warning') return null;
  switch (state.page) {
    case 'opening':
    case 'pairing':
    case 'sending':
    case 'leaving':
      return null;
    case 'start':
    case 'done':
      return START_AND_END_MS;
    default:
      return state.settings.idleSeconds * 1000;
  }
}

const signsOfLife = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/**
 * Calls `onIdle` after so long without a sign of life on the page. A document that nobody has touched yet has nothing to
 * forget, so its time begins with the first touch. Answers how to stop.
 */
export function watchIdle(afterMs: number, onIdle: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    touched = true;
    clearTimeout(timer);
    timer = setTimeout(onIdle, afterMs);
  };
  if (touched) begin();
  for (const sign of signsOfLife) addEventListener(sign, begin, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of signsOfLife) removeEventListener(sign, begin, { capture: true });
  };
}

/** Of this document; a new one begins untouched. */
let touched = false;
