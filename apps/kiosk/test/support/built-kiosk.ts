import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export interface BuiltKiosk {
  readonly folder: string;
  remove(): Promise<void>;
}

/** The kiosk as visitors get it, built from the sources of this moment into a folder of its own. */
export async function buildKiosk(): Promise<BuiltKiosk> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-'));
  await build({
    root: join(import.meta.dirname, '../..'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
