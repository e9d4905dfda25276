import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The libraries that come along with one source file, by itself or by what it imports; types leave no trace. */
const librariesOf = (file: string): Set<string> => {
  const source = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');
  const imported = [...source.matchAll(/^import (?!type )[^;]*? from '([^']+)';$/gm)].map(([, from = '']) => from);
  return new Set(imported.flatMap((from) => (from.startsWith('./') ? [...librariesOf(from.slice(2))] : [from])));
};

test.each([
  ['instant-arithmetic.ts', []],
  ['name-forms.ts', []],
  ['name-matching.ts', []],
  ['local-time.ts', ['temporal-polyfill']],
  ['opening-hours.ts', ['temporal-polyfill']],
  ['instant.ts', ['zod']],
  ['person-name.ts', ['zod']],
  ['weekly-hours.ts', ['zod']],
])('a browser that takes %s takes %j with it', (file, libraries) => {
  expect([...librariesOf(file)]).toEqual(libraries);
});
