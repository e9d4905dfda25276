import { migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { HOUR_MS, MINUTE_MS, plusMs } from '@front-office/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresDirectory, signInMigrations } from '../src/index.ts';
import { anAccount, aSession, aTicket, at } from './support/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: [...migrationsOf(), signInMigrations] });
});
afterAll(() => database.drop());

const now = at('12:00:00');
const daysAgo = (days: number) => plusMs(now, -days * 24 * HOUR_MS);

test('sessions and tickets stay for 30 days after they are over, and windows no longer than they are open', async () => {
  const directory = createPostgresDirectory(database);
  const account = anAccount();
  await directory.addAccount(account);
  const kept = [
    aSession(account.id, { until: daysAgo(-1) }),
    aSession(account.id, { until: daysAgo(-1), endedAt: daysAgo(29) }),
    aSession(account.id, { until: daysAgo(29) }),
  ];
  const over = [
    aSession(account.id, { until: daysAgo(-1), endedAt: daysAgo(31) }),
    aSession(account.id, { until: daysAgo(31) }),
  ];
  for (const session of [...kept, ...over]) await directory.addSession(session);
  const tickets = [aTicket({ until: daysAgo(29) }), aTicket({ until: daysAgo(31) })];
  for (const ticket of tickets) await directory.addTicket(ticket);
  await directory.count('open', MINUTE_MS, now);
  await directory.count('over', MINUTE_MS, at('11:59:00'));

  await directory.tidy(now);

  const left = async (column: string, table: string) => {
    const { rows } = await database.pool.query(`select ${column} as one from sign_in.${table} order by 1`);
    return rows.map(({ one }) => one);
  };
  expect(await left('id', 'session')).toEqual(kept.map(({ id }) => id).sort());
  expect(await left('hash', 'ticket')).toEqual([tickets[0]?.hash]);
  expect(await left('key', 'attempts')).toEqual(['open']);
});
