import type { Actor } from './actor.ts';

/** The confidentiality labels whose cases somebody may read; `all` is for the system's own work. */
export type Labels = ReadonlySet<string> | 'all';

/** A label names what a case is kept back for: `sequestered`, `vip`, `custody:2026-5b-017`. */
export const LABEL = /^[a-z][a-z0-9:.-]{0,59}$/;

const NONE: Labels = new Set();

/** What an actor may read beyond what has no label. */
export const labelsOf = (actor: Pick<Actor, 'kind' | 'labels'>): Labels =>
  actor.kind === 'system' ? 'all' : (actor.labels ?? NONE);

/**
 * Whether a case with this label may be read; the SQL function `kernel.may_read` says the same of rows. A case that may
 * not be read is answered like one that does not exist.
 */
export const mayRead = (labels: Labels, label: string | null): boolean =>
  label === null || labels === 'all' || labels.has(label);
