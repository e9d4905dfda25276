import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayName, foldName, matchKey, nameKeys, PersonName, sortName } from '../src/index.ts';

const anna = PersonName.parse({ title: 'Dr.', given: 'Anna', family: 'Beispielmüller' });
const named = (given: string, family: string) => PersonName.parse({ given, family });

describe('how a name is written', () => {
  test('it is trimmed, with single spaces and composed letters', () => {
    expect(PersonName.parse({ given: '  Anna\u00a0 Lena ', family: 'Beispielmu\u0308ller' })).toEqual({
      given: 'Anna Lena',
      family: 'Beispielmüller',
    });
  });

  test.each([
    'O’Example',
    "O'Example",
    'Sampleton-Núñez',
    'von Probeßmann',
    'J. R.',
    'Ὀδυσσεύς',
    'דוגמה',
    'مثال',
    '見本',
    'උදාහරණශ්\u200dරී',
    'ab'.repeat(50),
  ])('%s is a name', (family) => expect(PersonName.parse({ family }).family).toBe(family));

  test.each([
    ['nothing', ''],
    ['spaces alone', '   '],
    ['no letter', '...'],
    ['markup', '<b>Anna</b>'],
    ['a line break', 'Anna\nBeispielmüller'],
    ['a control character', 'Anna\u0007'],
    ['text turned round', 'Anna\u202ennA'],
    ['an isolate', '\u2066Anna\u2069'],
    ['a joiner that joins nothing', 'Anna\u200d'],
    ['digits', 'Anna 2'],
    ['too much', 'a'.repeat(101)],
  ])('%s is refused', (_what, family) => {
    expect(PersonName.safeParse({ family }).success).toBe(false);
    expect(PersonName.safeParse({ given: family, family: 'Beispielmüller' }).success).toBe(false);
  });

  test('a title may have brackets', () => {
    expect(PersonName.parse({ title: 'Dipl.-Ing. (FH)', family: 'Probemann' }).title).toBe('Dipl.-Ing. (FH)');
  });

  test('it is read aloud and sorted in two ways', () => {
    expect(displayName(anna)).toBe('Dr. Anna Beispielmüller');
    expect(sortName(anna)).toBe('Beispielmüller, Anna');
  });

  test('who has one name has no comma', () => {
    const one = PersonName.parse({ family: 'Beispiel' });
    expect([displayName(one), sortName(one), matchKey(one)]).toEqual(['Beispiel', 'Beispiel', 'beispiel']);
  });
});

describe('how a name is found', () => {
  test.each([
    ['Beispielmüller', 'beispielmueller'],
    ['PROBEẞMANN', 'probessmann'],
    ['Sampleton-Núñez', 'sampleton nunez'],
    ["O'Example", 'o example'],
    ['  Łukasz   Ørsted-Ærø ', 'lukasz oersted aeroe'],
    ['İbrahim Yıldız', 'ibrahim yildiz'],
    ['Mu\u0308ller', 'mueller'],
    ['Пример Андрей', 'пример андреи'],
    ['नमूना', 'नमूना'],
    ['…', ''],
  ])('%s is folded to %j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test('folding twice changes nothing, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)),
      { numRuns: 2_000 },
    );
  });

  test('Müller is found by mueller and by muller, each key once, the title never', () => {
    expect(nameKeys(PersonName.parse({ title: 'Dr.', given: 'Jörg', family: 'Müller-Probe' }))).toEqual([
      'joerg',
      'mueller',
      'probe',
      'jorg',
      'muller',
    ]);
    expect(nameKeys(named('Anna', 'Anna'))).toEqual(['anna']);
  });

  test.each([
    ['order', named('Beispielmüller', 'Anna')],
    ['case', named('ANNA', 'BEISPIELMÜLLER')],
    ['umlaut', named('Anna', 'Beispielmueller')],
    ['title', PersonName.parse({ title: 'Prof.', given: 'Anna', family: 'Beispielmüller' })],
  ])('the same name in another %s has the same key', (_what, other) => {
    expect(matchKey(other)).toBe(matchKey(anna));
  });

  test('a hyphen makes no difference, another name does', () => {
    expect(matchKey(named('Anna-Lena', 'Probe'))).toBe(matchKey(named('Anna Lena', 'Probe')));
    expect(matchKey(named('Anna', 'Probe'))).not.toBe(matchKey(named('Hanna', 'Probe')));
  });
});
