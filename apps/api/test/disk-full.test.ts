import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { letIn } from '../../../test/support/demo-sign-in.ts';
import { fillDisk, type OfficeOnSmallDisk, officeOnSmallDisk } from './small-disk.ts';
import { expectNothingLostOrDoubled, visitorsComing } from './visitors-coming.ts';

const AWAY = '503 store_away, again after 2 s';
const MOST_WAIT_MS = 5_000;

it('a full disk stops the office with 503 and in words; with some space it goes on by itself, and nothing is lost', {
  timeout: 60_000,
}, async () => {
  const office = await officeOnSmallDisk(160);
  const url = await office.url;
  if (url === undefined) throw new Error(office.output());
  const connection = await connectionOf(office);
  const coming = await visitorsComing(url);
  const admitted = await letIn(url, 'desk');
  await coming.nextConfirmed();

  // Full while it works: what needs a new page is refused, what can be read is read.
  const freed = await fillDisk(office);
  await expect.poll(() => [...coming.otherAnswers], { timeout: 20_000 }).toEqual([AWAY]);
  const list = await fetch(`${url}/api/v1/desk/visitors`, { headers: admitted });
  expect(list.status).toBe(200);

  // The log of PostgreSQL wants a new file, which ends the server, and none can be started.
  await nextLogFile(connection);
  await expect.poll(office.output, { timeout: 20_000 }).toContain('The built-in database has ended.');
  await sleep(3_000);
  for (const said of [
    'is full. Nothing stored was lost. Free some space',
    'ist voll. Gespeichertes ist nicht verloren',
  ])
    expect(office.output().split(said)).toHaveLength(2);
  const health = await fetch(`${url}/health/ready`);
  expect(health.status).toBe(503);

  await freed();
  expect(await coming.nextConfirmed()).toBeLessThan(MOST_WAIT_MS);
  await coming.close();
  expect([...coming.otherAnswers]).toEqual([AWAY]);
  await expectNothingLostOrDoubled(connection, coming.confirmed);
  expect(office.output()).toContain('runs again');
  office.process.kill('SIGINT');
  expect(await office.ended).toBe(0);
});

it('a folder that can only be read is said in words, in both languages', { timeout: 30_000 }, async () => {
  const office = await officeOnSmallDisk(8, 'mkdir "$0/data" && mount -o remount,ro "$0"');
  expect(await office.url).toBeUndefined();
  expect(await office.ended).toBe(1);
  expect(office.output()).toContain(`The disk that holds ${office.dataDir} is mounted read-only. Nothing was lost.`);
  expect(office.output()).toContain(`Der Datenträger von ${office.dataDir} ist schreibgeschützt eingehängt.`);
  expect(office.output()).not.toContain('    at ');
});

async function connectionOf({ folder }: OfficeOnSmallDisk) {
  const lines = (await readFile(join(folder, 'data/cluster/postmaster.pid'), 'utf8')).split('\n');
  return { host: lines[4] ?? '', port: Number(lines[3]), user: 'postgres', database: 'front_office' };
}

/** Makes PostgreSQL begin a new file of its log, as it does by itself after every 16 MB. */
async function nextLogFile(connection: pg.ClientConfig): Promise<void> {
  for (let file = 0; file < 10; file += 1) {
    const client = new pg.Client(connection);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select pg_switch_wal()');
      await client.query('select pg_logical_emit_message(true, $1, $2)', ['front desk', 'x'.repeat(8_192)]);
    } catch {
      return;
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error('there was still space for ten files of the log');
}
