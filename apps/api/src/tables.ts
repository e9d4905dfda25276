import { modules } from '@front-office/office';
import { signInMigrations } from '@front-office/sign-in-postgres';
import { migrationsOf } from '@front-office/store-postgres';

/** Every table of the server: the kernel's, those of each package, and the directory of who signs in. */
export const tables = [...migrationsOf(modules), signInMigrations];
