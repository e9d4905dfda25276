import { backUp, recordErasures, refuseRunning } from '@front-office/postgres-backup';
import type { Pool } from 'pg';
import { type Maintenance, runMaintenance } from './backup-command.ts';
import { hasOffice } from './backup-folder.ts';
import { MaintenanceRefused } from './backup-refusals.ts';
import { openClosedOffice, openUrl } from './backup-source.ts';
import { fill, restoreBuiltIn } from './restore-built-in.ts';
import { finishRestore } from './restore-swap.ts';

// npm run move: takes the office into an empty PostgreSQL of one's own, or back into the built-in one.
await runMaintenance(async (maintenance) => {
  const { from, to } = maintenance.given;
  if (from === undefined && to !== undefined) return moveOut(maintenance, to);
  if (from !== undefined && to === undefined) return moveBack(maintenance, from);
  throw new MaintenanceRefused('no_target');
});

async function moveOut(maintenance: Maintenance, to: string): Promise<string> {
  const { databaseUrl } = maintenance.settings;
  const target = await openUrl(maintenance, '--to', to);
  const source = await (databaseUrl === undefined
    ? openClosedOffice(maintenance)
    : openUrl(maintenance, 'DATABASE_URL', databaseUrl));
  const folder = await saveForMove(maintenance, source);
  await fill(maintenance, target, folder, []); // the office is closed: nothing was erased since
  return `
  Moved    the office, verified by counts and hashes
  Backup   ${folder}

  From now on, start it with
    DATABASE_URL=${withoutPassword(to)} npm start
  The former database is unchanged. Do not work on with it: nothing that is done there comes along.
  Starten Sie das Büro von nun an mit DATABASE_URL. Die frühere Datenbank ist unverändert; bitte arbeiten Sie nicht mit ihr weiter.
`;
}

async function moveBack(maintenance: Maintenance, from: string): Promise<string> {
  const { dataDir } = maintenance.settings;
  await finishRestore(dataDir);
  if (hasOffice(dataDir)) throw new MaintenanceRefused('folder_taken', { folder: dataDir });
  const source = await openUrl(maintenance, '--from', from);
  const folder = await saveForMove(maintenance, source);
  await restoreBuiltIn(maintenance, folder);
  return `
  Moved    the office into ${dataDir}, verified by counts and hashes
  Backup   ${folder}

  From now on, start it without DATABASE_URL. The former database is unchanged. Do not work on with it.
  Starten Sie das Büro von nun an ohne DATABASE_URL. Die frühere Datenbank ist unverändert; bitte arbeiten Sie nicht mit ihr weiter.
`;
}

/** A move is a backup that is restored elsewhere. */
async function saveForMove({ backups, product, now, onProgress }: Maintenance, source: Pool): Promise<string> {
  await refuseRunning(source);
  const { folder } = await backUp({ pool: source, folder: backups, label: 'move', product, now, onProgress });
  await recordErasures({ pool: source, folder: backups });
  return folder;
}

/** Terminals remember what they show. */
function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:/?#@]*):[^@/?#]*@/, '$1:***@');
}
