import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programsIn, promisedBy, runProgram } from '../../../test/support/readme.ts';

const home = join(import.meta.dirname, '..');

it('the program in the README prints what it says', async () => {
  const code = programsIn(home).join('\n');
  expect(await runProgram(home, code)).toBe(promisedBy(code));
});
