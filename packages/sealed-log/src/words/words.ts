import type { Problem, ProblemCode } from '../verify/problem.ts';
import type { Verdict } from '../verify/verify-export.ts';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** Every text of a report. */
export interface ReportWords {
  readonly problems: Readonly<Record<ProblemCode, string>>;
  /** Where it is: `Row 17`, `Line 20`. */
  readonly place: (problem: Problem) => string;
  readonly summary: (verdict: Verdict) => string;
  readonly whole: string;
  readonly notWhole: (problems: number) => string;
  readonly more: (problems: number) => string;
  readonly unusable: string;
  readonly usage: string;
}
