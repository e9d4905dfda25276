import fc from 'fast-check';
import type { Draft } from './draft.ts';

/** One thing done to a request that was in order. */
export interface Spoil {
  readonly way: keyof typeof ways;
  readonly junk: unknown;
  /** Chooses among what there is: the third field, the second odd header. */
  readonly at: number;
}

/** `foreignIds`: ids that exist, in another office. */
export function spoils(foreignIds: readonly string[]): fc.Arbitrary<Spoil> {
  const junk = foreignIds.length > 0 ? fc.oneof(anything, fc.constantFrom(...foreignIds)) : anything;
  return fc.record({ way: fc.constantFrom(...(Object.keys(ways) as Spoil['way'][])), junk, at: fc.nat(1_000) }); // keys of that very table
}

export const spoiled = (draft: Draft, { way, junk, at }: Spoil): Draft => ({
  ...ways[way](draft, junk, at),
  kind: 'hostile',
});

const nastyTexts = [
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202eevil',
  '\u200d',
  'e\u0301'.repeat(50),
  'ﷺ'.repeat(100),
  '👩‍👩‍👧‍👦',
  '\r\nSet-Cookie: a=b',
  "'; drop table kernel.cases; --",
  "' or '1'='1",
  '1)) or sleep(5)--',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else, which nobody is to fill in
  '{{7*7}}${7*7}<%= 7*7 %>',
  '=cmd|calc',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%00',
  '%2e%2e%2f',
  '%s%n%x',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9007199254740993',
  '00000000-0000-0000-0000-000000000000',
  'A'.repeat(300),
  'A'.repeat(10_000),
  '-'.repeat(5_000),
  ' '.repeat(5_000),
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2026-02-30T00:00:00+99:00',
  '+275760-09-13T00:00:00.001Z',
];

const nastyNumbers = [0, -0, -1, 0.1, 1e308, 5e-324, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 2 ** 63];

const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 2, arbitrary: fc.constantFrom(...nastyNumbers) },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { length: -1 }, { toString: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'at',
  'by',
  'type',
  'known',
  'office',
  'case',
  '',
];
const oddBodies = ['', ' ', 'null', '[]', '"text"', '7', '{', '{"a":}', 'NaN', '\ufeff{}', '{}{}', "{'a':1}", '[{}]'];
const oddContentTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  'application/JSON;q',
  '',
];
const oddKeys = ['', ' ', ':', 'timer:1', 'ü', '\t', 'a'.repeat(101), 'a'.repeat(8_000), "'--", '0'];
const otherMethods = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'GET', 'POST', 'PROPFIND'];
const oddHeaders = [
  ['Accept-Language', 'x'.repeat(2_000)],
  ['Accept-Language', 'de;q=9, *;q=-1, en-'],
  ['Accept', 'application/xml'],
  ['Last-Event-ID', "0~'; select 1"],
  ['Last-Event-ID', '99999999999999999999~x~1'],
  ['Origin', 'https://evil.example.com'],
  ['Origin', 'null'],
  ['Host', 'evil.example.com'],
  ['Host', '[::1'],
  ['X-Forwarded-For', '203.0.113.7'],
  ['X-Forwarded-Host', 'evil.example.com'],
  ['X-Forwarded-Proto', 'https'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Original-URL', '/api/v1/staff-members'],
  ['Content-Encoding', 'gzip'],
  ['Range', 'bytes=0-0'],
  ['If-None-Match', '*'],
  ['Authorization', 'Bearer null'],
  ['Cookie', '__Host-session=; __proto__=1'],
] as const;
const oddPaths: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => `${path}/..`,
  (path) => `${path}/../staff-members`,
  (path) => `${path}%2f..%2foffice`,
  (path) => `/%2e%2e/v1${path}`,
  (path) => `${path};a=b`,
  (path) => `${path}%00`,
  (path) => `${path}%`,
  (path) => `${path}%c0%ae`,
  (path) => `${path}.json`,
  (path) => path.toUpperCase(),
  (path) => path.replace('/', '/%'),
  (path) => path.replace(/\/[^/]*$/, '/__proto__'),
  (path) => `${path}${'/a'.repeat(500)}`,
];

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item; // no list here is empty

const json = (value: unknown) => JSON.stringify(value) ?? 'null';

const textOf = (junk: unknown) => (typeof junk === 'string' ? junk : json(junk));

/** The draft with another value for one of its fields, or with one more when it has none. */
function withField(draft: Draft, at: number, value: string): Draft {
  const fields = draft.fields ?? [];
  if (fields.length === 0) return { ...draft, fields: [[pick(oddNames, at), value]] };
  const place = at % fields.length;
  return { ...draft, fields: fields.map(([name, own], index) => [name, index === place ? value : own]) };
}

const withoutHeader = (draft: Draft, name: string): Draft => ({
  ...draft,
  headers: draft.headers.filter(([own]) => own.toLowerCase() !== name.toLowerCase()),
});

const withHeader = (draft: Draft, name: string, value: string): Draft => {
  const others = withoutHeader(draft, name);
  return { ...others, headers: [...others.headers, [name, value]] };
};

const ways = {
  wrongValue: (draft, junk, at) => withField(draft, at, json(junk)),
  missingField: (draft, _junk, at) => ({
    ...draft,
    fields: draft.fields?.filter((_field, index) => index !== at % (draft.fields?.length ?? 1)),
  }),
  strangeField: (draft, junk, at) => ({
    ...draft,
    fields: [...(draft.fields ?? []), [pick(oddNames, at), json(junk)]],
  }),
  fieldTwice: (draft, junk, at) => {
    const fields = draft.fields ?? [];
    return fields.length === 0 ? draft : { ...draft, fields: [...fields, [pick(fields, at)[0], json(junk)]] };
  },
  prototypeInside: (draft, junk, at) => withField(draft, at, `{"__proto__":{"polluted":${json(junk)}}}`),
  deep: (draft, _junk, at) => {
    const levels = pick([31, 33, 5_000], at);
    return withField(draft, at, '['.repeat(levels) + ']'.repeat(levels));
  },
  huge: (draft, _junk, at) => withField(draft, at, json('x'.repeat(pick([60_000, 70_000, 300_000], at)))),
  noJson: (draft, _junk, at) => ({ ...draft, text: pick(oddBodies, at) }),
  contentType: (draft, _junk, at) => withHeader(draft, 'Content-Type', pick(oddContentTypes, at)),
  noContentType: (draft) => withoutHeader(draft, 'Content-Type'),
  noKey: (draft) => withoutHeader(draft, 'Idempotency-Key'),
  oddKey: (draft, _junk, at) => withHeader(draft, 'Idempotency-Key', pick(oddKeys, at)),
  keyTwice: (draft, _junk, at) => ({ ...draft, headers: [...draft.headers, ['Idempotency-Key', `again ${at}`]] }),
  method: (draft, _junk, at) => ({ ...draft, method: pick(otherMethods, at) }),
  header: (draft, _junk, at) => withHeader(draft, ...pick<readonly [string, string]>(oddHeaders, at)),
  path: (draft, _junk, at) => ({ ...draft, rewritePath: pick(oddPaths, at) }),
  idInPath: (draft, junk, at) => {
    const names = Object.keys(draft.inPath);
    return names.length === 0 ? draft : { ...draft, inPath: { ...draft.inPath, [pick(names, at)]: textOf(junk) } };
  },
  queryValue: (draft, junk, at) => {
    const names = [...draft.target.parameters.filter((one) => one.in === 'query').map(({ name }) => name), ...oddNames];
    return { ...draft, query: [...draft.query, [pick(names, at), textOf(junk)]] };
  },
  queryTwice: (draft, _junk, at) =>
    draft.query.length === 0 ? draft : { ...draft, query: [...draft.query, pick(draft.query, at)] },
} satisfies Record<string, (draft: Draft, junk: unknown, at: number) => Draft>;
