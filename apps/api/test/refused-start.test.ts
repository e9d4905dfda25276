import { createServer } from 'node:net';
import { startTestCluster } from '@front-office/postgres-embedded/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusedStart, startServer, urlOf } from '../../../test/support/server.ts';

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(() => cluster.stop());

it('an office that does not exist is refused with those that do', async () => {
  const { how, output } = await refusedStart({}, '--office=bakery');
  expect(how).toBe(1);
  expect(output.trim()).toBe(
    'There is no office "bakery". Choose "own" for your own, or a demo: medical, legal, school, small-business.',
  );
});

it.each([
  [{ PORT: '99999' }, [], 'is no port'],
  [{ LOG_LEVEL: 'loud' }, [], 'is no log level'],
  [{ SMTP_URL: 'mail.example.com' }, [], 'SMTP_URL cannot be used. The mail server is not written as smtp://host:port'],
  [{}, ['--offfice=legal'], 'Unknown option'],
])('a setting that cannot be used is named: %j %j', async (env, args, said) => {
  const { how, output } = await refusedStart(env, ...args);
  expect(how).toBe(1);
  expect(output).toContain(said);
  expect(output).not.toContain('    at ');
});

it('a port that is taken is said in words, and the database is closed again', { timeout: 30_000 }, async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { how, output } = await refusedStart({ DATABASE_URL: urlOf(cluster), PORT: port });
  taken.close();
  expect(how).toBe(1);
  expect(output).toContain(`port ${port}`);
  expect(output).toContain('Es wurde nichts geändert.');
});

it('a database that cannot be reached is said in words', { timeout: 30_000 }, async () => {
  const { how, output } = await refusedStart({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' });
  expect(how).toBe(1);
  expect(output).toContain('DATABASE_URL');
  expect(output).not.toContain('    at ');
});

it('a database that newer code has changed is left alone', { timeout: 30_000 }, async () => {
  const env = { DATABASE_URL: urlOf(cluster) };
  await (await startServer(env)).end('SIGTERM');
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  const newer = `insert into kernel.migrations (module, number, name, checksum) values ('visits', 99, 'future', 'x')`;
  await client.query(newer);
  const { how, output } = await refusedStart(env);
  await client.query(`delete from kernel.migrations where number = 99`);
  await client.end();
  expect(how).toBe(1);
  expect(output).toContain('0099_future');
  expect(output).not.toContain('    at ');
});
