export { de } from './de.ts';
export { en } from './en.ts';
export type { IntegrationsWords } from './words.ts';
