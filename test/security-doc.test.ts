import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requirements } from './security/asvs.ts';
import { faultsOf, knownFailuresOf, linesOf } from './security/table.ts';

const root = join(import.meta.dirname, '..');

function read(file: string): string | undefined {
  const place = join(root, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

describe('docs/security.md', () => {
  const lines = linesOf(read('docs/security.md') ?? '');

  it('has every requirement of ASVS 5.0 at levels 1 and 2, each once, in order and at its level', () => {
    expect(requirements.size).toBe(253);
    expect([...requirements.values()].filter((level) => level === 1)).toHaveLength(70);
    expect(lines.map(({ id, level }) => [id, level])).toEqual([...requirements]);
  });

  it('names tests that are there, and documents that are there', () => {
    expect(lines.flatMap((line) => faultsOf(line, read))).toEqual([]);
  });
});

describe('the known failures of other systems', () => {
  const failures = knownFailuresOf(read('docs/security.md') ?? '');

  it('are each known from somewhere, and each held by a test that is there', () => {
    expect(failures.length).toBeGreaterThanOrEqual(7);
    expect(failures.filter(({ here, held }) => here === '' || !held.includes(' › '))).toEqual([]);
    expect(failures.flatMap((line) => faultsOf(line, read))).toEqual([]);
  });

  it('have no test that the page does not name', () => {
    const tests = readdirSync(join(root, 'test/known-failures')).filter((name) => name.endsWith('.test.ts'));
    const held = failures.map((line) => line.held).join();
    expect(tests.filter((name) => !held.includes(`test/known-failures/${name} › `))).toEqual([]);
  });
});

describe('a line', () => {
  const files: Readonly<Record<string, string>> = { 'a.test.ts': "it('holds', () => {})", 'a.md': '' };
  const faultsWith = (held: string, here = 'so') => faultsOf({ id: 'V1.1.1', here, held }, (file) => files[file]);

  it.each(['open', 'not applicable', '`a.test.ts › holds`', '`a.md`', '`a.test.ts › holds`; `a.md`'])(
    'may say %s',
    (held) => {
      expect(faultsWith(held)).toEqual([]);
    },
  );

  it.each(['', 'yes', '`a.test.ts`', '`a.test.ts › breaks`', '`b.test.ts › holds`', '`b.md`', '`a.md`; `b.md`'])(
    'may not say "%s"',
    (held) => expect(faultsWith(held)).toHaveLength(1),
  );

  it('is not applicable for a reason only', () => {
    expect(faultsWith('not applicable', '')).toHaveLength(1);
    expect(faultsWith('open', '')).toHaveLength(1);
  });

  it('is read from its table, and nothing else is', () => {
    const text =
      '# V1\n\n| id | level | asks | here | held by |\n| --- | --- | --- | --- | --- |\n| V1.1.1 | 2 | a | b | open |\n';
    expect(linesOf(text)).toEqual([{ id: 'V1.1.1', level: 2, here: 'b', held: 'open' }]);
  });
});
