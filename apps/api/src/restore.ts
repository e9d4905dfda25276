import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { erasuresIn, listBackups, openBackup, readJournal } from '@front-office/postgres-backup';
import { type Maintenance, runMaintenance } from './backup-command.ts';
import { hasOffice } from './backup-folder.ts';
import { MaintenanceRefused } from './backup-refusals.ts';
import { openOffice, openUrl } from './backup-source.ts';
import { fill, restoreBuiltIn } from './restore-built-in.ts';

// npm run restore: puts a backup in the place of the office, or into an empty database of one's own.
await runMaintenance(async (maintenance) => {
  const { given, settings } = maintenance;
  if (given.from !== undefined || (settings.databaseUrl !== undefined && given.to === undefined)) {
    throw new MaintenanceRefused('no_target');
  }
  const folder = await chosen(maintenance);
  await openBackup(folder); // what is no backup is refused before anything is begun
  return given.to === undefined ? intoBuiltIn(maintenance, folder) : intoOwn(maintenance, folder, given.to);
});

async function chosen({ given, backups }: Maintenance): Promise<string> {
  const names = await listBackups(backups);
  const name = given.backup === 'latest' ? names[0] : given.backup;
  if (name !== undefined) {
    const found = [join(backups, name), resolve(name)].find((path) => existsSync(path));
    if (found !== undefined) return found;
  }
  throw new MaintenanceRefused('no_backup_named', { folder: backups, names });
}

async function intoBuiltIn(maintenance: Maintenance, folder: string): Promise<string> {
  const { manifest, erased, former, unread } = await restoreBuiltIn(maintenance, folder);
  return `
  Restored   the office as it was on ${manifest.madeAt}, verified by counts and hashes
  From       ${folder}
  Before     ${former ?? 'there was no database'}
${erasedLines(erased, unread)}
  Open it with npm start. Delete the former database when you are sure that you do not need it: it holds personal data.
  Öffnen Sie das Büro mit npm start. Bitte löschen Sie die frühere Datenbank, sobald Sie sie sicher nicht mehr brauchen: Sie enthält personenbezogene Daten.
`;
}

async function intoOwn(maintenance: Maintenance, folder: string, to: string): Promise<string> {
  const told = await erasuresOfOffice(maintenance);
  const target = await openUrl(maintenance, '--to', to);
  const erasures = [...(await readJournal(maintenance.backups)), ...(told ?? [])];
  const { manifest, erased } = await fill(maintenance, target, folder, erasures);
  return `
  Restored   the office as it was on ${manifest.madeAt}, verified by counts and hashes
  From       ${folder}
  To         the database of --to
${erasedLines(erased, told === undefined)}
  To work on it, set DATABASE_URL to its address and run npm start.
  Um damit zu arbeiten, setzen Sie DATABASE_URL auf die Adresse und starten Sie mit npm start.
`;
}

/** What the office that there is now says was erased. Nothing when it cannot be read; no erasures when there is none. */
async function erasuresOfOffice(maintenance: Maintenance) {
  const { databaseUrl, dataDir } = maintenance.settings;
  if (databaseUrl === undefined && !hasOffice(dataDir)) return [];
  try {
    return await erasuresIn(await openOffice(maintenance));
  } catch {
    return undefined;
  }
}

function erasedLines(erased: number, unread: boolean): string {
  const again = `  Erased     ${erased} cases again that were erased after the backup\n`;
  if (!unread) return again;
  return `${again}  Note       the former database could not be read: only what the journal (erasures.jsonl) knows was erased again\n`;
}
