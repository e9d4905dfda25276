import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  // Straight from the packages' sources, as the tests read them: nothing has to be built first.
  resolve: { conditions: ['@front-office/source', ...defaultClientConditions] },
  // What the server's Content-Security-Policy allows: files of its own, nothing inline and no data: addresses.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // While the screens are worked on, the API is the one that `npm start` runs.
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
