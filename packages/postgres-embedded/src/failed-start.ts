import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ClusterNotCreated } from './cluster.ts';
import { NotStarted } from './launch.ts';
import { fromOutput, fromSystemError, PostgresUnavailable } from './unavailable.ts';

/** What PostgreSQL or initdb said in words of ours; any other error as it is. */
export function fromFailedStart(error: unknown, dataDir: string, logFile: string): unknown {
  const tellsItself = error instanceof NotStarted || error instanceof ClusterNotCreated;
  return tellsItself ? fromOutput(error.message, dataDir, logFile) : error;
}

/** Why a server that ran could not be started again. */
export async function whyNotAgain(error: unknown, dataDir: string, logFile: string): Promise<PostgresUnavailable> {
  if (isMissing(error)) return new PostgresUnavailable({ code: 'folder_missing', folder: dataDir }, error);
  const told = fromSystemError(fromFailedStart(error, dataDir, logFile), dataDir);
  if (told instanceof PostgresUnavailable && told.code !== 'start_failed') return told;
  // A disk that takes nothing does not take the lines of the log either that would say so.
  const said = await writeNothingMuch(dataDir).catch((refused: unknown) => fromSystemError(refused, dataDir));
  if (said instanceof PostgresUnavailable) return said;
  if (told instanceof PostgresUnavailable) return told;
  const lastLine = error instanceof Error ? error.message : String(error);
  return new PostgresUnavailable({ code: 'start_failed', logFile, lastLine }, error);
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function writeNothingMuch(dataDir: string): Promise<void> {
  const file = join(dataDir, 'space.probe');
  try {
    await writeFile(file, Buffer.alloc(8_192));
  } finally {
    await rm(file, { force: true });
  }
}
