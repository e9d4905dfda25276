import { headingOf } from '../heading.ts';
import { newRequestId } from '../request-id.ts';
import type { Shown } from './shown.ts';

/** What everybody sees who passes by. */
export function StartScreen({ state, send, words }: Shown) {
  return (
    <div class="notice">
      <h1 tabIndex={-1}>{headingOf(state)}</h1>
      <p>{words.startHint}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => send({ type: 'begin', request: newRequestId() })}>
          {words.checkIn}
        </button>
      </div>
    </div>
  );
}
