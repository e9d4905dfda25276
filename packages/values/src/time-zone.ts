import * as z from 'zod';

/** The runtime also takes offsets such as `+01:00` for a zone; an office needs a name that carries the rules of DST. */
const BEGINS_WITH_A_LETTER = /^[A-Za-z]/;

const isKnownHere = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/**
 * An IANA time zone that this runtime knows, such as `Europe/Berlin`. A link (`Asia/Calcutta`, an older name of
 * `Asia/Kolkata`) is as good as its target and stays as written: which of the two is the main name differs between
 * runtimes.
 */
export const TimeZone = z
  .string()
  .regex(BEGINS_WITH_A_LETTER, { error: 'Not the name of a time zone', abort: true })
  .refine(isKnownHere, { error: 'Unknown time zone' })
  .brand<'TimeZone'>();
export type TimeZone = z.output<typeof TimeZone>;
