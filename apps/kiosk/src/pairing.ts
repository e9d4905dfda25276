import type { Event, Refusal } from './event.ts';
import type { Language, Mistake, MistakeCode, PairingState } from './state.ts';

/** The page of a device that is not in use. It knows nothing of what was on the screen before. */
export const pairing = (language: Language, isDisplay: boolean): PairingState => ({
  page: 'pairing',
  language,
  over: 'nothing',
  isDisplay,
  isDemo: null,
  code: '',
  wants: 'nothing',
  attempt: 0,
  mistakes: [],
});

/** One device of the house for one code. When it is paired, a new document begins. */
export function stepWhilePairing(state: PairingState, event: Event): PairingState {
  switch (event.type) {
    case 'demoFound':
      return { ...state, isDemo: event.isDemo };
    case 'typeCode':
      // While a code is on its way it stays what it was: the answer is about that one.
      return state.wants === 'nothing' ? { ...state, code: event.text } : state;
    case 'continue':
      return isCode(state.code) ? want(state, 'code') : mistaken(state, { field: 'code', code: 'code_incomplete' });
    case 'tryDemo':
      return want(state, 'demo');
    case 'refused':
      return mistaken(state, mistakeOf(event.refusal));
    case 'unanswered':
      return mistaken(state, { field: 'code', code: 'code_unanswered' });
    default:
      return state;
  }
}

/** `7K2M-Q9XA`, in any case, with hyphens and spaces anywhere: what it means is for the server to say. */
const isCode = (text: string) => /^[\p{L}\p{N}]{8}$/u.test(text.replace(/[\s\p{Pd}]/gu, ''));

const want = (state: PairingState, wants: 'code' | 'demo'): PairingState =>
  state.wants === 'nothing' ? { ...state, wants, attempt: state.attempt + 1, mistakes: [] } : state;

const mistaken = (state: PairingState, mistake: Mistake): PairingState => ({
  ...state,
  wants: 'nothing',
  mistakes: [mistake],
});

function mistakeOf({ code, sentence, language }: Refusal): Mistake {
  const ours = known[code];
  return ours ? { field: 'code', code: ours } : { field: null, sentence, language };
}

/** Said in the kiosk's own words, since the server's are for whoever signs in. */
const known: Readonly<Record<string, MistakeCode>> = {
  pairing_code_wrong: 'code_wrong',
  too_many_tries: 'too_many_tries',
};
