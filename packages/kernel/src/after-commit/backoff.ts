import { createHash } from 'node:crypto';

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/**
 * How long to wait after the n-th failed try: 5 s, doubled each time, an hour at most. Up to a fifth is added by the
 * key, so that what failed together is not tried again together.
 */
export function backoffMs(tries: number, key: string): number {
  const plainMs = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS);
  const spread = createHash('sha256').update(key).digest().readUInt16BE() / 0xffff;
  return Math.round(plainMs * (1 + spread / 5));
}
