import { foldedPassword } from './accounts.ts';
import { frequentPasswords } from './frequent-passwords.ts';
import { type No, no } from './refusals.ts';

/** NIST SP 800-63B-4, 3.1.1.2 and ASVS 5.0 V6.2: length is all; nothing is said of digits or signs, and nothing expires. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** Names shorter than this are in too many honest words. */
const LEAST_TELLING = 4;

/** Why this may not be a password: nothing when it may. `house` is the name that the office goes by. */
export function passwordRefusal(
  typed: string,
  { name, house }: { readonly name: string; readonly house: string },
): No<'password_too_short' | 'password_too_long' | 'password_too_common' | 'password_tells_name'> | undefined {
  const password = foldedPassword(typed);
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return no('password_too_short', { least: PASSWORD_LENGTH.least });
  if (length > PASSWORD_LENGTH.most) return no('password_too_long', { most: PASSWORD_LENGTH.most });
  if (isCommon(password)) return no('password_too_common');
  const bare = bareOf(password);
  const telling = [name, name.split('@')[0] ?? '', house].map(bareOf).filter((word) => word.length >= LEAST_TELLING);
  return telling.some((word) => bare.includes(word)) ? no('password_tells_name') : undefined;
}

/** Only letters and digits in lower case: `Front-Office!` says `frontoffice`. */
const bareOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** On the list, also with digits and signs after it; or no more than a short piece again and again, or a row of keys. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const stem = lower.replace(/[\d\p{P}\p{S}\s]+$/u, '');
  if (frequentPasswords.has(lower) || frequentPasswords.has(stem)) return true;
  if (/^(.{1,4})\1*.{0,3}$/su.test(lower) && new Set(lower).size <= 4) return true;
  return ROWS.some((row) => row.includes(lower));
}

const forwards = [
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];
const backwards = (row: string) => [...row].reverse().join('');
const ROWS = forwards.flatMap((row) => [row.repeat(13), backwards(row).repeat(13)]);
