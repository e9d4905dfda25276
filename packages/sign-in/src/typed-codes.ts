import { randomInt } from 'node:crypto';

/** Crockford's base32: no I, L, O and U, so nothing looks like something else. 5 bits a character. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that a person reads and types, in groups: `newTypedCode(4, 2)` is like `7K2M-Q9XA`. */
export const newTypedCode = (length: number, groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  ).join('-');

/** What a person meant who typed a code: either case, O for 0, I or L for 1, hyphens and spaces anywhere. */
export const typedCode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
