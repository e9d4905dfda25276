import type { Figures, Refusal } from '@front-office/kernel';
import { statusOf } from './codes.ts';

/** A refusal on the wire: a problem of RFC 9457 with the closed code, and the figures it was judged on. */
export interface Problem<Code extends string = string> {
  /** Stable and made of the code: `urn:front-office:refusal:not_now`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: Code;
  /** For a person, in the language asked for: what happened, what was not lost, what to do now. */
  readonly detail: string;
  readonly figures: Figures;
  /** Names this one answer in the request log: `urn:uuid:…`. */
  readonly instance: string;
}

export function problemOf(refusal: Refusal, detail: string, id: string): Problem {
  const { code, figures } = refusal;
  return {
    type: `urn:front-office:refusal:${code}`,
    title: code.replaceAll('_', ' '),
    status: statusOf(code),
    code,
    detail,
    figures,
    instance: `urn:uuid:${id}`,
  };
}
