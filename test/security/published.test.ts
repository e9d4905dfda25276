import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sources } from './sources.ts';

const root = join(import.meta.dirname, '../..');

it('a package publishes what it runs on, and neither its tests nor anything beside them', () => {
  const manifests = globSync('packages/*/package.json', { cwd: root });
  expect(manifests.length).toBeGreaterThan(10);
  for (const file of manifests) {
    const { files } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { files?: string[] };
    expect([file, files?.filter((name) => !['dist', 'src', 'migrations'].includes(name))]).toEqual([file, []]);
  }
});

it('nothing that runs in the product imports what is there for tests alone', () => {
  const importing = [...sources].filter(([, text]) =>
    /(?:from |import |import\()'[^']*(?:\/testing(?:\/[^']*)?(?:\.ts)?|\/test\/[^']*|vitest)'/.test(text),
  );
  expect(importing.map(([file]) => file)).toEqual([]);
});
