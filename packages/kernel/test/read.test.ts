import { expect, it } from 'vitest';
import { byId, byKey, type Found, known, through, together } from '../src/index.ts';
import { readAll } from '../src/read.ts';

const room = { name: 'room' };
const ids = (found: readonly Found[]) => found.map(({ id }) => id);
const found = (id: string): Found => ({ id, version: 1, data: {} });

it('several reads travel together, and each is given its own answers', () => {
  const near = together({ a: byKey(room, 'a'), b: byKey(room, 'b') });
  const read = together({ near, house: known('A'), far: through(byKey(room, 'c'), ids) });
  expect(read.lookups.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
  const answers = [[found('1')], [found('2'), found('3')], [found('4')]];
  expect(read.from(answers)).toMatchObject({
    near: { a: [{ id: '1' }], b: [{ id: '2' }, {}] },
    house: 'A',
    far: ['4'],
  });
});

it('no lookup asks for more than fifty', () => {
  expect(byKey(room, 'a').lookups).toEqual([{ record: 'room', by: 'key', value: 'a', limit: 50 }]);
});

it('what two reads both want to know is asked once, and each is answered', () => {
  const knows = { one: () => byKey(room, 'a'), two: () => byId(room, 'a'), three: () => byKey(room, 'a') };
  const read = readAll({ knows }, {});
  expect(read.lookups.map(({ by }) => by)).toEqual(['key', 'id']);
  expect(read.from([[found('1')], [found('2')]])).toMatchObject({
    one: [{ id: '1' }],
    two: { id: '2' },
    three: [{ id: '1' }],
  });
});
