import type { Language } from '../state.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** Both languages travel with the app: changing it asks nobody and waits for nothing. */
export const words: Readonly<Record<Language, Words>> = { de, en };
