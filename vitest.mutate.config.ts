import { defineConfig } from 'vitest/config';

const conditions = ['@front-office/source', 'module', 'node', 'development|production'];

/** What `pnpm mutate` runs for each mutant: the kernel's unit suites on the memory store, without PostgreSQL. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/kernel/test/**/*.test.ts'],
    exclude: ['packages/kernel/test/readme.test.ts'],
    pool: 'threads',
  },
});
