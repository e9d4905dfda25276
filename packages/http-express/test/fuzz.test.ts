import type { Route } from '@front-office/kernel';
import { newId } from '@front-office/values';
import { visitsModule } from '@front-office/visits';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codesOf } from '../src/index.ts';
import { namesIn } from '../src/paths.ts';
import { anna, host, type Reception, reception, type Told, walkIn } from './reception.ts';

/** The visitor log is read by SQL, which the memory store has not. */
const routes: readonly Route[] = visitsModule.routes.filter(
  ({ path, method }) => `${method} ${path}` !== 'GET /visits',
);
const REQUESTS = 2_500;

/** What fits, by the name of the field, so that many requests come as far as the kernel. */
const fitting: Record<string, unknown> = {
  visitor: anna,
  name: { family: 'Musterfrau' },
  host,
  expectedAt: '2026-06-30T10:00:00+02:00',
  until: null,
  search: 'pro',
  limit: '5',
  badge: '17',
  reason: 'Verwechslung',
  note: 'Klingel defekt',
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\0', '%00', '{}', "'--", 'NaN', '-1', '1e9'),
);
const number = fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger());
const junk = fc.oneof(text, number, fc.constant(null), fc.jsonValue(), fc.array(text), fc.constant(newId()));
const odd = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'visit', 'at', 'by', 'type', 'known');

/** What can come as far as the kernel; once in ten times something else. */
const mostly = <Usual, Odd>(usual: fc.Arbitrary<Usual>, unusual: fc.Arbitrary<Odd>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: unusual });

/** The fields of the route with what fits, or with anything; sometimes with fields that it does not have. */
function fieldsOf({ input, path }: Route) {
  const names = Object.keys(input.shape).filter((name) => !namesIn(path).includes(name));
  const own = Object.fromEntries(names.map((name) => [name, mostly(fc.constant(fitting[name]), junk)]));
  const strangers = mostly(fc.constant([]), fc.array(fc.tuple(odd, junk)));
  return fc.tuple(fc.record(own), strangers).map(([fields, others]) => ({ ...fields, ...Object.fromEntries(others) }));
}

const request = fc.constantFrom(...routes).chain((route) =>
  fc.record({
    route: fc.constant(route),
    fields: fieldsOf(route),
    ids: mostly(
      fc.constant('known'),
      fc.oneof(
        fc.constant(newId()),
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !/^\.\.?$/.test(id)),
      ),
    ),
    instead: mostly(fc.constant(null), fc.oneof(fc.json(), text)),
    who: mostly(fc.constant('desk'), fc.constantFrom('kiosk', 'nobody')),
    key: mostly(fc.uuid(), fc.string({ maxLength: 120 })),
  }),
);
type Request = typeof request extends fc.Arbitrary<infer R> ? R : never;

it('whatever comes in, each route answers with its output or with a code of its own, and never breaks', async () => {
  const at = await reception();
  const known: Record<string, string> = {
    visit: (await at.post('/visits/walk-in', walkIn)).body.case,
    entry: (await at.post('/barred-persons', { name: { family: 'Mustermann' }, reason: 'Hausverbot' })).body.case,
  };
  const answered = new Map<string, Set<string>>();

  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const { route } = sent;
      const told = await send(at, known, sent);
      const code = told.status === 200 ? 'done' : told.body.code;
      if (code === 'done') expect(route.output.safeParse(told.body).error).toBeUndefined();
      else {
        expect(codesOf(route)).toContain(code);
        expect(told.body).toMatchObject({
          status: told.status,
          detail: expect.any(String),
          instance: expect.any(String),
        });
      }
      expect(code).not.toBe('internal');
      const name = `${route.method} ${route.path}`;
      answered.set(name, (answered.get(name) ?? new Set()).add(code));
      if (code === 'done' && ['POST /visits/walk-in', 'POST /visits/expected'].includes(name))
        known.visit = told.body.case;
    }),
    { numRuns: REQUESTS },
  );

  // Else the requests would have been too odd to come as far as a handler.
  expect([...answered].filter(([, codes]) => !codes.has('done'))).toEqual([]);
  expect(answered.size).toBe(routes.length);
}, 60_000);

function send(
  at: Reception,
  known: Record<string, string>,
  { route, fields, ids, instead, who, key }: Request,
): Promise<Told> {
  const path = route.path.replace(/\{(\w+)\}/g, (_braces, name: string) =>
    encodeURIComponent(ids === 'known' ? (known[name] ?? '') : ids),
  );
  const headers = { 'X-Actor': who, 'Accept-Language': 'de' };
  if (route.method === 'POST')
    return at.post(path, instead ?? fields, { ...headers, 'Idempotency-Key': headerSafe(key) });
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`);
  return at.get(`${path}?${instead === null ? query.join('&') : encodeURI(instead.toWellFormed())}`, headers);
}

/** `fetch` itself refuses what no header can hold. */
const headerSafe = (key: string) => key.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
