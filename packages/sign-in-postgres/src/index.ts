export { signInMigrations } from './migrations.ts';
export { createPostgresDirectory } from './postgres-directory.ts';
