import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Arrangement, hold } from '../arrangement.ts';

/** A hand that has not moved for so long is no longer choosing a row. */
const HAND_RESTS_MS = 10_000;

/** What was shown when a hand came over the list, for as long as it is there; nothing while there is none. */
export function useUnderHand<T>(fresh: T) {
  const [held, setHeld] = useState<T>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const release = () => {
    clearTimeout(timer.current);
    setHeld(undefined);
  };
  const keep = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(release, HAND_RESTS_MS);
    setHeld((already) => already ?? fresh);
  };
  return { held, release, hand: { onPointerEnter: keep, onPointerMove: keep, onPointerLeave: release } };
}

/**
 * Keeps every row in its place while a hand is over the list, and counts what waits. The focus needs no such care: it
 * goes with its row (`useFocusGoesAlong`).
 */
export function useHeld(fresh: Arrangement) {
  const { held, ...rest } = useUnderHand(fresh);
  const { arrangement, changes } = held ? hold(held, fresh) : { arrangement: fresh, changes: 0 };
  return { arrangement, changes, ...rest };
}

/** A row that moves to another group is drawn anew there; the focus that it had goes with it. */
export function useFocusGoesAlong(): void {
  const before = document.activeElement?.id;
  useLayoutEffect(() => {
    if (!before || document.activeElement?.id === before) return;
    if (document.activeElement === document.body) document.getElementById(before)?.focus({ preventScroll: true });
  });
}
