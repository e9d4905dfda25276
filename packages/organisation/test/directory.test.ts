import { displayName } from '@front-office/values';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostDirectory, staffMembers } from '../src/index.ts';
import { hires, lead, openOffice } from './office-in-a-scene.ts';

type Place = Awaited<ReturnType<typeof openOffice>>['at'];

const people = [
  { title: 'Dr.', given: 'Anna', family: 'Beispielmüller' },
  { given: 'Jörg', family: 'Probeßmann' },
  { given: 'María', family: 'Sampleton-Núñez' },
  { given: 'Anna', family: "O'Example" },
  { given: 'Bo', family: 'Li-Muster' },
  { given: 'Doris', family: 'Musterbüro', receivesVisitors: false },
  { given: 'Emil', family: 'Mustermeier', active: false },
];

describe('the host search', () => {
  let at: Place;
  beforeAll(async () => {
    const opened = await openOffice();
    at = opened.at;
    await hires(at, opened.site, people);
  });
  const found = async (text: string, limit = 5) =>
    (await at.kernel.read(at.office, hostDirectory.search(text, limit))).map(({ name }) => displayName(name));

  test.each([
    ['bei', ['Dr. Anna Beispielmüller']],
    ['BEISPIELMUE', ['Dr. Anna Beispielmüller']],
    ['Beispielmul', ['Dr. Anna Beispielmüller']],
    ['probess', ['Jörg Probeßmann']],
    ['nun', ['María Sampleton-Núñez']],
    ["o'exa", ["Anna O'Example"]],
    ['anna', ['Dr. Anna Beispielmüller', "Anna O'Example"]],
    ['anna exam', ["Anna O'Example"]],
    ['beispiel an', ['Dr. Anna Beispielmüller']],
    ['Frau Dr. Beispielmüller', []],
    ['Dr. Beispielmüller', ['Dr. Anna Beispielmüller']],
    ['  mus ', ['Bo Li-Muster']],
    ['mueller', []],
  ])('"%s" finds %j', async (text, names) => {
    expect(await found(text)).toEqual(names);
  });

  test.each(['', '  ', 'an', 'a n n', 'a-a-a', 'bo li', 'mü', "o'e", '...', '123', '%%%', '___'])(
    'shows nobody for "%s": no word of it has three letters',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  test('shows no one who has left or receives no visitors, however the name is typed', async () => {
    expect([await found('doris'), await found('musterb'), await found('emil'), await found('mustermeier')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('answers no more than it was asked for', async () => {
    expect(await found('anna', 1)).toHaveLength(1);
  });

  test('never throws and never tells more than the names asked for, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        const letters = Math.max(
          ...text.split(/[^\p{L}\p{M}\p{N}]+/u).map((word) => word.match(/\p{L}/gu)?.length ?? 0),
        );
        if (letters < 3) expect(await found(text)).toEqual([]);
        else expect((await found(text)).length).toBeLessThan(people.length);
      }),
    );
  });
});

test('a host is found by id with the name alone, and nobody by an id that is none', async () => {
  const { at, site } = await openOffice();
  const [anna = '', , , , , doris = '', emil = ''] = await hires(at, site, people);
  const host = (id: string) => at.kernel.read(at.office, hostDirectory.byId(id));
  expect(await host(anna)).toEqual({ id: anna, name: people[0] });
  expect([await host(doris), await host(emil), await host('nobody')]).toEqual([undefined, undefined, undefined]);
});

test('who leaves the house is not found any more, and who marries is found by the new name', async () => {
  const { at, site } = await openOffice();
  const [jörg = ''] = await hires(at, site, [{ given: 'Jörg', family: 'Probeßmann' }]);
  const found = async (text: string) => (await at.kernel.read(at.office, hostDirectory.search(text, 5))).length;
  const employed = { name: { given: 'Jörg', family: 'Musterkamp' }, site, receivesVisitors: true, active: true };
  await at.does(lead, staffMembers, 'change', employed, jörg);
  expect([await found('probe'), await found('musterk')]).toEqual([0, 1]);
  await at.does(lead, staffMembers, 'change', { ...employed, active: false }, jörg);
  expect([await found('musterk'), await found('jörg')]).toEqual([0, 0]);
});

test('name and address of a staff member lie beside the log, where they can be erased', async () => {
  const { at, site } = await openOffice();
  const [anna = ''] = await hires(at, site, [{ given: 'Anna', family: 'Beispielmüller', mail: 'anna@example.com' }]);
  const [row] = await at.store.log(at.office, anna);
  const work = { site, receivesVisitors: true, active: true, departments: [], room: null };
  expect(row?.input).toEqual({ ...work, language: 'de', deputies: [], successor: null });
  expect(row?.personal).toEqual({
    '/input/name': { given: 'Anna', family: 'Beispielmüller' },
    '/input/mail': 'anna@example.com',
  });
});
