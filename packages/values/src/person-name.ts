import * as z from 'zod';

/**
 * Letters and marks of any script, spaces, apostrophes, dots, hyphens; at least one letter. The two joiners (U+200C,
 * U+200D) are allowed between letters only, where Persian and Sinhala names need them. So there is no control
 * character, nothing that turns the direction of the text around it, and no `<`.
 */
const NAME = /^(?=.*\p{L})(?:[\p{L}\p{M} '’.·‐‑-]|(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L}))+$/u;

/** A title also holds commas and brackets: `Dipl.-Ing. (FH)`. */
const TITLE = /^(?=.*\p{L})[\p{L}\p{M} '’.·‐‑,()-]+$/u;

const oneSpaceBetween = (text: string) => text.replace(/\p{Zs}+/gu, ' ');

const namePart = (pattern: RegExp) =>
  z
    .string()
    .normalize('NFC')
    .overwrite(oneSpaceBetween)
    .trim()
    .min(1)
    .max(100)
    .regex(pattern, { error: 'A name has letters, spaces, apostrophes, hyphens and dots' });

/**
 * How a person is called. Each part has 1 to 100 characters and is kept trimmed, with single spaces and in Unicode's
 * NFC, so that what looks equal is equal. Who has one name alone has it as `family`; a missing part is left away,
 * never empty.
 */
export const PersonName = z.strictObject({
  title: namePart(TITLE).optional(),
  given: namePart(NAME).optional(),
  family: namePart(NAME),
});
export type PersonName = z.output<typeof PersonName>;
