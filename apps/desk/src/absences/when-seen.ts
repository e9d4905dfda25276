import type { Language } from '../language.ts';
import { daysSeen, spanSeen } from '../times.ts';
import { typedOf } from './absence-entry.ts';

/** When somebody is away: the days, where it is whole days, else from when until when. */
export function whenSeen(
  { from, until }: { readonly from: string; readonly until: string },
  zone: string,
  language: Language,
): string {
  const { fromDate, fromTime, untilDate, untilTime } = typedOf({ staff: '', deputy: null, from, until }, zone);
  if (fromTime || untilTime) return spanSeen(from, until, zone, language);
  return daysSeen(fromDate, untilDate, language);
}
