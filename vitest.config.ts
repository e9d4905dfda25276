import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests read the packages' sources, not their builds: see `exports` in any package.json. */
const conditions = ['@front-office/source'];

/** One project for each workspace package, named as the package is: `vitest run --project @front-office/visits`. */
const workspaceProjects = ['packages', 'apps', 'examples']
  .flatMap((group) => (existsSync(group) ? readdirSync(group).map((name) => join(group, name)) : []))
  .filter((folder) => existsSync(join(folder, 'package.json')))
  .map((folder) => project(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name, `${folder}/test`));

export default defineConfig({
  resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
  // The global setup is loaded in an environment of its own, which must see the sources too.
  environments: {
    __vitest__: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
  },
  test: {
    globalSetup: './packages/store-postgres/test/support/cluster.ts',
    pool: 'threads',
    // A busy machine draws late: what a screen will show is waited for, and only a wrong screen needs this long.
    expect: { poll: { timeout: 10_000 } },
    projects: [...workspaceProjects, project('repo', 'test')],
    reporters: ['default', './test/closing-line.ts'],
  },
});

function project(name: string, folder: string) {
  return { extends: true as const, test: { name, include: [`${folder}/**/*.test.{ts,tsx}`] } };
}
