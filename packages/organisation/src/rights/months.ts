import type { Instant } from '@front-office/values';

/** The months (UTC) that a span touches, such as `2026-06`: by them an absence is found on any of its days. */
export function monthsOf({ from, until }: { readonly from: Instant; readonly until: Instant }): string[] {
  const months: string[] = [];
  const last = monthOf(until);
  for (let month = monthOf(from); month <= last && months.length <= MOST; month = after(month)) months.push(month);
  return months;
}

export const monthOf = (at: Instant): string => at.slice(0, 'YYYY-MM'.length);

/** More than any absence that is accepted. */
const MOST = 24;

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]; // it was made by `monthOf`
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`;
}
