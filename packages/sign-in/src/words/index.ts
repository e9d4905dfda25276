export { de } from './de.ts';
export { en } from './en.ts';
export type { SignInWords } from './words.ts';
