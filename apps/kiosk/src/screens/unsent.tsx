import { headingOf, officeWords } from '../heading.ts';
import type { SendingState } from '../state.ts';
import type { Shown } from './shown.ts';

/** No answer came. Trying again is safe, since the request keeps its id. */
export const UnsentScreen = ({ state, send, words }: Shown<SendingState>) => (
  <div class="notice">
    <h1 tabIndex={-1}>{headingOf(state)}</h1>
    <p>{words.unsentExplained}</p>
    {state.attempt > 1 && <p>{officeWords(state).pleaseSeeStaff}</p>}
    <div class="actions">
      <button type="button" class="primary" onClick={() => send({ type: 'sendAgain' })}>
        {words.sendAgain}
      </button>
    </div>
  </div>
);
