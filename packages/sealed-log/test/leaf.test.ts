import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../src/row/canonical-json.ts';
import { leafOf, remainsOf } from '../src/row/leaf.ts';
import { asSaid, putBack } from '../src/row/personal-fields.ts';
import { sampleLog } from './sample-log.ts';

const row = sampleLog(2, []).rows.find(({ personal }) => '/input/guests/0' in personal);
if (!row) throw new Error('The second visit is not erased.');

describe('a leaf', () => {
  it('commits to every field, to the personal ones, and to the salt', () => {
    const salt = row.salt ?? Buffer.alloc(16);
    const said = asSaid(row);
    expect(leafOf(salt, said)).toEqual(Buffer.from(row.leaf));
    for (const field of Object.keys(said)) expect(leafOf(salt, { ...said, [field]: 'other' })).not.toEqual(row.leaf);
    expect(leafOf(salt, asSaid({ ...row, personal: {} }))).not.toEqual(row.leaf);
    expect(leafOf(Buffer.alloc(16), said)).not.toEqual(row.leaf);
  });

  it('is the same however the keys are ordered, so that a database may order them', () => {
    const turned = Object.fromEntries(Object.entries(asSaid(row)).reverse());
    expect(leafOf(Buffer.alloc(16), turned)).toEqual(leafOf(Buffer.alloc(16), asSaid(row)));
  });
});

describe('what is left of a row', () => {
  it('is the same before and after the erasure, and another when anything of it is changed', () => {
    expect(remainsOf({ ...row, personal: {}, salt: null })).toBe(remainsOf(row));
    expect(remainsOf(row)).toMatch(/^[0-9a-f]{64}$/);
    expect(remainsOf({ ...row, state: 'other' })).not.toBe(remainsOf(row));
  });
});

describe('personal fields', () => {
  it('go back where they were: in objects, in lists, under keys with slashes', () => {
    const fields = {
      '/input/visitor/family': 'Musterfrau',
      '/input/guests/0': 'Anna',
      '/input/a~1b~0c': 'x',
      '/known/a': 1,
    };
    const rest = { visitor: {}, guests: [null, 'Ben'] };
    expect(putBack(rest, '/input', fields)).toEqual({
      visitor: { family: 'Musterfrau' },
      guests: ['Anna', 'Ben'],
      'a/b~c': 'x',
    });
    expect(rest).toEqual({ visitor: {}, guests: [null, 'Ben'] });
  });

  it.each([
    '/input/badge',
    '/input/none/x',
    '/input/list/2',
    '/input/list/00',
    '/input/list/length',
    '/input/__proto__',
    '/input/~2',
  ])('are left out and told where the row has no place for them: %s', (pointer) => {
    const told: string[] = [];
    const rest = { badge: 'B1', list: [null, 2] };
    expect(putBack(rest, '/input', { [pointer]: 'x' }, (misplaced) => told.push(misplaced))).toEqual(rest);
    expect(told).toEqual([pointer]);
  });
});

describe('canonical JSON', () => {
  it('is the same for equal values and reads as them', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('of what is no JSON is refused', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson(Number.NaN)).toThrow();
  });
});
