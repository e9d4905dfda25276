import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/kiosk/',
  resolve: { conditions: ['@front-office/source', ...defaultClientConditions] },
  oxc: { jsx: { importSource: 'preact' } },
  // Every browser that runs the kiosk preloads modules by itself.
  build: { outDir: 'dist', modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
