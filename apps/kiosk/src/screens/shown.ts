import type { Event } from '../event.ts';
import type { State } from '../state.ts';
import type { Words } from '../words/index.ts';

/** What every part of the screen is given. */
export interface Shown<S = State> {
  readonly state: S;
  readonly send: (event: Event) => void;
  readonly words: Words;
}
