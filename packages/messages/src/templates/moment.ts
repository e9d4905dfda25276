import type { Language } from '@front-office/kernel';
import { type Instant, localDate, localTime, type TimeZone } from '@front-office/values';

interface Place {
  readonly language: Language;
  readonly zone: TimeZone;
}

/** `at` as a mail written at `now` says it: the time alone on the same local day, else the date too. */
export function momentIn({ language, zone }: Place, at: Instant, now: Instant): string {
  const time = localTime(at, zone);
  const date = localDate(at, zone) === localDate(now, zone) ? undefined : dateIn(language, at, zone);
  if (language === 'de') return date ? `am ${date} um ${time} Uhr` : `um ${time} Uhr`;
  return date ? `on ${date} at ${time}` : `at ${time}`;
}

/** The same after "since". */
export function sinceMomentIn({ language, zone }: Place, at: Instant, now: Instant): string {
  const time = localTime(at, zone);
  const date = localDate(at, zone) === localDate(now, zone) ? undefined : dateIn(language, at, zone);
  if (language === 'de') return date ? `seit dem ${date}, ${time} Uhr,` : `seit ${time} Uhr`;
  return date ? `since ${date}, ${time}` : `since ${time}`;
}

/** Written with the month's name, so that nobody takes it for the day. */
const dateIn = (language: Language, at: Instant, zone: TimeZone): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: zone }).format(
    new Date(at),
  );
