import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

import { dataFolder } from './desk.ts';

const home = join(import.meta.dirname, '..');
const readme = await readFile(join(home, 'README.md'), 'utf8');
const programs = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '');

test('the README shows how to start a server, with news of it, and a test cluster', () => {
  expect(programs).toHaveLength(3);
});

test.each(programs)('a program in the README runs', { timeout: 15_000 }, async (code) => {
  // Imports are resolved from the package's folder; what the program writes goes into a temporary one.
  const program = `process.chdir(${JSON.stringify(await dataFolder())});\n${code}`;
  const options = ['--conditions=@front-office/source', '--input-type=module-typescript', '--eval', program];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, options, { cwd: home });
  expect(stdout).toContain('front_office');
  expect(stderr).toBe('');
});
