/** A header of a mail as it came over the wire, unfolded; empty when there is none. */
export function header(source: string, name: string): string {
  const headers = headersOf(source).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
}

/** A header in words again: RFC 2047, in UTF-8. */
export function decodedWords(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?UTF-8\?[QB]\?[^?]*\?=)+/gi, (words) => {
    const bytes = [...words.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(([, how, coded]) =>
      how?.toUpperCase() === 'B' ? Buffer.from(coded ?? '', 'base64') : quoted((coded ?? '').replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8');
  });
}

/** The text of a mail of one part, as it was before it was encoded for the way. */
export function textOf(source: string): string {
  const body = source.slice(headersOf(source).length + '\r\n\r\n'.length);
  const encoding = header(source, 'Content-Transfer-Encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  const plain = encoding === 'quoted-printable' ? quoted(body.replaceAll('=\r\n', '')).toString('utf8') : body;
  return plain.replaceAll('\r\n', '\n');
}

const headersOf = (source: string) => source.slice(0, source.indexOf('\r\n\r\n'));

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
