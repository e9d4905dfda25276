import type { Job } from '../store.ts';

/** Effects that begin so are reactions: of one case they are done in order, and an erasure leaves them. */
export const REACTION = 'reaction:';

export const isReactionJob = ({ effect }: Pick<Job, 'effect'>): boolean => effect.startsWith(REACTION);
