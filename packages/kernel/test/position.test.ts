import { newId } from '@front-office/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, isAfter } from '../src/after-commit/position.ts';
import { type Position, positionId, positionOf } from '../src/index.ts';

const office = newId();
const epoch = newId();
const uuid = fc.uuid();
const tx = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map(String);
const position = fc.record({
  tx,
  office: fc.constant(office),
  case: uuid,
  version: fc.integer({ min: 0, max: 1e9 - 1 }),
});
/** Few values, so that parts are often alike. */
const near = fc.record({
  tx: fc.constantFrom('9', '10', '100'),
  office: fc.constant(office),
  case: fc.constantFrom(...['a', 'b', 'c'].map((letter) => `${letter}190a0b0-0000-7000-8000-000000000001`)),
  version: fc.integer({ min: 0, max: 3 }),
});

describe('a place in the feed', () => {
  it('comes back from the id that a client keeps', () => {
    fc.assert(
      fc.property(position, (place) => {
        expect(positionOf(epoch, office, positionId(epoch, place))).toEqual(place);
        expect(positionOf(newId(), office, positionId(epoch, place))).toBeUndefined();
      }),
    );
  });

  const id = newId();
  it.each([
    ['nothing', ''],
    ['a word', 'latest'],
    ['too little', `${epoch}.7.${id}`],
    ['too much', `${epoch}.7.${id}.1.1`],
    ['something before it', ` ${epoch}.7.${id}.1`],
    ['something after it', `${epoch}.7.${id}.1 `],
    ['a transaction that is no number', `${epoch}.7x.${id}.1`],
    ['a transaction below zero', `${epoch}.-7.${id}.1`],
    ['a transaction that no database counts to', `${epoch}.99999999999999999999.${id}.1`],
    ['no transaction', `${epoch}..${id}.1`],
    ['a version that no column holds', `${epoch}.7.${id}.9999999999`],
    ['a version that is no number', `${epoch}.7.${id}.one`],
    ['a case that is no id', `${epoch}.7.${'-'.repeat(36)}.1`],
    ['a case in capitals', `${epoch}.7.${id.toUpperCase()}.1`],
    ['a quote', `${epoch}.7.${id}.1' or true --`],
    ['another history', `${newId()}.7.${id}.1`],
  ])('is nothing for %s', (_, text) => {
    expect(positionOf(epoch, office, text)).toBeUndefined();
  });

  it('comes before or after every other one, by transaction, case and version in this order', () => {
    const rank = ({ tx, case: of, version }: Position) => [tx.padStart(20, '0'), of, String(version)].join('/');
    fc.assert(
      fc.property(near, near, (one, other) => {
        expect(isAfter(one, other)).toBe(rank(one) > rank(other));
      }),
      { numRuns: 500 },
    );
  });

  it('is after the beginning, whatever it is', () => {
    fc.assert(
      fc.property(position, (place) => {
        fc.pre(place.tx !== '0');
        expect(isAfter(place, beginning(office))).toBe(true);
        expect(isAfter(beginning(office), place)).toBe(false);
      }),
    );
    expect(positionOf(epoch, office, positionId(epoch, beginning(office)))).toEqual(beginning(office));
  });
});
