import { backUp, recordErasures } from '@front-office/postgres-backup';
import { runMaintenance } from './backup-command.ts';
import { openOffice } from './backup-source.ts';

// npm run backup: writes a backup of the office, which may be open meanwhile.
await runMaintenance(async (maintenance) => {
  const { given, backups, product, now, onProgress } = maintenance;
  const pool = await openOffice(maintenance);
  const { label = 'manual' } = given;
  const { folder, manifest } = await backUp({ pool, folder: backups, label, product, now, onProgress });
  await recordErasures({ pool, folder: backups });
  const cases = manifest.offices.reduce((sum, office) => sum + office.cases, 0);
  return `
  Backup   ${folder}
  Holds    ${cases} cases of ${manifest.offices.length} offices; the signing key is not in it

  It holds personal data: keep it as safe as the office, and not longer than you may.
  Die Sicherung enthält personenbezogene Daten: Bitte verwahren Sie sie so sicher wie das Büro, und nicht länger als erlaubt.
`;
});
