import type { Door, Route } from '../../packages/kernel/src/index.ts';
import type { LetIn } from './house.ts';

export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  /** All that came, but for what is of this one answer: its own id and the moment. */
  readonly text: string;
}

export const nameOf = ({ method, path }: Pick<Route | Door, 'method' | 'path'>): string => `${method} ${path}`;

/** Asks one route as one caller. `mask` are ids that were sent, which an answer may repeat. */
export async function ask(
  base: string,
  { method, path }: Pick<Route | Door, 'method' | 'path'>,
  input: Readonly<Record<string, unknown>>,
  { as = {}, mask = [] }: { readonly as?: LetIn; readonly mask?: readonly string[] } = {},
): Promise<Answered> {
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  const filled = path.replace(/\{(\w+)\}/g, (_braces, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  const query = method === 'GET' && rest.length > 0 ? `?${new URLSearchParams(rest as [string, string][])}` : '';
  const response = await fetch(`${base}${filled}${query}`, {
    method,
    headers: { ...as, ...(method === 'POST' && posting()) },
    ...(method === 'POST' && { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  const body = await response.text();
  const code = /"code":"(\w+)"/.exec(body)?.[1];
  const headers = [...response.headers].filter(([name]) => !ownOfEach.has(name)).map((header) => header.join(': '));
  const told = mask.reduce(
    (text, id) => text.replaceAll(id, '<id>'),
    body.replace(/urn:uuid:[0-9a-f-]{36}/g, '<instance>'),
  );
  return { status: response.status, code: response.ok ? undefined : code, text: [...headers, told].join('\n') };
}

const ownOfEach = new Set(['date', 'content-length']);

const posting = () => ({ 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() });
