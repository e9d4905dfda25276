import type { Event, Refusal } from './event.ts';
import { pairing, stepWhilePairing } from './pairing.ts';
import { plainSettings, showStart, take } from './settings.ts';
import {
  type Answers,
  type Field,
  type Mistake,
  type Question,
  type QuestionState,
  questions,
  type SendingState,
  type Settings,
  type StartState,
  type State,
} from './state.ts';

const none: readonly Mistake[] = [];
const nothingAnswered: Answers = { given: '', family: '', company: '', search: '', host: null, purpose: null };

/** The kiosk's flow: the state after an event. Pure; an event that its page does not know changes nothing. */
export function step(state: State, event: Event): State {
  switch (event.type) {
    case 'speak':
      return { ...state, language: event.language };
    case 'askForHelp':
      return { ...state, over: 'help' };
    case 'closeHelp':
    case 'stillHere':
      return { ...state, over: 'nothing' };
    case 'idle':
      return isAsking(state) ? { ...state, over: 'warning' } : leave(state);
    case 'nobodyHere':
      return leave(state);
    case 'notInUse':
      return endUse(state, event.isDisplay);
    case 'configured':
      return configure(state, event.settings);
    default:
      return stepOnPage(state, event);
  }
}

/** Only these hold answers that a warning hides and that a visitor may want to keep. */
const isAsking = (state: State): state is QuestionState | SendingState => 'answers' in state;

/** The next visitor gets a new document, in which nothing of this one can be left. */
const leave = ({ language }: State): State => ({ page: 'leaving', language, over: 'nothing' });

/** At once and wherever somebody is: what was typed is gone. */
const endUse = (state: State, isDisplay: boolean): State =>
  state.page === 'pairing' || state.page === 'leaving' ? state : pairing(state.language, isDisplay);

function configure(state: State, settings: Settings): State {
  if ('welcome' in state) return take(state, settings);
  // The device is one of the house again, without a code having been typed here.
  return state.page === 'pairing' ? leave(state) : state;
}

function stepOnPage(state: State, event: Event): State {
  switch (state.page) {
    case 'opening':
      return stepWhileOpening(state, event);
    case 'pairing':
      return event.type === 'paired' ? leave(state) : stepWhilePairing(state, event);
    case 'start':
      return event.type === 'begin' ? begin(state, event.request) : state;
    case 'sending':
      return stepWhileSending(state, event);
    case 'unsent':
      // No way back from here: the visit may be checked in already, and changed answers would be a second visit.
      return event.type === 'sendAgain' ? { ...state, page: 'sending', attempt: state.attempt + 1 } : state;
    case 'done':
      return event.type === 'finish' ? leave(state) : state;
    case 'leaving':
      return state;
    default:
      return stepOnQuestion(state, event);
  }
}

function stepWhileOpening(state: State & { readonly page: 'opening' }, event: Event): State {
  switch (event.type) {
    case 'welcomed': {
      const { welcome, settings } = event;
      const inForce = settings ?? plainSettings(welcome);
      const { language } = inForce;
      return { page: 'start', over: state.over, language, welcome, settings: inForce, nextSettings: inForce };
    }
    case 'notWelcomed':
      return { ...state, attempt: state.attempt + 1 };
    default:
      return state;
  }
}

const begin = (state: StartState, request: string): State => ({
  ...state,
  page: 'name',
  request,
  answers: nothingAnswered,
  hosts: { search: '', found: [] },
  mistakes: none,
});

function stepOnQuestion(state: QuestionState, event: Event): State {
  const { answers } = state;
  switch (event.type) {
    case 'type': {
      // Whoever changes the search has not yet chosen.
      const host = event.field === 'search' ? null : answers.host;
      return { ...state, answers: { ...answers, host, [event.field]: event.text } };
    }
    case 'hostsFound':
      // An answer to an older text may come late.
      return event.search === answers.search.trim()
        ? { ...state, hosts: { search: event.search, found: event.found } }
        : state;
    case 'searchAgain':
      return { ...state, hosts: { search: '', found: [] } };
    case 'chooseHost':
      return goOn({ ...state, answers: { ...answers, host: event.host } });
    case 'choosePurpose':
      return goOn({ ...state, answers: { ...answers, purpose: event.purpose } });
    case 'continue':
      return goOn(state);
    case 'back':
      return goBack(state);
    default:
      return state;
  }
}

function goOn(state: QuestionState): State {
  const mistakes = mistakesOn(state.page, state.answers);
  if (mistakes.length > 0) return { ...state, mistakes };
  const asked = questionsOf(state);
  const next = asked[asked.indexOf(state.page) + 1];
  if (next !== undefined) return { ...state, page: next, mistakes: none };
  const { mistakes: _, ...rest } = state;
  return { ...rest, page: 'sending', attempt: 1 };
}

function goBack(state: QuestionState): State {
  const asked = questionsOf(state);
  const previous = asked[asked.indexOf(state.page) - 1];
  if (previous !== undefined) return { ...state, page: previous, mistakes: none };
  // The start page waits for anybody, so it keeps no answers.
  return showStart(state);
}

/** The questions asked here. Where the office offers no purposes, even asking for one would tell too much. */
export const questionsOf = ({ welcome, settings }: QuestionState): readonly Question[] =>
  questions.filter((question) => question !== 'purpose' || (settings.purposesShown && welcome.purposes.length > 0));

function mistakesOn(page: Question, { family, host }: Answers): readonly Mistake[] {
  if (page === 'name' && family.trim() === '') return [{ field: 'family', code: 'family_missing' }];
  if (page === 'host' && host === null) return [{ field: 'search', code: 'host_missing' }];
  return none;
}

function stepWhileSending(state: SendingState, event: Event): State {
  switch (event.type) {
    case 'accepted': {
      const { language, over, welcome, settings, nextSettings } = state;
      return { page: 'done', language, over, welcome, settings, nextSettings };
    }
    case 'unanswered':
      return { ...state, page: 'unsent' };
    case 'refused':
      return askAgain(state, event.refusal);
    default:
      return state;
  }
}

/** A refusal leads back to the question that it is about. Nothing was kept, so the request id is still free. */
function askAgain({ attempt: _, ...state }: SendingState, refusal: Refusal): State {
  const { sentence, language } = refusal;
  const again = (page: Question, field: Field | null, answers = state.answers): State => ({
    ...state,
    page,
    answers,
    mistakes: [{ field, sentence, language }],
  });
  if (refusal.code === 'host_unknown') return again('host', 'search', { ...state.answers, host: null });
  if (refusal.code === 'purpose_unknown') return again('purpose', 'purpose', { ...state.answers, purpose: null });
  const mistakes = refusal.code === 'input_invalid' ? refusal.fields.flatMap((path) => unfit[path] ?? []) : none;
  return mistakes.length > 0 ? { ...state, page: 'name', mistakes } : again('privacy', null);
}

const unfit: Readonly<Record<string, Mistake>> = {
  'visitor.given': { field: 'given', code: 'given_invalid' },
  'visitor.family': { field: 'family', code: 'family_invalid' },
  company: { field: 'company', code: 'company_invalid' },
};
