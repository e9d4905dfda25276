import { headingOf, officeWords } from '../heading.ts';
import type { State } from '../state.ts';
import type { Shown } from './shown.ts';

/** It worked, and what happens next. No name: the next in line reads along. */
export const DoneScreen = ({ state, send, words }: Shown<Extract<State, { readonly page: 'done' }>>) => (
  <div class="notice done">
    <h1 tabIndex={-1}>{headingOf(state)}</h1>
    <p>{officeWords(state).checkedIn}</p>
    <p>{words.whatHappensNext}</p>
    <div class="actions">
      <button type="button" class="primary" onClick={() => send({ type: 'finish' })}>
        {words.finish}
      </button>
    </div>
  </div>
);
