import { useEffect } from 'react';
import { api } from '../api.ts';
import { lockedHere } from './standing.ts';

/**
 * As long as the server lets a session rest. It cannot tell itself that nobody is there: the desk asks for what is new
 * by itself, and each question counts as use.
 */
const IDLE_MS = 30 * 60_000;
const LOOK_MS = 15_000;
/** Other tabs need not hear of every key. */
const TELL_MS = 10_000;

const hands = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks the place when no hand has moved for so long, in any tab of this browser. */
export function useIdleLock(): void {
  useEffect(() => {
    const otherTabs = new BroadcastChannel('front-office.desk.hand');
    let movedAt = Date.now();
    let toldAt = movedAt;
    const moved = () => {
      movedAt = Date.now();
      if (movedAt - toldAt < TELL_MS) return;
      toldAt = movedAt;
      otherTabs.postMessage('moved');
    };
    otherTabs.addEventListener('message', () => {
      movedAt = Date.now();
    });
    for (const hand of hands) addEventListener(hand, moved, { passive: true });
    // By the clock and not by one long timer: a machine that slept has rested too.
    const looking = setInterval(async () => {
      if (Date.now() - movedAt < IDLE_MS) return;
      const { problem } = await api.call('POST /session/lock', {});
      if (!problem) lockedHere();
    }, LOOK_MS);
    return () => {
      clearInterval(looking);
      for (const hand of hands) removeEventListener(hand, moved);
      otherTabs.close();
    };
  }, []);
}
