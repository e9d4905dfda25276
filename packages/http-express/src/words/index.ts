import type { Language, Say } from '@front-office/kernel';
import { isHttpCode } from '../codes.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { HttpWords } from './words.ts';

export const httpWords: Readonly<Record<Language, HttpWords>> = { de, en };

/** Says this package's own refusals, and leaves those of the packages to `say`. */
export const withHttpWords =
  (say: Say): Say =>
  (refusal, language) =>
    isHttpCode(refusal.code) ? httpWords[language][refusal.code](refusal.figures) : say(refusal, language);
