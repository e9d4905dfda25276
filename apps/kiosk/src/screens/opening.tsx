import { headingOf } from '../heading.ts';
import type { Shown } from './shown.ts';

/** Until the office has answered; calm, since it mostly lasts no longer than a blink. */
export function OpeningScreen({ state, words }: Shown) {
  const waitsLonger = state.page === 'opening' && state.attempt > 1;
  return (
    <div class="notice after-a-second">
      <h1 tabIndex={-1}>{headingOf(state)}</h1>
      <div role="status">{waitsLonger && <p>{words.stillOpening}</p>}</div>
    </div>
  );
}
