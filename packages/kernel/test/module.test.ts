import { expect, it } from 'vitest';
import { type RefusalWords, sayRefusals } from '../src/index.ts';

const words = (refusals: RefusalWords) => ({ de: { refusals }, en: { refusals } });
const shelves = { name: 'shelves', words: words({ shelf_full: ({ shelf }) => `Shelf ${shelf} is full.` }) };

it('a refusal is said with the figures it was judged on', () => {
  const say = sayRefusals([shelves]);
  expect(say({ code: 'shelf_full', figures: { shelf: 'B' } }, 'en')).toBe('Shelf B is full.');
  expect(say({ code: 'not_found', figures: {} }, 'de')).toMatch(/nichts geändert/);
});

it('two packages cannot say one code differently, nor a package one of the kernel', () => {
  expect(() => sayRefusals([shelves, { ...shelves, name: 'other' }])).toThrow('other: the refusal code "shelf_full"');
  expect(() => sayRefusals([{ name: 'own', words: words({ busy: () => 'Later.' }) }])).toThrow(
    '"busy" is already taken',
  );
});

it('a code without a sentence is a bug', () => {
  expect(() => sayRefusals([])({ code: 'shelf_full', figures: {} }, 'en')).toThrow('No en sentence for');
});
