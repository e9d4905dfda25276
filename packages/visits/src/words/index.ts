export { de } from './de.ts';
export { en } from './en.ts';
export type { VisitWords } from './words.ts';
