import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildKiosk } from './support/built-kiosk.ts';

const MOST_KB = 45;

it(`the first load is at most ${MOST_KB} KB of gzipped JavaScript, without a schema library or an inline script`, async () => {
  const { folder, remove } = await buildKiosk();
  try {
    const names = await readdir(folder, { recursive: true });
    const scripts = await Promise.all(
      names.filter((name) => name.endsWith('.js')).map((name) => readFile(join(folder, name))),
    );
    const kilobytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000;
    expect(kilobytes).toBeGreaterThan(5);
    expect(kilobytes).toBeLessThanOrEqual(MOST_KB);
    for (const script of scripts) expect(script.toString()).not.toMatch(/ZodError|invalid_type|new Function/);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).not.toMatch(/<script>|<style|style=/);
  } finally {
    await remove();
  }
});
