import type pg from 'pg';
import { type Answers, runBatch, type Statement } from './batch.ts';
import { awayOr, clashOf } from './failures.ts';
import { enterOffice } from './statements.ts';

/**
 * Runs statements as one transaction in one office, in one round trip. The batch begins by naming the office for row
 * level security and by becoming the app role, so the walls hold on any pool, whoever its user is.
 *
 * @throws {StoreAway} when the server cannot be reached; other errors are the server's own.
 */
export async function inOffice(pool: pg.Pool, office: string, statements: readonly Statement[]): Promise<Answers> {
  const [, ...answers] = await onConnection(pool, [enterOffice(office), ...statements]);
  return answers;
}

async function onConnection(pool: pg.Pool, statements: readonly Statement[]): Promise<Answers> {
  const client = await pool.connect().catch((error: unknown) => {
    throw awayOr(error);
  });
  // While a client is out of the pool, nobody else listens, and a lost connection would end the process.
  client.on('error', ignore);
  let broken = false;
  try {
    return await runBatch(client, statements);
  } catch (error) {
    const told = clashOf(error) ? error : awayOr(error);
    broken = told !== error;
    throw told;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

function ignore(): void {
  // The batch in flight is rejected with the same error.
}
