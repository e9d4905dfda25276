import { expect, expectTypeOf, test } from 'vitest';
import { derivedId, type Id, idSchema, newId } from '../src/index.ts';

const StaffId = idSchema('StaffId');
const anyId = '0197be0c-7a5b-7c3d-8e4f-0123456789ab';

test('an id is read in either case and kept in lower case', () => {
  expect(StaffId.parse(anyId.toUpperCase())).toBe(anyId);
});

test.each(['', 'anna', '42', anyId.slice(1), `{${anyId}}`, ` ${anyId}`])('%j is no id', (text) => {
  expect(StaffId.safeParse(text).success).toBe(false);
});

test('the id of a room is not taken for the id of a staff member', () => {
  const fresh: Id<'StaffId'> = newId();
  expect(StaffId.parse(fresh)).toBe(fresh);
  expectTypeOf<Id<'RoomId'>>().not.toExtend<typeof fresh>();
  expectTypeOf<string>().not.toExtend<typeof fresh>();
});

test('new ids rise, even many within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a derived id depends on namespace and name alone', () => {
  // The vector of RFC 9562, appendix A.4, lies in the namespace for domain names.
  expect(derivedId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  expect(derivedId(anyId, 'a')).not.toBe(derivedId(anyId, 'b'));
  expect(() => derivedId('demo', 'a')).toThrow(TypeError);
});
