import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runExample } from '../../../test/support/example.ts';

it('a visit runs from the door to the door without anything around it', async () => {
  expect(await runExample(join(import.meta.dirname, '../src/main.ts'))).toEqual([
    'fact: visitorArrived',
    'now: waiting',
    'fact: visitorReceived',
    'now: withHost',
    'fact: visitorLeft',
    'now: left',
  ]);
});
