import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { type Expression, expressionsIn } from './expressions/find.ts';
import { todaysDocument } from './openapi/todays-document.ts';

const root = join(import.meta.dirname, '..');

/**
 * Expressions whose time grows by the square of a text that nobody outside can make long. Nothing that grows faster is
 * ever taken.
 */
const shortTexts: Readonly<Record<string, string>> = {
  'packages/postgres-embedded/src/launch.ts': 'a line of the log of our own database server',
  'packages/postgres-embedded/src/process-identity.ts': 'one line that the system’s `ps` says of one process',
  'packages/postgres-backup/src/folders.ts': 'a file name, of at most 255 bytes',
  'packages/http-express/src/bug-log.ts': 'a frame of a stack, behind the message of the error',
  'packages/sign-in/src/password-rules.ts': 'a password, whose length is checked first',
};

interface Slow extends Expression {
  readonly growth: string;
}

/** Those whose time some text can make grow by more than its length. */
async function slow(expressions: readonly Expression[]): Promise<Slow[]> {
  const once = new Map(expressions.map((expression) => [`/${expression.source}/${expression.flags}`, expression]));
  const judged = [...once.values()].map(async (expression) => {
    const { source, flags } = expression;
    const diagnosed = await check(source, flags, { timeout: 20_000 });
    if (diagnosed.status === 'safe') return [];
    return [{ ...expression, growth: diagnosed.status === 'vulnerable' ? diagnosed.complexity.type : 'unknown' }];
  });
  return (await Promise.all(judged)).flat();
}

/** Every `pattern` of the API’s document, which we and every integrator run on what somebody sends. */
function patternsIn(value: unknown, place = ''): Expression[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name === 'pattern' && typeof inside === 'string'
      ? [{ source: inside, flags: 'u', place }]
      : patternsIn(inside, `${place}/${name}`),
  );
}

const fileOf = ({ place }: Expression) => place.replace(/:\d+$/, '');

describe('no text can hold up the regular expressions', () => {
  it('of the sources, but for a few that only ever see short texts', async () => {
    const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: root });
    const all = files.flatMap((file) => expressionsIn(readFileSync(join(root, file), 'utf8'), file));
    expect(all.length).toBeGreaterThan(50);
    const found = await slow(all);
    expect(found.filter((one) => one.growth !== 'polynomial' || !(fileOf(one) in shortTexts))).toEqual([]);
    const needed = new Set(found.map(fileOf));
    expect(Object.keys(shortTexts).filter((file) => !needed.has(file))).toEqual([]);
  }, 60_000);

  it('of the API document', async () => {
    const all = patternsIn(todaysDocument());
    expect(all.length).toBeGreaterThan(50);
    expect(await slow(all)).toEqual([]);
  }, 60_000);
});

describe('a bad expression', () => {
  const here = 'planted.ts';

  it.each([
    ['const bad = /^(a+)+$/', 'exponential'],
    [`const bad = new RegExp('(x|x)*y')`, 'exponential'],
    [String.raw`const bad = /^(?:[\w-]+\.?)+@example/iu`, 'exponential'],
    [String.raw`const bad = /\s+$/`, 'polynomial'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is a program
    ['const word = String.raw`\\w+`; const bad = RegExp(`^(?:${word})*$`)', 'exponential'],
  ])('is found in %s', async (code, growth) => {
    expect(await slow(expressionsIn(code, here))).toMatchObject([{ growth, place: 'planted.ts:1' }]);
  });

  it('is found in a page, a class and an argument, each with its line', () => {
    const code = 'class A { b = /a/; }\nf(/b/g);\nconst page = <p title="/c/">{/d/.test(x) && 1 / 2 / 3}</p>;';
    expect(expressionsIn(code, 'planted.tsx')).toEqual([
      { source: 'a', flags: '', place: 'planted.tsx:1' },
      { source: 'b', flags: 'g', place: 'planted.tsx:2' },
      { source: 'd', flags: '', place: 'planted.tsx:3' },
    ]);
  });

  it('is found in a schema', async () => {
    const found = await slow(patternsIn({ components: { properties: { name: { pattern: '^(\\w+\\s?)*$' } } } }));
    expect(found).toMatchObject([{ growth: 'exponential', place: '/components/properties/name' }]);
  });

  it('cannot hide behind what is known only at run time', () => {
    expect(() => expressionsIn('new RegExp(prefix + x)', here)).toThrow('cannot be read off');
  });
});
