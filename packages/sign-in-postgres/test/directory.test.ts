import { describeDirectory } from '@front-office/sign-in/directory-behaviour';
import { migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { at } from './support/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: [...migrationsOf(), signInMigrations] });
});
afterAll(() => database.drop());

describeDirectory('PostgreSQL', async () => {
  await database.pool.query(`truncate sign_in.account, sign_in.passkey, sign_in.recovery_codes, sign_in.membership,
    sign_in.session, sign_in.ticket, sign_in.token, sign_in.attempts`);
  return createPostgresDirectory(database);
});

test('a text that is no id finds nothing, wherever an id is asked for', async () => {
  const directory = createPostgresDirectory(database);
  const text = "' or true --";
  expect(await directory.passkeysOf(text)).toEqual([]);
  expect(await directory.removePasskey(text, text)).toBe(false);
  expect(await directory.useRecoveryCode(text, text)).toBe(false);
  expect(await directory.recoveryCodesLeft(text)).toBe(0);
  expect(await directory.useTotpStep(text, 1)).toBe(false);
  expect(await directory.membershipsOf(text)).toEqual([]);
  expect(await directory.membership(text, text)).toBeUndefined();
  await directory.endMembership(text, text, at('09:00:00'));
  expect(await directory.sessionsOf(text)).toEqual([]);
  await directory.endSession(text, at('09:00:00'));
  expect(await directory.endSessions(text, at('09:00:00'), text)).toBe(0);
  expect(await directory.tokensOf(text, text)).toEqual([]);
  await directory.endTokens(text, text, at('09:00:00'));
  expect(await directory.lastSeen(text)).toEqual(new Map());
});
