import type { PersonName } from './person-name.ts';

/**
 * A text as search sees it: lower case, umlauts as two letters (Müller → mueller), ß as ss, other accents of Latin,
 * Greek and Cyrillic letters dropped, everything between the words one space. Folding twice changes nothing.
 */
export const foldName = (text: string): string => fold(text, UMLAUT_WITH_E);

/**
 * The words by which a person is found, each once: the folded words of given and family name, and those with umlauts
 * also without the e, since many people type Muller for Müller.
 */
export const nameKeys = (name: PersonName): string[] => {
  const text = fullName(name);
  return [...new Set([...wordsOf(foldName(text)), ...wordsOf(fold(text, UMLAUT_WITHOUT_E))])];
};

/**
 * Equal for two names that are written alike but for order, case, umlauts (Mueller, Müller), accents, hyphens and
 * title. Equal keys are a hint, no proof: two people may share a name.
 */
export const matchKey = (name: PersonName): string =>
  wordsOf(foldName(fullName(name)))
    .sort()
    .join(' ');

const fullName = ({ given, family }: PersonName) => (given ? `${given} ${family}` : family);

const wordsOf = (folded: string) => folded.split(' ').filter(Boolean);

type Spelling = ReadonlyMap<string, string>;

const fold = (text: string, umlauts: Spelling): string => {
  const respell = (letters: string) =>
    letters.replace(/\p{L}/gu, (letter) => umlauts.get(letter) ?? UNDECOMPOSED.get(letter) ?? letter);
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFC');
  // Umlauts must be spelled out before the accents go; what has lost its accent (ǿ → ø) may need spelling out after.
  return respell(withoutAccents(respell(lower)))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
};

/** Only the accents of this block (and the two invisible joiners): the marks of Indic scripts are vowels of the name. */
const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200c\u200d]/gu, '')
    .normalize('NFC');

const UMLAUT_WITH_E: Spelling = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
]);

/** The accents of the other umlauts are dropped like any accent. */
const UMLAUT_WITHOUT_E: Spelling = new Map([['ø', 'o']]);

/** Letters that Unicode does not take apart, spelled as in passports (ICAO Doc 9303, part 3, section 6). */
const UNDECOMPOSED: Spelling = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
]);
