import type { Problem } from './verify/problem.ts';
import type { Verdict } from './verify/verify-export.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import type { Language, ReportWords } from './words/words.ts';

export const wordsOf: Readonly<Record<Language, ReportWords>> = { de, en };

/** What is wrong, and where: `Line 20, row 17: The content of this row was changed after it was signed.` */
export function sayProblem(problem: Problem, language: Language): string {
  const { place, problems } = wordsOf[language];
  const where = place(problem);
  const sentence = problems[problem.code];
  return where === '' ? sentence : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${sentence}`;
}

/** So many problems are told one by one. */
const TOLD = 50;

/** A verdict as plain text, a line for each problem. */
export function reportOf(verdict: Verdict, language: Language): string {
  const words = wordsOf[language];
  const { problems } = verdict;
  return [
    words.summary(verdict),
    verdict.ok ? words.whole : words.notWhole(problems.length),
    ...problems.slice(0, TOLD).map((problem) => `- ${sayProblem(problem, language)}`),
    ...(problems.length > TOLD ? [words.more(problems.length - TOLD)] : []),
  ].join('\n');
}
