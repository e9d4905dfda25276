import type { Labels } from '@front-office/kernel';
import type pg from 'pg';
import { type Answers, runBatch, type Statement } from './batch.ts';
import { awayOr, clashOf } from './failures.ts';
import { enterOffice } from './statements.ts';

/** What is to be done in one office. */
export interface OfficeWork {
  readonly office: string;
  /** Whose eyes the statements are for; the system's own unless given. */
  readonly labels?: Labels | undefined;
  readonly statements: readonly Statement[];
}

/** For functions that look into all offices by themselves: behind the walls of no office there is no row. */
export const noOffice = '';

/**
 * Runs statements as one transaction in one office, in one round trip. The batch begins by naming the office for row
 * level security and by becoming the app role, so the walls hold on any pool, whoever its user is.
 *
 * @throws {StoreAway} when the server cannot be reached; other errors are the server's own.
 */
export async function inOffice(
  pool: pg.Pool,
  office: string,
  statements: readonly Statement[],
  labels?: Labels,
): Promise<Answers> {
  const [answers = []] = await inOffices(pool, [{ office, statements, labels }]);
  return answers;
}

/**
 * The same for several offices, one after the other in one transaction and one round trip; each statement sees its own
 * office only. Answers what each office answered.
 */
export async function inOffices(pool: pg.Pool, works: readonly OfficeWork[]): Promise<readonly Answers[]> {
  const batch = works.flatMap(({ office, statements, labels }) => [enterOffice(office, labels), ...statements]);
  const answers = await onConnection(pool, batch);
  let at = 0;
  return works.map(({ statements }) => {
    const first = at + 1; // after what entering answered
    at = first + statements.length;
    return answers.slice(first, at);
  });
}

/** One statement. Its columns are the fields of `R`. */
export async function rowsIn<R>(
  pool: pg.Pool,
  office: string,
  statement: Statement,
  labels?: Labels,
): Promise<readonly R[]> {
  const [found = []] = await inOffice(pool, office, [statement], labels);
  return found as readonly unknown[] as readonly R[]; // the statement's text says so
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
