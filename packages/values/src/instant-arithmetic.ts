import type { Instant } from './instant.ts';

// Neither zod nor Temporal here: these few functions run several times in every command.

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
/** There is no `DAY_MS`: a local day has 23, 24 or 25 hours. Count days with `plusDays`. */
export const HOUR_MS = 60 * MINUTE_MS;

const CANONICAL_LENGTH = '2026-06-30T05:45:00.000Z'.length;

/** The instant of a `Date`, or of milliseconds since 1970 in UTC. Throws a RangeError outside the years 0000–9999. */
export const instantOf = (moment: Date | number): Instant => {
  const text = new Date(moment).toISOString();
  if (text.length !== CANONICAL_LENGTH) throw new RangeError(`${text} is outside the years 0000–9999`);
  // A cast, since this is the canonical form by construction; parsing it again would only cost time.
  return text as Instant;
};

/** Milliseconds since 1970 in UTC. */
export const millisOf = (instant: Instant): number => Date.parse(instant);

/** `instant` moved by `ms`, which may be negative. This is elapsed time: for local days use `plusDays`. */
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(millisOf(instant) + ms);

/** Milliseconds from `from` to `to`; negative when `to` is the earlier one. */
export const msBetween = (from: Instant, to: Instant): number => millisOf(to) - millisOf(from);

/**
 * Whether `a` is earlier than `b`. Comparing the strings is right, and sorting them too, since the canonical form has
 * fields of fixed width, the largest unit first, and always the same offset.
 */
export const isBefore = (a: Instant, b: Instant): boolean => a < b;
