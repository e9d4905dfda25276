import { remainsOf } from '@front-office/sealed-log';
import type { Decision, Next } from './decide.ts';
import type { LogRow } from './store.ts';

/**
 * A machine says with this tag that a case is to be erased: whoever enters a state that carries it leaves a log without
 * personal fields, and nothing else.
 */
const ERASED = 'erased';

export const isErased = ({ tags }: Pick<Next, 'tags'>): boolean => tags.includes(ERASED);

/** The step of a case that is erased from outside, whatever its machine says. */
export const erasure: Extract<Decision, { readonly next: Next }> = {
  next: { snapshot: { context: {} }, state: ERASED, tags: [ERASED], timers: {} },
  facts: [],
  effects: [],
};

/**
 * What the erasing row keeps of the rows before it: a digest of what is left of each. Their own leaves can no longer be
 * worked out once salt and personal fields are gone; these digests are part of the erasing row's leaf, so what is left
 * still cannot be changed unseen.
 */
export function remainsOfCase(log: readonly LogRow[]): { readonly remains: Readonly<Record<string, string>> } {
  return { remains: Object.fromEntries(log.map((row) => [String(row.version), remainsOf(row)])) };
}
