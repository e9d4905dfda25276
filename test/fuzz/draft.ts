import type { Target } from './operations.ts';

/** A request before it is written down: every part can still be spoiled by itself. Plain data, so that it can be printed. */
export interface Draft {
  readonly target: Target;
  readonly kind: 'valid' | 'hostile';
  readonly method: string;
  /** By name, not yet percent-encoded. */
  readonly inPath: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Fields in order: a name may stand twice. Values are JSON text. */
  readonly fields: readonly (readonly [name: string, json: string])[] | undefined;
  /** Sent instead of the fields. */
  readonly text?: string;
  /** What becomes of the finished path. */
  readonly rewritePath?: (path: string) => string;
}

/** One request as it is sent. */
export interface WrittenRequest {
  readonly target: Target;
  readonly kind: Draft['kind'];
  readonly method: string;
  /** What follows the base path, with the query. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
}

export function written(draft: Draft): WrittenRequest {
  const { target, kind, method, inPath, query, headers, fields, text, rewritePath = (path) => path } = draft;
  const filled = target.path.replace(/\{(\w+)\}/g, (_braces, name: string) => encoded(inPath[name] ?? ''));
  const asked = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const body = text ?? fields?.map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return {
    target,
    kind,
    method,
    path: rewritePath(filled) + (asked === '' ? '' : `?${asked}`),
    headers,
    body: Array.isArray(body) ? `{${body.join(',')}}` : body,
  };
}

/** A lone surrogate has no bytes in UTF-8, so an address cannot carry it; JSON can, and does. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
