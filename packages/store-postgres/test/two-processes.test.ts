import { createKernel } from '@front-office/kernel';
import { parcel, person } from '@front-office/kernel/store-behaviour';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { createPool, createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, expect, test } from 'vitest';

const COMMANDS = 200;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('two servers on one database take 200 commands on one case as if in a row', async () => {
  const porter = actor('porter', 'parcels.manage');
  const office = newId();
  const pools = [1, 2].map(() => createPool({ connection: database.connection }));
  const now = new ManualClock('2026-06-30T08:00:00+02:00').now;
  const [one, other] = pools.map((pool) =>
    createKernel({ store: createPostgresStore({ pool }), now, definitions: [parcel, person], ports: {} }),
  );
  if (!one || !other) throw new Error('two pools make two kernels');
  const opened = await one.dispatch(
    parcel,
    'handIn',
    { recipient: 'Muster', shelf: 'A' },
    { office, actor: porter, request: newId() },
  );
  if (opened.refused) throw new Error(opened.refused.code);

  const asked = Array.from({ length: COMMANDS }, (_, index) => ({
    kernel: index % 2 === 0 ? one : other,
    request: newId(),
    shelf: `B${index}`,
  }));
  const answers = await Promise.all(
    asked.map(({ kernel, request, shelf }) =>
      kernel.dispatch(parcel, 'move', { shelf }, { office, actor: porter, request, case: opened.case }),
    ),
  );

  const accepted = asked.filter((_, index) => !answers[index]?.refused);
  for (const answer of answers) expect([undefined, 'busy']).toContain(answer.refused?.code);
  const log = (await one.store.log(office, opened.case)).slice(1);
  expect(log.map(({ version }) => version)).toEqual(accepted.map((_, index) => index + 2));
  expect(log.map(({ request }) => request).sort()).toEqual(accepted.map(({ request }) => request).sort());
  const versions = answers.flatMap((answer) => (answer.refused ? [] : [answer.version]));
  expect(new Set(versions).size).toBe(accepted.length);
  const row = (await one.store.load({ office, workflow: 'parcel', case: opened.case, lookups: [] })).case;
  expect(log.at(-1)?.input).toEqual({ shelf: row?.snapshot.context.shelf });
  await Promise.all(pools.map((pool) => pool.end()));
});
