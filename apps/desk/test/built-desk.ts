import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the desk as it is delivered, into a folder of its own. */
export async function buildDesk() {
  const folder = await mkdtemp(join(tmpdir(), 'front-office-desk-'));
  process.env.NODE_ENV = 'production'; // vitest says `test`, and React would come with its checks for developers
  await build({
    configFile: join(import.meta.dirname, '..', 'vite.config.ts'),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
