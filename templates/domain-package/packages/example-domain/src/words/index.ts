export { de } from './de.ts';
export { en } from './en.ts';
export type { ExampleDomainWords } from './words.ts';
