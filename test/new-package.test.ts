import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What a package needs of the workspace around it, besides its dependencies. */
const surroundings = [
  '.dependency-cruiser.cjs',
  '.dependency-cruiser.domains.json',
  '.gitignore',
  'biome.json',
  'scripts/new-package.mjs',
  'templates',
  'test/closing-line.ts',
  'test/support/readme.ts',
  'tsconfig.base.json',
  'tsup.base.ts',
];

/** As in vitest.config.ts, without the other packages and what they set up. */
const vitestConfig = {
  ssr: { resolve: { conditions: ['@front-office/source', 'module', 'node'] } },
  test: { include: ['packages/*/test/**/*.test.ts'], reporters: ['./test/closing-line.ts'] },
};

let workspace: string;

beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'front-office-new-')));
  for (const path of surroundings) cpSync(join(root, path), join(workspace, path), { recursive: true });
  writeFileSync(join(workspace, 'vitest.config.js'), `export default ${JSON.stringify(vitestConfig)};`);
  for (const tool of ['@types', 'fast-check', 'tsup', 'typescript', 'vitest']) link(`node_modules/${tool}`);
});
afterEach(() => rmSync(workspace, { recursive: true }));

describe('pnpm new-package', () => {
  // Lines break and imports are sorted by names: a short one and the longest show that the template minds neither.
  test.each(['zoo', 'lost-and-found-of-the-old-town'])(
    'makes %s, which compiles, is tidy and passes its own tests',
    { timeout: 60_000 },
    async (name) => {
      expect(await newPackage(name)).toMatchObject({ code: 0 });
      link(`packages/${name}/node_modules`, 'packages/visits/node_modules');

      const [types, tidy, tests] = await Promise.all([
        tool('tsc', '-p', `packages/${name}/tsconfig.json`),
        tool('biome', 'check', '--error-on-warnings', 'packages', '.dependency-cruiser.domains.json'),
        tool('vitest', 'run'),
      ]);
      expect(types).toEqual({ code: 0, output: '' });
      expect(tidy).toMatchObject({ code: 0 });
      expect(tests).toMatchObject({ code: 0, output: expect.stringMatching(/^[1-9]\d* passed, 0 failed$/m) });
    },
  );

  test('tells the boundaries of the new domain', async () => {
    await newPackage('lost-property');
    const { forbidden } = createRequire(import.meta.url)(join(workspace, '.dependency-cruiser.cjs'));
    const from = (rule: string): string => forbidden.find(({ name }: { name: string }) => name === rule)?.from.path;
    expect(from('layer-lost-property')).toBe('^packages/lost-property/src/');
    expect('packages/lost-property/src/index.ts').toMatch(new RegExp(from('domain-to-domain')));
  });

  test('lists a domain that was planned only once', async () => {
    writeFileSync(join(workspace, '.dependency-cruiser.domains.json'), '["lost-property"]\n');
    expect(await newPackage('lost-property')).toMatchObject({ code: 0 });
    expect(domains()).toBe('["lost-property"]\n');
  });

  test('leaves none of its example behind', async () => {
    const { output } = await newPackage('lost-property');
    const files = [...output.matchAll(/^ {2}(\S+\/\S+)$/gm)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(20);
    const texts = files.map((path) => `${path}\n${readFileSync(join(workspace, path), 'utf8')}`);
    expect(texts.filter((text) => /example.?domain/i.test(text))).toEqual([]);
  });

  test.each([
    [[], 'Give the new package one name'],
    [['lost', 'property'], 'Give the new package one name'],
    [['LostProperty'], 'is no name for a package'],
    [['../lost'], 'is no name for a package'],
    [['lost--property'], 'is no name for a package'],
    [['lost-property-'], 'is no name for a package'],
    [['lost'.padEnd(31, 't')], 'is too long'],
    [['order'], 'PostgreSQL keeps the word'],
    [['http-express'], 'a package that is no domain'],
  ])('refuses %j and changes nothing', async (names, reason) => {
    expect(await newPackage(...names)).toEqual({ code: 1, output: oneSentence(reason) });
    expect(readdirSync(workspace)).not.toContain('packages');
    expect(domains()).toBe(readFileSync(join(root, '.dependency-cruiser.domains.json'), 'utf8'));
  });

  test('overwrites nothing: not a package, and not the changeset of one that was removed', async () => {
    mkdirSync(join(workspace, 'packages/kept'), { recursive: true });
    expect(await newPackage('kept')).toEqual({ code: 1, output: oneSentence('packages/kept is there already') });
    expect(readdirSync(join(workspace, 'packages/kept'))).toEqual([]);

    mkdirSync(join(workspace, '.changeset'));
    writeFileSync(join(workspace, '.changeset/removed-first.md'), 'mine');
    const reason = '.changeset/removed-first.md: there already';
    expect(await newPackage('removed')).toEqual({ code: 1, output: oneSentence(reason) });
    expect(readFileSync(join(workspace, '.changeset/removed-first.md'), 'utf8')).toBe('mine');
    expect(readdirSync(join(workspace, 'packages'))).toEqual(['kept']);
  });
});

const newPackage = (...names: readonly string[]) => run(process.execPath, 'scripts/new-package.mjs', ...names);

const domains = () => readFileSync(join(workspace, '.dependency-cruiser.domains.json'), 'utf8');

/** One line that holds this text: no stack of a program that broke. */
const oneSentence = (text: string) =>
  expect.stringMatching(new RegExp(`^[^\\n]*${text.replaceAll('.', '\\.')}[^\\n]*\\n$`));

function link(path: string, target = path): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  symlinkSync(join(root, target), join(workspace, path), 'junction');
}

const tool = (name: string, ...args: readonly string[]) => run(join(root, 'node_modules/.bin', name), ...args);

/** Runs a program in the new workspace, apart from the test run that we are in. */
function run(program: string, ...args: readonly string[]): Promise<{ code: number; output: string }> {
  const own = Object.entries(process.env).filter(([key]) => !/^(VITEST|CHECKS_PASSED|NODE_ENV|TEST$)/.test(key));
  const env = { ...Object.fromEntries(own), PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: workspace, env, shell: process.platform === 'win32' }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}
