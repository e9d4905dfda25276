import { headingOf } from '../heading.ts';
import type { SendingState } from '../state.ts';
import type { Shown } from './shown.ts';

/** On its way. Shown after a second only: mostly the answer is there before. */
export const SendingScreen = ({ state }: Shown<SendingState>) => (
  <div class="notice after-a-second">
    <h1 tabIndex={-1}>{headingOf(state)}</h1>
    <progress aria-label={headingOf(state)} />
  </div>
);
