/** Days of the week as an office's hours name them, Monday first. */
export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof days)[number];

interface Range {
  readonly from: string;
  readonly to: string;
}

/** `08:00–12:00, 15:00–18:00`; nothing while closed. */
export const hoursAsText = (ranges: readonly Range[]): string =>
  ranges.map(({ from, to }) => `${from}–${to}`).join(', ');

/** What somebody typed, as ranges in order; nothing when it cannot be read so. `8-12` is eight to twelve. */
export function hoursFromText(text: string): Range[] | undefined {
  const ranges: Range[] = [];
  for (const part of text
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/i.exec(part);
    if (!found) return undefined;
    const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = found;
    const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
    const previous = ranges.at(-1)?.to ?? '00:00';
    if (fromMinute > '59' || toMinute > '59' || to > '24:00' || from >= to || from < previous) return undefined;
    ranges.push({ from, to });
  }
  return ranges;
}
