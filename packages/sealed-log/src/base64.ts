/**
 * The bytes of standard base64 (RFC 4648, section 4), or nothing when the text is not exactly what encoding these bytes
 * gives. Node reads many spellings of the same bytes; a turned bit must not pass as one of them.
 */
export function bytesOf(text: unknown, length?: number): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return undefined;
  return length === undefined || bytes.length === length ? bytes : undefined;
}

export const base64Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
