import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countClaims, programsIn } from '../../../test/support/readme.ts';

const home = join(import.meta.dirname, '..');

test('the example runs as it stands, and every line with an arrow gives what it says', async () => {
  const [example = ''] = programsIn(home);
  expect(await countClaims(home, example)).toBe(6);
});
