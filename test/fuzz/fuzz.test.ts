import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '../../packages/office/src/index.ts';
import { createPostgresStore, migrationsOf } from '../../packages/store-postgres/src/index.ts';
import { type TestDatabase, testDatabase } from '../../packages/store-postgres/src/testing.ts';
import { medical } from '../../packages/verticals/src/index.ts';
import { todaysDocument } from '../openapi/todays-document.ts';
import { fuzzRole } from './fuzz-role.ts';
import { canaries, twoOffices } from './two-offices.ts';

/** For a longer hunt: `FUZZ_REQUESTS=100000 FUZZ_SEED=7 vitest run --project repo test/fuzz/fuzz.test.ts`. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20260630);
const document = todaysDocument();
const roles = [...Object.keys(medical.roles), 'kiosk'];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf(modules) });
});
afterAll(() => database.drop());

const neverDone = new Map<string, readonly string[]>();

it.each(roles)(
  '%s gets no answer outside of the document, and nothing of another office',
  async (role) => {
    const house = await twoOffices(medical, createPostgresStore({ pool: database.pool }));
    const asked = { document, headers: { 'X-Actor': role }, canaries, runs: REQUESTS, seed: SEED, ...house };
    const report = await fuzzRole(asked).finally(house.stop);
    neverDone.set(role, report.neverDone);
    expect(report.findings).toEqual([]);
    expect(report.requests).toBe(REQUESTS);
  },
  180_000,
);

it('the requests come as far as the work itself, at every operation', () => {
  const byNobody = [...neverDone.values()].reduce((all, own) => all.filter((name) => own.includes(name)));
  expect(byNobody).toEqual(waitingForTrouble);
});

it('without PostgreSQL, and for somebody who is not signed in, it is the same', async () => {
  const house = await twoOffices(medical);
  const asked = { document, canaries, seed: SEED, ...house };
  const reports = [
    await fuzzRole({ ...asked, headers: { 'X-Actor': 'receptionist' }, runs: 1_000 }),
    await fuzzRole({ ...asked, headers: {}, runs: 1_000 }),
  ];
  await house.stop();
  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  expect(reports[1]?.statuses.valid).toEqual({ 401: expect.any(Number) });
}, 60_000);

/** What can be done only when something has gone wrong before: a mail that nobody took, a job that gave up. */
const waitingForTrouble = [
  'POST /desk/stuck/try-again',
  'POST /messages/{message}/cancel',
  'POST /messages/{message}/send-again',
];
