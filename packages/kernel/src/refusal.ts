/** What a refusal was judged on: plain values that its sentence names ("until 18:00", "3 of 2"). */
export type Figures = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * A "no" as a value. The code is closed and meant for programs; the sentence for people is made from the code and the
 * figures by the words of the package that refused, in the reader's language.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly figures: Figures;
}

/** Refuses with a literal code, so that the compiler knows every code a command can answer. */
export function refuse<const Code extends string>(code: Code, figures: Figures = {}): Refusal<Code> {
  return { code, figures };
}

/**
 * The codes that any command can answer, whatever its rules say:
 *
 * - `not_permitted` the actor lacks the capability (`needs`)
 * - `not_found` no such case in this office (another office's case answers alike)
 * - `not_now` the case's state does not allow the command (`state`, `possible`)
 * - `input_invalid` the input does not fit its schema (`fields`)
 * - `request_reused` this request id already stands for another command
 * - `busy` others kept changing the case, 20 times in a row
 */
export type KernelRefusalCode = 'not_permitted' | 'not_found' | 'not_now' | 'input_invalid' | 'request_reused' | 'busy';

/** One sentence for each code of a package: what happened, that nothing was lost, what to do now. */
export type RefusalWords<Code extends string = string> = Readonly<Record<Code, (figures: Figures) => string>>;
