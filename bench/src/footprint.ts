import { newId } from '@front-office/values';
import pg from 'pg';
import { clerk, openParcelDesk, parcels } from './desk-of-parcels.ts';

const COMMANDS = 500;

/** What one plain command leaves in the write-ahead log, once the pages are warm. */
export async function benchFootprint(): Promise<string[]> {
  const desk = await openParcelDesk(1, 50);
  const client = new pg.Client(desk.server.connection);
  await client.connect();
  const walPosition = async () => {
    const { rows } = await client.query<{ bytes: string }>(`select pg_current_wal_lsn() - '0/0' as bytes`);
    return Number(rows[0]?.bytes);
  };
  const move = async (n: number) => {
    const asked = { office: desk.office, actor: clerk, request: newId(), case: desk.cases[n % desk.cases.length] };
    await desk.kernel.dispatch(parcels, 'move', { shelf: 'B' }, asked);
  };
  for (let n = 0; n < COMMANDS; n++) await move(n); // full-page images are written once after a checkpoint
  const before = await walPosition();
  for (let n = 0; n < COMMANDS; n++) await move(n);
  const bytes = (await walPosition()) - before;
  await client.end();
  await desk.end();
  return [
    `a plain command: 2 round trips, 6 statements (2 enter the office, 2 read, 2 write), ${(bytes / COMMANDS).toFixed(0)} bytes of WAL`,
  ];
}
