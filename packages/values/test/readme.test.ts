import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import * as values from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
const importLine = /^import \{([^}]*)\} from '@front-office\/values';$/m;

const namesIn = (code: string) =>
  (importLine.exec(code)?.[1] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Runs a block with what it imports and nothing else, and compares each line that ends in `// →` with what it gives. */
const run = (code: string) => {
  const imported = namesIn(code).filter((name) => !name.startsWith('type '));
  const checked = code
    .replace(importLine, '')
    .replace(/^(.+); \/\/ → (.+)$/gm, (_line, expression, given) => `claim(${expression}, ${given});`);
  let claims = 0;
  const claim = (actual: unknown, given: unknown) => {
    claims += 1;
    expect(actual).toEqual(given);
  };
  const exported: Record<string, unknown> = values;
  new Function('claim', ...imported, stripTypeScriptTypes(checked))(claim, ...imported.map((name) => exported[name]));
  return claims;
};

test.each(blocks.map((code) => [namesIn(code)[0], code]))(
  'the example of %s and others gives what it says',
  (_name, code) => {
    expect(run(code ?? '')).toBe(code?.match(/\/\/ →/g)?.length);
  },
);

test('every export has an example', () => {
  const shown = new Set(blocks.flatMap(namesIn));
  expect(Object.keys(values).filter((name) => !shown.has(name))).toEqual([]);
});
