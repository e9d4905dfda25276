/** One line of a table in `docs/security.md`. */
export interface Line {
  readonly id: string;
  readonly level: number;
  readonly here: string;
  readonly held: string;
}

export function linesOf(markdown: string): Line[] {
  return markdown.split('\n').flatMap((text) => {
    const [, id = '', level, asks, here = '', held = ''] = text.split('|').map((cell) => cell.trim());
    return /^V\d/.test(id) && asks ? [{ id, level: Number(level), here, held }] : [];
  });
}

/**
 * What is wrong with what a line says holds it: nothing for `open`, for `not applicable` with a reason, for documents that
 * are there and for tests that stand in their files under the title that is named.
 */
export function faultsOf({ id, here, held }: Line, read: (file: string) => string | undefined): string[] {
  if (held === 'open' || held === 'not applicable') return here === '' ? [`${id}: ${held} without a reason`] : [];
  const named = [...held.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.split(' › '));
  if (named.length === 0) return [`${id}: "${held}" is no test, no document, and neither open nor not applicable`];
  return named.flatMap(([file = '', title]) => {
    const text = read(file);
    if (text === undefined) return [`${id}: ${file} is not there`];
    if (title === undefined) return file.endsWith('.md') ? [] : [`${id}: ${file} is named without a test`];
    return text.includes(title) ? [] : [`${id}: ${file} has no "${title}"`];
  });
}
