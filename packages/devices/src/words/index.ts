export { de } from './de.ts';
export { en } from './en.ts';
export type { DeviceWords } from './words.ts';
