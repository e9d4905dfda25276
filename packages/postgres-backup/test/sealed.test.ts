import type { Store } from '@front-office/kernel';
import { createKernel } from '@front-office/kernel';
import {
  checkpointLine,
  headerLine,
  newSigningKey,
  publicKeyOf,
  rowLine,
  verifyExport,
} from '@front-office/sealed-log';
import { createPostgresStore } from '@front-office/store-postgres';
import { instantOf } from '@front-office/values';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { database, deskOn, folder, offices, restore, save } from './support/key-desk.ts';
import { loan } from './support/loans.ts';

const signingKey = newSigningKey();

async function seal(pool: pg.Pool): Promise<Store> {
  const store = createPostgresStore({ pool });
  const now = () => instantOf(Date.now());
  await createKernel({ store, now, definitions: [loan], ports: {}, signingKey }).afterCommit.seal();
  return store;
}

async function* exported(store: Store) {
  yield headerLine(offices[0]);
  for (const line of await store.seals.read(offices[0], 0, 1_000)) {
    yield 'row' in line ? rowLine(line.index, line.row) : checkpointLine(line.checkpoint);
  }
}

it('the sealed log still verifies after a restore, and is sealed on', async () => {
  const source = await database();
  const desk = deskOn(source.pool);
  const id = await desk.lend();
  await desk.extend(id, 'eine Woche länger');
  const gone = await desk.lend();
  await seal(source.pool);
  await desk.erase(gone);
  const kept = (await seal(source.pool)).seals;
  const checkpoint = (await kept.read(offices[0], 0, 100))
    .flatMap((line) => ('row' in line ? [] : [line.checkpoint]))
    .at(-1);
  await desk.extend(id, 'nicht versiegelt');
  const backup = await save(source.pool, await folder());
  const target = await database([]);
  await restore(target.pool, backup.folder);

  await deskOn(target.pool).giveBack(id);
  const store = await seal(target.pool);
  const verdict = await verifyExport(exported(store), {
    publicKey: publicKeyOf(signingKey),
    keptCheckpoints: [checkpoint ?? ''],
  });
  expect(verdict).toMatchObject({ ok: true, rows: 6, sealedSize: 6, erased: 1, problems: [] });
});
