import { expect, test } from 'vitest';
import { createWishes } from '../src/wishes.ts';

test('a wish keeps its request id until it is accepted; another text is another wish', () => {
  let made = 0;
  const wishes = createWishes(() => `request-${++made}`);
  const first = wishes.requestFor('leave');
  expect(wishes.requestFor('leave')).toBe(first);
  expect(wishes.requestFor('leave, with a note')).not.toBe(first);
  expect(wishes.requestFor('leave')).toBe(first);
  wishes.accepted('leave');
  expect(wishes.requestFor('leave')).not.toBe(first);
});

test('request ids are made by chance and long enough never to meet', () => {
  const ids = Array.from({ length: 100 }, () => createWishes().requestFor('leave'));
  expect(new Set(ids).size).toBe(100);
  expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
});
