import { EffectFailed } from '../effect.ts';
import { ReactionStuck } from '../reaction.ts';

/** What is kept and shown of a failure: a code. Messages quote addresses and names. */
export function codeOf(error: unknown): string {
  if (error instanceof EffectFailed || error instanceof ReactionStuck) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
