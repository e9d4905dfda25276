import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../../test/support/server.ts';

const main = join(import.meta.dirname, '../src/main.ts');

it('a Ctrl-C while the office opens closes it again, with its database', { timeout: 60_000 }, async () => {
  const folder = await dataFolder();
  const child = spawn(process.execPath, ['--conditions=@front-office/source', main], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder.path },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  const postgresRuns = () => existsSync(join(folder.path, 'cluster', 'postmaster.pid'));
  await expect.poll(postgresRuns, { timeout: 30_000, interval: 5 }).toBe(true);
  child.kill('SIGINT');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(output).not.toContain('Desk');
  expect(output).toContain('Nothing is left running.');
  expect(postgresRuns()).toBe(false);
  await folder.remove();
});
