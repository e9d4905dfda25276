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
/** Each role that a person can have, a kiosk, and somebody with a session, who is let in at the doors. */
const AT_THE_DOOR = 'somebody at the door';
const roles = [...Object.keys(medical.roles), 'kiosk', AT_THE_DOOR];

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
    const headers = () => (role === AT_THE_DOOR ? { ...house.session(), 'X-Actor': 'owner' } : { 'X-Actor': role });
    const asked = { document, headers, canaries, runs: REQUESTS, seed: SEED, ...house };
    const report = await fuzzRole(asked).finally(house.stop);
    neverDone.set(role, report.neverDone);
    expect(report.findings).toEqual([]);
    expect(report.requests).toBe(REQUESTS);
  },
  180_000,
);

it('the requests come as far as the work itself, at every operation', () => {
  const byNobody = [...neverDone.values()].reduce((all, own) => all.filter((name) => own.includes(name)));
  expect(byNobody.filter((name) => !wantsASecret.has(name) && !wantsMuchAtOnce.has(name))).toEqual(waitingForTrouble);
});

it('without PostgreSQL, and for somebody who is not signed in, it is the same', async () => {
  const house = await twoOffices(medical);
  const asked = { document, canaries, seed: SEED, ...house };
  const reports = [
    await fuzzRole({ ...asked, headers: () => ({ 'X-Actor': 'receptionist' }), runs: 1_000 }),
    await fuzzRole({ ...asked, headers: () => ({}), runs: 1_000 }),
  ];
  await house.stop();
  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  // Some doors open to anybody; whatever lies behind one asks who it is.
  const [, nobody] = reports;
  expect(nobody?.statuses.valid[401]).toBeGreaterThan(100);
  const opened = nobody?.done.filter((name) => !opensToAnybody.has(name));
  expect(opened).toEqual([]);
}, 60_000);

/** Doors that anybody may try. */
const opensToAnybody = new Set([
  'GET /sign-in/demo',
  'HEAD /sign-in/demo',
  'POST /sign-in/demo',
  'POST /sign-in/passkey/options',
  'POST /pair/demo',
  'POST /session/end',
]);

/** What takes a password, a code, a link or a passkey that nobody guesses: other tests have them. */
const wantsASecret = new Set([
  'POST /account/one-time-codes',
  'POST /account/one-time-codes/confirm',
  'POST /account/one-time-codes/remove',
  'POST /account/passkeys',
  'POST /account/passkeys/options',
  'POST /account/passkeys/{credential}/remove',
  'POST /account/password',
  'POST /account/pin',
  'POST /account/recovery-codes',
  'POST /invitations/accept',
  'POST /invitations/look',
  'POST /pair',
  'POST /place',
  'POST /recovery',
  'POST /sessions/{session}/end',
  'POST /set-up',
  'POST /set-up/look',
  'POST /sign-in',
  'POST /sign-in/passkey',
  'POST /sign-in/second',
]);

/** What wants several things to fit at once, or a thing that others have ended by then: `test/matrix` has them. */
const wantsMuchAtOnce = new Set([
  'POST /devices/{device}/configure',
  'POST /devices/{device}/offer-again',
  'POST /devices/{device}/pairing-code',
  'POST /devices/{device}/place',
  'POST /devices/{device}/rename',
  'POST /offices/{office}/change',
  'POST /owners/{owners}/change',
  'GET /place',
  'POST /roles',
  'POST /roles/{role}/change',
  'POST /service-accounts/{account}/change',
  'POST /service-accounts/{account}/keys',
  'POST /session/end',
  'POST /session/lock',
  'POST /session/office',
  'POST /sessions/end-others',
  'POST /sign-in/demo',
  'POST /staff-members',
  'POST /staff-members/{staffMember}/change',
  'POST /staff-members/{staffMember}/invitation',
  'POST /staff-members/{staffMember}/recovery',
  'POST /staff-rights',
  'POST /staff-rights/{staffRights}/change',
  'POST /absences',
  'POST /absences/{absence}/change',
  'POST /webhooks',
  'POST /webhooks/{webhook}/change',
  'POST /webhooks/{webhook}/pause',
  'POST /webhooks/{webhook}/remove',
  'POST /webhooks/{webhook}/replay',
  'POST /webhooks/{webhook}/resume',
  'POST /webhooks/{webhook}/rotate-secret',
  'POST /deliveries/{delivery}/send-again',
]);

/** What can be done only when something has gone wrong before: a mail that nobody took, a job that gave up. */
const waitingForTrouble = [
  'POST /desk/stuck/try-again',
  'POST /messages/{message}/cancel',
  'POST /messages/{message}/send-again',
];
