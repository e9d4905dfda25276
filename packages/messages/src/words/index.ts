export { de } from './de.ts';
export { en } from './en.ts';
export type { MessageWords } from './words.ts';
