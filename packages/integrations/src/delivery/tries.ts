import { createHash } from 'node:crypto';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@front-office/values';

/** Pauses between tries, as the Standard Webhooks specification advises: ten tries in a little over three days. */
const PAUSES_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];
const LONGEST_MS = 24 * HOUR_MS;

/**
 * How long to wait after the n-th try that failed; nothing when it was the last. Up to a fifth is added by the event's id,
 * so that what failed together does not come again together. A receiver that names a longer pause gets it, up to a day.
 */
export function pauseMs(tries: number, event: string, retryAfterMs: number | null): number | undefined {
  const plainMs = PAUSES_MS[tries - 1];
  if (plainMs === undefined) return undefined;
  const spread = createHash('sha256').update(event).digest().readUInt16BE() / 0xffff;
  return Math.max(Math.round(plainMs * (1 + spread / 5)), Math.min(retryAfterMs ?? 0, LONGEST_MS));
}
