import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programsIn, promisedBy, runProgram } from '../../../test/support/readme.ts';

const home = join(import.meta.dirname, '..');

it.each(programsIn(home).map((code) => [code]))('the program in the README prints what it says', async (code) => {
  expect(await runProgram(home, code)).toBe(promisedBy(code));
});
