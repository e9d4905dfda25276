import { gzipSync } from 'node:zlib';
import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { type Reception, reception, walkIn } from './reception.ts';

const deep = (levels: number) => `{"visitor":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
const json = JSON.stringify(walkIn);
const refused = (status: number, code: string, figures: object = {}) => ({ status, body: { status, code, figures } });
const invalid = (...fields: string[]) => refused(400, 'input_invalid', { fields });

describe('a body that is no input', () => {
  it.each<[string, unknown, ReturnType<typeof refused>]>([
    ['broken JSON', '{"visitor":', refused(400, 'body_malformed')],
    ['nothing', '', refused(400, 'body_malformed')],
    ['a list', '[]', refused(400, 'body_malformed')],
    ['null', 'null', refused(400, 'body_malformed')],
    ['a number', '7', refused(400, 'body_malformed')],
    ['a text', '"visitor"', refused(400, 'body_malformed')],
    ['NaN', '{"visitor":NaN}', refused(400, 'body_malformed')],
    ['a byte order mark', `\ufeff${json}`, refused(400, 'body_malformed')],
    [
      'bytes that are not UTF-8',
      Buffer.from(JSON.stringify({ ...walkIn, company: '\xff' }), 'latin1'),
      refused(400, 'body_malformed'),
    ],
    ['more than 64 kB', `{"x":"${'x'.repeat(70_000)}"}`, refused(413, 'body_too_large', { mostBytes: 65_536 })],
    ['33 levels', deep(33), refused(400, 'body_too_deep', { mostDepth: 32 })],
    ['32 levels, which are read', deep(32), invalid('visitor: invalid_type', 'host: invalid_type')],
    ['an unknown field', { ...walkIn, salary: 1 }, invalid('salary: unrecognized_keys')],
    ['__proto__', `{"__proto__":{"a":1},${json.slice(1)}`, invalid('__proto__: unrecognized_keys')],
    [
      '__proto__ further down',
      json.replace('{"given"', '{"__proto__":{},"given"'),
      invalid('visitor.__proto__: unrecognized_keys'),
    ],
    ['constructor', { ...walkIn, constructor: { prototype: {} } }, invalid('constructor: unrecognized_keys')],
    ['wrong types', { visitor: 'Anna', host: 5 }, invalid('visitor: invalid_type', 'host: invalid_type')],
    ['a NUL', { ...walkIn, company: 'A\0G' }, invalid('company: unstorable_text')],
    [
      'half a surrogate pair',
      json.replace('{"visitor"', '{"company":"\\ud800","visitor"'),
      invalid('company: unstorable_text'),
    ],
  ])('is answered with what is wrong: %s', async (_name, body, answer) => {
    expect(await (await reception()).post('/visits/walk-in', body)).toMatchObject(answer);
  });

  it.each([
    ['no content type', { 'Content-Type': '' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['another charset', { 'Content-Type': 'application/json; charset=iso-8859-1' }],
    ['compressed', { 'Content-Encoding': 'gzip' }],
  ])('is not read at all: %s', async (_name, headers) => {
    const at = await reception();
    const answer = await at.post('/visits/walk-in', gzipSync(json), headers);
    expect(answer).toMatchObject(refused(415, 'content_type_unsupported'));
  });

  it('counts the bytes of a body that does not tell its length', async () => {
    const at = await reception();
    const chunk = 'x'.repeat(0x4000);
    const chunks = Array.from({ length: 6 }, () => `4000\r\n${chunk}\r\n`).join('');
    const answer = await at.raw(`${head('Transfer-Encoding: chunked', 'Connection: close')}${chunks}0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*body_too_large/s);
  });

  it('answers one who goes on sending long after the limit, and the connection stays good', async () => {
    const at = await reception();
    for (let time = 0; time < 5; time++) {
      const answer = await at.post('/visits/walk-in', 'x'.repeat(5_000_000));
      expect(answer).toMatchObject(refused(413, 'body_too_large'));
    }
  });

  it('takes a repeated key once, the last one', async () => {
    const body = json.replace('{"visitor"', '{"host":"nobody","visitor"');
    expect(await (await reception()).post('/visits/walk-in', body)).toMatchObject({ status: 200 });
  });
});

describe('an address that leads nowhere', () => {
  it.each<[string, string, ReturnType<typeof refused>]>([
    ['unknown', '/visitors', refused(404, 'route_unknown')],
    ['a slash too many', '/visits/', refused(404, 'route_unknown')],
    ['capitals', '/Hosts?search=pro', refused(404, 'route_unknown')],
    ['broken percent signs', '/visits/%E0%A4%A', refused(400, 'url_malformed')],
    ['broken percent signs in the query', '/hosts?search=%ff', refused(400, 'url_malformed')],
    ['no id', '/visits/17', invalid('visit: invalid_format')],
    ['a NUL in the path', '/visits/%00', invalid('visit: invalid_format')],
    ['a NUL in the query', '/hosts?search=pro%00', invalid('search: unstorable_text')],
    ['an id that nobody knows', `/visits/${newId()}`, refused(404, 'not_found')],
    ['an unknown field in the query', '/hosts?search=pro&sort=name', invalid('sort: unrecognized_keys')],
    ['__proto__ in the query', '/hosts?search=pro&__proto__=1', invalid('__proto__: unrecognized_keys')],
    ['a field twice', '/barred-persons?limit=1&limit=2', invalid('limit: repeated')],
    ['a field of the path in the query', `/visits/${newId()}?visit=${newId()}`, invalid('visit: repeated')],
    ['an immense number', '/barred-persons?limit=1e9', invalid('limit: too_big')],
    ['a negative number', '/barred-persons?limit=-1', invalid('limit: too_small')],
    ['no number', '/barred-persons?limit=NaN', invalid('limit: invalid_type')],
    ['an empty number', '/barred-persons?limit=', invalid('limit: too_small')],
  ])('is answered with what is wrong: %s', async (_name, path, answer) => {
    expect(await (await reception()).get(path)).toMatchObject(answer);
  });

  it('does not take the id in the body for the one in the path', async () => {
    const at = await reception();
    const answer = await at.post(`/visits/${newId()}/leave`, { visit: newId() });
    expect(answer).toMatchObject(invalid('visit: repeated'));
  });

  it('says which methods it takes', async () => {
    const at = await reception();
    const answer = await at.get('/visits/walk-in');
    expect(answer).toMatchObject(refused(405, 'method_not_allowed', { allowed: ['POST'] }));
    expect(answer.headers.get('Allow')).toBe('POST');
    expect((await at.post('/hosts', {})).headers.get('Allow')).toBe('GET, HEAD');
  });
});

describe('a header that is not right', () => {
  it.each<[string, Record<string, string>, ReturnType<typeof refused>]>([
    ['a key of 101 characters', { 'Idempotency-Key': 'k'.repeat(101) }, refused(400, 'idempotency_key_invalid')],
    ['an empty key', { 'Idempotency-Key': '' }, refused(400, 'idempotency_key_invalid')],
    ['an umlaut in the key', { 'Idempotency-Key': 'ü' }, refused(400, 'idempotency_key_invalid')],
    ["the kernel's own kind of key", { 'Idempotency-Key': 'timer:1' }, refused(400, 'idempotency_key_invalid')],
    ['the page of a stranger', { Origin: 'https://example.com' }, refused(403, 'origin_not_allowed')],
    ['a page without an origin', { Origin: 'null' }, refused(403, 'origin_not_allowed')],
    ['nobody signed in', { 'X-Actor': 'nobody' }, refused(401, 'not_signed_in')],
  ])('is refused: %s', async (_name, headers, answer) => {
    expect(await (await reception()).post('/visits/walk-in', walkIn, headers)).toMatchObject(answer);
  });

  it.each<[string, (at: Reception) => string, string]>([
    ['a key twice', () => `${head('Idempotency-Key: b', 'Content-Length: 2')}{}`, '400 .*idempotency_key_invalid'],
    ['no key', () => head('Content-Length: 2').replace(/Idempotency-Key.*\r\n/, ''), '400 .*idempotency_key_missing'],
    ['another host', () => 'GET /health HTTP/1.1\r\nHost: evil.example\r\n', '421 .*host_not_allowed'],
    [
      'a user in the host',
      () => 'GET /health HTTP/1.1\r\nHost: localhost:1@evil.example\r\n',
      '421 .*host_not_allowed',
    ],
    ['no host, as in HTTP/1.0', () => 'GET /health HTTP/1.0\r\n', '421 .*host_not_allowed'],
    ['a whole URL as address', () => get('http://localhost/health'), '400 .*url_malformed'],
    ['bytes in the address', () => get('/api/v1/hosts?search=\xfc\xfc\xfc'), '400 .*request_malformed'],
    ['20,000 bytes of address', () => get(`/${'x'.repeat(20_000)}`), '431 .*header_too_large'],
    ['no HTTP at all', () => 'Good morning', '400 .*request_malformed'],
    ['two lengths', () => head('Content-Length: 2', 'Content-Length: 3'), '400 .*request_malformed'],
  ])('is refused: %s', async (_name, text, answer) => {
    const at = await reception();
    const request = text(at);
    const end = request.includes('\r\n\r\n') ? '' : 'Connection: close\r\n\r\n';
    expect(await at.raw(request + end)).toMatch(new RegExp(`^HTTP/1\\.1 ${answer}`, 's'));
  });

  it('lets a page of this very server ask', async () => {
    const at = await reception();
    expect(await at.post('/visits/walk-in', walkIn, { Origin: at.url })).toMatchObject({ status: 200 });
  });
});

const get = (address: string) => `GET ${address} HTTP/1.1\r\nHost: localhost\r\n`;

/** The head of a walk-in, ended by an empty line. */
function head(...headers: string[]): string {
  const own = ['Host: localhost', 'Content-Type: application/json', 'Idempotency-Key: a', ...headers];
  return `POST /api/v1/visits/walk-in HTTP/1.1\r\n${own.join('\r\n')}\r\nConnection: close\r\n\r\n`;
}
