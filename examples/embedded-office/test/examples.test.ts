import { join } from 'node:path';
import { startTestCluster } from '@front-office/postgres-embedded/testing';
import { expect, it } from 'vitest';
import { runExample } from '../../../test/support/example.ts';

const example = (name: string) => join(import.meta.dirname, '../src', name);
const expected = [
  'refused: host_unknown',
  'one visit: true',
  "[ 'walkIn → waiting', 'receive → withHost', 'leave → left' ]",
];

it('an office runs inside another program on the memory store', async () => {
  expect(await runExample(example('in-memory.ts'))).toEqual(expected);
});

it("an office runs on the program's own PostgreSQL pool", { timeout: 30_000 }, async () => {
  const cluster = await startTestCluster();
  const { host, port, user, database } = cluster.connection;
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  try {
    expect(await runExample(example('own-postgres.ts'), { DATABASE_URL: url })).toEqual(expected);
  } finally {
    await cluster.stop();
  }
});
