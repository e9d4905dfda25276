import { open } from 'node:fs/promises';
import { exportLog } from '@front-office/kernel';
import { createPool, createPostgresStore } from '@front-office/store-postgres';
import type { Pool } from 'pg';
import { runMaintenance } from './backup-command.ts';
import { openOffice } from './backup-source.ts';
import { officeIdOf } from './office-id.ts';

// npm run export-log: writes the sealed log for whoever checks it with front-office-verify-log. The office may be open.
await runMaintenance(async (maintenance) => {
  const { given, settings, undoAtEnd, onProgress, now } = maintenance;
  const { to = `front-office-log-${settings.office}-${now().slice(0, 10)}.jsonl` } = given;
  const store = createPostgresStore({ pool: await oneMoment(await openOffice(maintenance), undoAtEnd) });
  const file = await open(to, 'wx', 0o600);
  undoAtEnd(() => file.close());
  let rows = 0;
  for await (const line of exportLog(store, officeIdOf(settings.office))) {
    await file.write(`${line}\n`);
    onProgress({ doing: 'Writing', what: to, rows: ++rows });
  }
  await file.sync();
  return `
  Log      ${to}
  Check    npx front-office-verify-log ${to} --key ${settings.dataDir}/keys/log-public-key.pem

  It holds personal data: give it to those only who may read them.
  Die Datei enthält personenbezogene Daten: Bitte geben Sie sie nur an Personen weiter, die sie lesen dürfen.
`;
});

/** All of it is read in one transaction, as it stands at one moment: an erasure in between would look like a forgery. */
async function oneMoment(pool: Pool, undoAtEnd: (step: () => Promise<unknown>) => void): Promise<Pool> {
  const single = createPool({ connection: pool.options, max: 1 });
  undoAtEnd(() => single.end());
  await single.query(
    "select set_config('transaction_timeout', '0', false) where current_setting('transaction_timeout', true) is not null",
  );
  await single.query('begin isolation level repeatable read read only');
  return single;
}
