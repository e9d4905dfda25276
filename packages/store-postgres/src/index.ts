export { checkDatabase, DatabaseUnfit, type DatabaseUnfitCode } from './check.ts';
export { kernelMigrations, type MigrateOptions, migrate, migrationsOf, pendingMigrations } from './migrate.ts';
export type { Migration, MigrationModule } from './migration-files.ts';
export { type MigrationFigures, type MigrationRefusalCode, MigrationRefused } from './migration-refused.ts';
export { createPool, type PoolOptions } from './pool.ts';
export { createPostgresStore, type PostgresStore } from './postgres-store.ts';
