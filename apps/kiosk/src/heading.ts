import type { OfficeWords, State } from './state.ts';
import { words as allWords } from './words/index.ts';

/** The `<h1>` of a page: on a page that asks, the question. */
export function headingOf(state: State): string {
  const words = allWords[state.language];
  switch (state.page) {
    case 'opening':
    case 'leaving':
      return words.opening;
    case 'start':
      return officeWords(state).greeting;
    case 'name':
      return words.nameQuestion;
    case 'host':
      return officeWords(state).whomToSee;
    case 'purpose':
      return officeWords(state).purpose ?? words.purposeQuestion;
    default:
      return words[state.page];
  }
}

/** The document's title: an error first, then the page, then the office. Never what somebody typed. */
export function titleOf(state: State): string {
  const error = 'mistakes' in state && state.mistakes.length > 0 ? `${allWords[state.language].error}: ` : '';
  const office = 'welcome' in state ? ` – ${state.welcome.office}` : '';
  return `${error}${headingOf(state)}${office}`;
}

/** The office's own words in the language that is spoken. */
export const officeWords = ({ welcome, language }: Extract<State, { readonly welcome: unknown }>): OfficeWords =>
  welcome.words[language];
