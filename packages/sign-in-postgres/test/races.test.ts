import type { Directory } from '@front-office/sign-in';
import { createPool, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { MINUTE_MS, newId } from '@front-office/values';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { aMembership, anAccount, aSession, aTicket, at, hashOf } from './support/people.ts';

const ASKERS = 20;

let database: TestDatabase;
let pools: readonly pg.Pool[];
/** Two servers of one house. */
let servers: readonly Directory[];
beforeAll(async () => {
  database = await testDatabase({ modules: [...migrationsOf(), signInMigrations] });
  pools = [1, 2].map(() => createPool({ connection: database.connection }));
  servers = pools.map((pool) => createPostgresDirectory({ pool }));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

/** Both servers ask at once, many times over. */
const allAtOnce = <T>(ask: (directory: Directory, index: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: ASKERS }, (_, index) => ask(servers[index % 2] as Directory, index)));

const one = () => servers[0] as Directory;
const yes = (answers: readonly boolean[]) => answers.filter(Boolean).length;

test('a ticket that many want at once is given to one', async () => {
  const ticket = aTicket();
  await one().addTicket(ticket);
  const taken = await allAtOnce((directory) => directory.takeTicket('invitation', ticket.hash, at('09:00:00')));
  expect(taken.filter((each) => each !== undefined)).toEqual([ticket]);
});

test('a recovery code is good once, and each of ten is good', async () => {
  const account = anAccount();
  await one().addAccount(account);
  const codes = Array.from({ length: 10 }, (_, index) => hashOf(`code ${index}`));
  await one().setRecoveryCodes(account.id, codes);
  const used = await allAtOnce((directory, index) => directory.useRecoveryCode(account.id, codes[index % 10] ?? ''));
  expect(yes(used)).toBe(10);
  expect(await one().recoveryCodesLeft(account.id)).toBe(0);
});

test('sets of recovery codes that are written at once never mix', async () => {
  const account = anAccount();
  await one().addAccount(account);
  const sets = Array.from({ length: ASKERS }, (_, set) => [0, 1, 2].map((code) => hashOf(`${set} ${code}`)));
  await allAtOnce((directory, index) => directory.setRecoveryCodes(account.id, sets[index] ?? []));
  expect(await one().recoveryCodesLeft(account.id)).toBe(3);
});

test('a one-time code is good once', async () => {
  const account = anAccount();
  await one().addAccount(account);
  expect(yes(await allAtOnce((directory) => directory.useTotpStep(account.id, 59_000_000)))).toBe(1);
});

test('a passkey that counts cannot be used twice with one count', async () => {
  const account = anAccount();
  await one().addAccount(account);
  const credential = newId();
  await one().addPasskey({
    credential,
    account: account.id,
    publicKey: 'cose',
    counter: 4_294_967_294,
    transports: ['internal'],
    label: 'Mein Telefon',
    createdAt: at('08:00:00'),
    lastUsedAt: null,
  });
  const used = await allAtOnce((directory) => directory.usePasskey(credential, 4_294_967_295, at('09:00:00')));
  expect(yes(used)).toBe(1);
});

test('of many who want one sign-in name one gets it', async () => {
  const { name } = anAccount();
  expect(yes(await allAtOnce((directory) => directory.addAccount(anAccount({ name }))))).toBe(1);
});

test('of many changes of one account, and of one session, one is kept', async () => {
  const account = anAccount();
  await one().addAccount(account);
  const session = aSession(account.id);
  await one().addSession(session);
  const renamed = await allAtOnce((directory, index) =>
    directory.changeAccount({ ...account, shownAs: `Anna ${index}` }),
  );
  expect(yes(renamed)).toBe(1);
  const moved = await allAtOnce((directory) => directory.changeSession({ ...session, hash: hashOf(newId()) }));
  expect(yes(moved)).toBe(1);
});

test('an account is one staff member of an office, and a staff member has one account', async () => {
  const accounts = Array.from({ length: ASKERS }, () => anAccount());
  await Promise.all(accounts.map((account) => one().addAccount(account)));
  const { office, staff } = aMembership(newId());
  const account = accounts[0]?.id ?? '';
  const asOne = await allAtOnce((directory) => directory.addMembership(aMembership(account, { office })));
  expect(yes(asOne)).toBe(1);
  const forOne = await allAtOnce((directory, index) =>
    directory.addMembership(aMembership(accounts[index]?.id ?? '', { office, staff })),
  );
  expect(yes(forOne)).toBe(1);
});

test('what both servers count is counted together, and a new window begins once', async () => {
  const key = newId();
  const first = await allAtOnce((directory) => directory.count(key, MINUTE_MS, at('09:00:00')));
  const numbers = Array.from({ length: ASKERS }, (_, index) => index + 1);
  expect([...first].sort((a, b) => a - b)).toEqual(numbers);
  const next = await allAtOnce((directory) => directory.count(key, MINUTE_MS, at('09:01:00')));
  expect([...next].sort((a, b) => a - b)).toEqual(numbers);
});

test('counting, forgetting and tidying at once disturb nobody', async () => {
  const key = newId();
  await allAtOnce<unknown>((directory, index) => {
    if (index % 3 === 0) return directory.forget(key);
    if (index % 3 === 1) return directory.tidy(at('23:00:00'));
    return directory.count(key, MINUTE_MS, at('09:00:00'));
  });
  await one().forget(key);
  expect(await one().count(key, MINUTE_MS, at('09:00:00'))).toBe(1);
});
