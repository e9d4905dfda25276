import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

import { startTestCluster } from '../src/testing.ts';
import { query } from './desk.ts';

test('a test cluster is there for one run and leaves nothing', async () => {
  const cluster = await startTestCluster();
  const shown = await query(cluster.connection, "select setting from pg_settings where name = 'data_directory'");
  const folder = dirname(String(Object.values(shown[0] ?? {})[0]));
  expect(existsSync(folder)).toBe(true);
  await cluster.stop();
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(cluster.connection.host)).toBe(false);
});
