import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { breakingChanges } from './breaking-changes.ts';
import { inOrder, todaysDocument } from './todays-document.ts';

const released = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/api/openapi-v1.json'), 'utf8'));

it('today’s API breaks no client of the one that was released', () => {
  expect(breakingChanges(released, todaysDocument())).toEqual([]);
});

it('today’s API is the one on record: run pnpm api-release to record what was added', () => {
  expect(todaysDocument()).toEqual(released);
  expect(JSON.stringify(todaysDocument())).toBe(JSON.stringify(released)); // in the same order too
});

it('the document is the same whatever the order in which it was put together', () => {
  const shuffled = { b: { required: ['z', 'a'], anyOf: [2, 1] }, a: 1 };
  expect(JSON.stringify(inOrder(shuffled))).toBe('{"a":1,"b":{"anyOf":[2,1],"required":["a","z"]}}');
});
