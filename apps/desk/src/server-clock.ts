import type { Visitors } from './api.ts';
import type { Snapshot } from './live.ts';

/** The server's clock in milliseconds: what it showed with the last answer, and what has passed here since. */
export function serverNow({ data, at }: Pick<Snapshot<Visitors, unknown>, 'data' | 'at'>): number {
  if (data === undefined || at === undefined) return Date.now();
  return Date.parse(data.now) + Math.max(0, Date.now() - at);
}
