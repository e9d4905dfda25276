import { defineConfig } from 'tsup';

/** One ESM build for every package; declarations come from `tsc` (tsup 9 cannot write them with TypeScript 7). */
export const library = (entry: string[] = ['src/index.ts']) =>
  defineConfig({ entry, format: 'esm', target: 'node22', dts: false, clean: true, sourcemap: true, splitting: true });
