import * as signIn from '@front-office/sign-in/words';
import { de } from './de.ts';
import { en } from './en.ts';

/** Sentences of what is no module: this package's own, and those of sign-in. */
export const officeTexts = { name: 'office', words: { de, en } } as const;
export const signInTexts = { name: 'sign-in', words: { de: signIn.de, en: signIn.en } } as const;
