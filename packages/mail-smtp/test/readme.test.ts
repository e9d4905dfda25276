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
  const source = ['what-went-wrong', 'smtp-transport', 'folder-transport']
    .map((file) => readFileSync(join(home, 'src', `${file}.ts`), 'utf8'))
    .join('\n');
  const codes = new Set([...source.matchAll(/'((?:mail|tls|auth|sender)_\w+)'/g)].map(([, code]) => code));
  const rows = readFileSync(join(home, 'README.md'), 'utf8').matchAll(
    /^\|.*\| `((?:mail|tls|auth|sender)_\w+)`, (?:tried|waits)/gm,
  );
  expect(new Set([...rows].map(([, code]) => code))).toEqual(codes);
});
