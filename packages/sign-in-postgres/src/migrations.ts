import type { MigrationModule } from '@front-office/store-postgres';

/** The directory's tables. They stand on no other package's but the kernel's, so they may come anywhere after those. */
export const signInMigrations: MigrationModule = {
  module: 'sign_in',
  folder: new URL('../migrations/', import.meta.url), // one folder up from src/ and from dist/
};
