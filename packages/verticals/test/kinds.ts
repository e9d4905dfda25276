import { type Vertical, verticals } from '../src/index.ts';
import { parish } from './parish.ts';

/** The four kinds, and a fifth one that only the tests know. */
export const kinds: readonly Vertical[] = [...Object.values(verticals), parish];
export const eachKind = kinds.map((kind) => [kind.name, kind] as const);
