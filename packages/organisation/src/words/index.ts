export { de } from './de.ts';
export { en } from './en.ts';
export type { OrganisationWords } from './words.ts';
