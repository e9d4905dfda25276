import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programsIn, promisedBy, runProgram } from '../../../test/support/readme.ts';
import { codesOf, httpWords, statusOf } from '../src/index.ts';

const home = join(import.meta.dirname, '..');

it('the program in the README, server and client, prints what it says', async () => {
  const code = programsIn(home).join('\n');
  expect(await runProgram(home, code)).toBe(promisedBy(code));
});

it('the table in the README has every code with its status', () => {
  const rows = readFileSync(join(home, 'README.md'), 'utf8').matchAll(/^\| (\d{3}) +\| `(\w+)` *\|/gm);
  const told = [...rows].map(([, status, code]) => [code, Number(status)]);
  const codes = (['GET', 'POST'] as const).flatMap((method) => codesOf({ method, refusals: [] }));
  const all = new Set([...Object.keys(httpWords.de), ...codes]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries([...all].map((code) => [code, statusOf(code)])));
});
