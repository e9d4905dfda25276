import type { Language } from '@front-office/kernel';
import type { Subject } from '../ports.ts';

/** What a text is made from: one line each, ready to be read. */
interface Told {
  /** Name and company, or null where the office names no visitors in its mail. */
  readonly visitor: string | null;
  readonly host: string;
  /** When, with its preposition: "um 14:05 Uhr", "on 30 June 2026 at 14:05". */
  readonly moment: string;
  /** Since when: "seit 14:05 Uhr", "since 14:05". */
  readonly sinceMoment: string;
}

/**
 * A subject line and paragraphs. The subject line never names anybody, and neither does the first paragraph: both show
 * on a locked screen.
 */
interface Wording {
  readonly subject: string;
  readonly paragraphs: readonly (string | null)[];
}

export interface Template {
  /** Whether it is no longer true. Then it is not sent any more. */
  hasLapsed(subject: Subject): boolean;
  readonly wordings: Readonly<Record<Language, (told: Told) => Wording>>;
}
