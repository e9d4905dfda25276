import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { Api } from './api.ts';
import { askOf } from './ask.ts';
import { step } from './flow.ts';
import { useFocus } from './focus.ts';
import { titleOf } from './heading.ts';
import { idleAfterMs, watchIdle } from './idle.ts';
import { lookAs } from './look.ts';
import { Frame } from './screens/frame.tsx';
import { Screen } from './screens/screen.tsx';
import { type Language, opening } from './state.ts';
import { isWatched, watchDevice } from './watch-device.ts';
import { words } from './words/index.ts';

/** What the kiosk needs from around it. */
export interface Surroundings {
  readonly api: Api;
  /** Spoken until the office has said its own language. */
  readonly language: Language;
  /** Replaces this document by a new one, so that nothing of this visitor can be left in it. */
  readonly newDocument: () => void;
}

/** The whole kiosk: its state, the screen of that state, and what the state asks for. */
export function Kiosk({ api, language, newDocument }: Surroundings) {
  const [state, send] = useReducer(step, language, opening);
  const ask = askOf(state);
  const idleMs = idleAfterMs(state);
  const watched = isWatched(state);

  // Layout effects, so that focus and clocks are in place before anybody can touch the page that has just appeared.
  // An ask is data, and its text tells whether it is a new one: each is carried out once, whatever else changes.
  const askKey = JSON.stringify(ask);
  useLayoutEffect(() => {
    if (ask === null) return;
    if (ask.type === 'newDocument') return newDocument();
    const leftBehind = new AbortController();
    const timer = setTimeout(async () => {
      const event = await api.answer(ask, state.language, leftBehind.signal);
      if (!leftBehind.signal.aborted) send(event);
    }, ask.afterMs);
    return () => {
      clearTimeout(timer);
      leftBehind.abort();
    };
  }, [askKey]);

  useLayoutEffect(() => {
    if (idleMs !== null) return watchIdle(idleMs, () => send({ type: 'idle' }));
  }, [idleMs, state.page]);

  useLayoutEffect(() => {
    if (watched) return watchDevice(api, send);
  }, [watched, api]);

  useLayoutEffect(() => {
    lookAs(state, document.documentElement);
    document.documentElement.lang = state.language;
    document.title = titleOf(state);
  }, [state]);
  useFocus(state);

  const shown = { state, send, words: words[state.language] };
  return (
    <Frame {...shown}>
      <Screen key={state.page} {...shown} />
    </Frame>
  );
}
