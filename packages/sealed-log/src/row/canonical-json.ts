import canonicalize from 'canonicalize';

/** RFC 8785: one text for equal values, whatever the order of keys or the spelling of numbers. Throws for what is no JSON. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The log holds JSON only.');
  return text;
}
