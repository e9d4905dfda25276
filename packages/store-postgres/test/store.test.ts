import { describeStore } from '@front-office/kernel/store-behaviour';
import { createPostgresStore } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { afterAll, beforeAll } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describeStore('PostgreSQL', async () => createPostgresStore(database));
