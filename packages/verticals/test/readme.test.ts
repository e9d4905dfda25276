import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countClaims, programsIn } from '../../../test/support/readme.ts';

const home = join(import.meta.dirname, '..');

test('the examples run as they stand, and every line with an arrow gives what it says', async () => {
  const claims = programsIn(home).map((example) => countClaims(home, example));
  expect(await Promise.all(claims)).toEqual([7, 5]);
});
