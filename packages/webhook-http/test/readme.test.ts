import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programsIn, promisedBy, runProgram } from '../../../test/support/readme.ts';

const home = join(import.meta.dirname, '..');

it('the program in the README prints what it says', async () => {
  const code = programsIn(home).join('\n');
  expect(await runProgram(home, code)).toBe(promisedBy(code));
});

it('the table in the README has every code that a try can fail with', () => {
  const sources = ['where-to', 'what-came-of-it', 'sender'].map((file) =>
    readFileSync(join(home, 'src', `${file}.ts`), 'utf8'),
  );
  const named = sources.join('\n').matchAll(/'([a-z]+_[a-z_]+)'/g);
  const rows = readFileSync(join(home, 'README.md'), 'utf8').matchAll(/^\|.*\| `([a-z_]+)` *\|$/gm);
  expect(new Set([...rows].map(([, code]) => code))).toEqual(new Set([...named].map(([, code]) => code)));
});
