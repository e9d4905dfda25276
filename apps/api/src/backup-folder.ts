import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL's own files in a data folder. */
export const clusterIn = (dataDir: string) => join(dataDir, 'cluster');

/** Whether the data folder has a database. */
export const hasOffice = (dataDir: string) => existsSync(join(clusterIn(dataDir), 'PG_VERSION'));

/** Where an office's backups lie, and the journal of what was erased. */
export const backupsIn = (dataDir: string) => join(dataDir, 'backups');
