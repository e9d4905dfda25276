import { type Instant, MINUTE_MS, type Opening, plusMs, plusOpenMs } from '@front-office/values';
import type { VisitPolicy } from './policy.ts';

/** When the host is reminded of a visitor, and when the desk is told that nobody came. */
export interface Reminders {
  readonly remindAt: Instant;
  readonly tellDeskAt: Instant;
}

/**
 * The reminders of a visitor who came at `arrivedAt`: only minutes in which the office is open count, so nobody is
 * reminded in a lunch break. Where the office does not open for so long, it is time on the wall that counts.
 */
export function remindersOf(
  arrivedAt: Instant,
  policy: Pick<VisitPolicy, 'hostReminderMinutes' | 'deskToldMinutes'>,
  openTime: readonly Opening[],
): Reminders {
  const remindMs = policy.hostReminderMinutes * MINUTE_MS;
  const tellMs = remindMs + policy.deskToldMinutes * MINUTE_MS;
  const remindAt = plusOpenMs(openTime, arrivedAt, remindMs);
  const tellDeskAt = plusOpenMs(openTime, arrivedAt, tellMs);
  if (remindAt && tellDeskAt) return { remindAt, tellDeskAt };
  return { remindAt: plusMs(arrivedAt, remindMs), tellDeskAt: plusMs(arrivedAt, tellMs) };
}

/** When a visit that ended at `endedAt` is erased. Elapsed days: which hour of the day it is does not matter here. */
export const erasedAt = (endedAt: Instant, { keepDays }: Pick<VisitPolicy, 'keepDays'>): Instant =>
  plusMs(endedAt, keepDays * DAY_MS);

const DAY_MS = 24 * 60 * MINUTE_MS;
