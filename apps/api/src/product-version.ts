import { readFileSync } from 'node:fs';

/** Of the program, for what outlives it: a backup. */
export function productVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')); // from src/ as from dist/
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
