import { createHash } from 'node:crypto';
import type pg from 'pg';
import { awayOr } from './away.ts';
import { DirectoryQuery, prepareEntering } from './directory-query.ts';
import { wireTypes } from './wire-types.ts';

/** SQL with a constant text: it is parsed once a connection. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs a statement and answers its rows, whose columns are the fields of `R`. */
export type Ask = <R = unknown>(statement: Statement) => Promise<readonly R[]>;

/**
 * Runs one statement as the directory's role, in one round trip; the first on each connection takes another.
 *
 * @throws {StoreAway} when the server cannot be reached; other errors are the server's own.
 */
export async function askAsDirectory<R>(pool: pg.Pool, statement: Statement): Promise<readonly R[]> {
  const client = await pool.connect().catch((error: unknown) => {
    throw awayOr(error);
  });
  // While a client is out of the pool, nobody else listens, and a lost connection would end the process.
  client.on('error', ignore);
  let done = false;
  try {
    const rows = await inTime(run(client, statement));
    done = true;
    return rows as readonly R[]; // the statement's text says so
  } catch (error) {
    throw awayOr(error);
  } finally {
    client.off('error', ignore);
    client.release(!done); // errors are rare here, so a connection that saw one is closed whatever its state is
  }
}

async function run(client: pg.ClientBase, { text, values }: Statement): Promise<readonly unknown[]> {
  await prepareEntering(client);
  return new Promise((resolve, reject) => {
    const config = { name: nameOf(text), text, values: [...values], types: wireTypes };
    client.query(new DirectoryQuery(config, (error, result) => (error ? reject(error) : resolve(result.rows))));
  });
}

/** The server ends what takes longer than 10 s by itself, so one that is silent for this long does not hear us. */
const SILENCE_MS = 15_000;

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${SILENCE_MS / 1_000} s`)), SILENCE_MS);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

const names = new Map<string, string>();

/** By its text, so that on a connection which others use too no name ever stands for two texts. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `directory_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
  }
  return name;
}

function ignore(): void {
  // The query in flight is rejected with the same error.
}
