import type * as z from 'zod';
import { type Refusal, refuse } from './refusal.ts';

export type CheckedInput =
  | { readonly refused?: undefined; readonly input: Readonly<Record<string, unknown>> }
  | { readonly refused: Refusal };

/**
 * Parses an input. Refuses `input_invalid` with the fields at fault, each as `path: reason`; the reasons are zod's issue
 * codes, and `unstorable_text` for a text that no database keeps (a NUL, half a surrogate pair).
 */
export function checkInput(schema: z.ZodObject, raw: unknown): CheckedInput {
  const parsed = schema.safeParse(raw, { reportInput: false });
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `${fieldOf(issue)}: ${issue.code}`);
    return { refused: refuse('input_invalid', { fields }) };
  }
  const unstorable = unstorableText(parsed.data, '');
  if (unstorable !== undefined)
    return { refused: refuse('input_invalid', { fields: [`${unstorable}: unstorable_text`] }) };
  return { input: parsed.data };
}

function fieldOf(issue: z.core.$ZodIssue): string {
  // An unknown field has no path of its own; its name is what the caller must see.
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys.join(',')] : issue.path;
  return path.map(String).join('.');
}

function unstorableText(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorableText(inner, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
