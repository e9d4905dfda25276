/** One line of a table of requirements in `docs/security.md`. */
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

/** The lines of the table of known failures: each a failure, where it is known from, and what holds against it. */
export function knownFailuresOf(markdown: string): Pick<Line, 'id' | 'here' | 'held'>[] {
  const [, section = ''] = /^## Known failures of other systems\n(.*?)^## /ms.exec(markdown) ?? [];
  const rows = section.split('\n').filter((text) => text.startsWith('| '));
  return rows.slice(2).map((text) => {
    const [, id = '', here = '', held = ''] = text.split('|').map((cell) => cell.trim());
    return { id, here, held };
  });
}

/**
 * What is wrong with what a line says holds it: nothing for `open`, for `not applicable` with a reason, for documents that
 * are there and for tests that stand in their files under the title that is named.
 */
export function faultsOf(
  { id, here, held }: Omit<Line, 'level'>,
  read: (file: string) => string | undefined,
): string[] {
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
