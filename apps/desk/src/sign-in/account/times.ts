import type { Problem, Visitors } from '../../api.ts';
import type { Language } from '../../language.ts';
import type { Snapshot } from '../../live.ts';
import { serverNow } from '../../server-clock.ts';
import { timeSeen } from '../../times.ts';

/** Days and times as this page shows them. */
export interface Times {
  /** `14:05`, with the date before it when it is not of today. */
  readonly seen: (instant: string) => string;
  /** `30.06.2026` */
  readonly day: (instant: string) => string;
}

/** By the office's clock where it is known, else by this machine's. */
export function timesBy(visitors: Snapshot<Visitors, Problem>, language: Language): Times {
  const zone = visitors.data?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: zone,
  });
  return {
    seen: (instant) => timeSeen(instant, serverNow(visitors), zone, language),
    day: (instant) => day.format(new Date(instant)),
  };
}
