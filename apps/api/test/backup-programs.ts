import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createKernel } from '@front-office/kernel';
import { modules } from '@front-office/office';
import { createPool, createPostgresStore } from '@front-office/store-postgres';
import { testDatabase } from '@front-office/store-postgres/testing';
import { instantOf } from '@front-office/values';
import { inject } from 'vitest';
import { startServer, urlOf } from '../../../test/support/server.ts';

/** What a program has come to. */
export interface Ended {
  /** Exit code, or the name of the signal that ended it. */
  readonly how: number | string;
  readonly output: string;
}

/** Starts one of the programs beside the server as its own process: `npm run backup`, … */
export function begin(
  program: 'backup' | 'restore' | 'move' | 'export-log',
  env: Record<string, string>,
  ...args: string[]
) {
  const main = join(import.meta.dirname, `../src/${program}.ts`);
  const child = spawn(process.execPath, ['--conditions=@front-office/source', main, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ how: signal ?? code ?? -1, output }));
  });
  return { child, ended };
}

export const run = (...of: Parameters<typeof begin>): Promise<Ended> => begin(...of).ended;

/** Lets a program begin and kills it (-9) as soon as `isThen` says so. Answers whether it was still at work. */
export async function killWhen(
  isThen: () => boolean | Promise<boolean>,
  ...of: Parameters<typeof begin>
): Promise<boolean> {
  const { child, ended } = begin(...of);
  while (child.exitCode === null && !(await isThen())) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  return (await ended).how === 'SIGKILL';
}

/** Opens the office, and answers what can be done in it. */
export async function openOffice(env: Record<string, string>) {
  const server = await startServer(env);
  const { body } = await server.as('kiosk').get('/hosts?search=bei');
  return {
    server,
    async receive(family: string): Promise<void> {
      const visitor = { given: 'Anna', family };
      const { status } = await server.as('kiosk').post('/visits/walk-in', { visitor, host: body.hosts[0].id });
      if (status >= 300) throw new Error(`not received: ${status}`);
    },
    close: () => server.end('SIGTERM'),
  };
}

/** Who is in the visitor log of a database. */
export async function visitorsIn(connection: string | object, search = 'Beispiel-%'): Promise<string[]> {
  const pool = createPool(typeof connection === 'string' ? { connectionString: connection } : { connection });
  try {
    const { rows } = await pool.query<{ family: string }>(
      `select visitor ->> 'family' as family from visits.visitor_log where visitor ->> 'family' like $1 order by 1`,
      [search],
    );
    return rows.map(({ family }) => family);
  } finally {
    await pool.end();
  }
}

/** An empty database of one's own, as DATABASE_URL takes it. */
export async function ownDatabase() {
  const { connection, drop } = await testDatabase({ modules: [] });
  const { host = '', port = 0, user = '' } = inject('postgres');
  return { url: urlOf({ connection: { host, port, user, database: String(connection.database) } }), drop };
}

/** Erases a visitor's visit as the office does it. */
export async function eraseVisit(connection: object, family: string): Promise<void> {
  const pool = createPool({ connection });
  const [definition] = modules.flatMap((module) => module.definitions.filter(({ name }) => name === 'visit'));
  const { rows } = await pool.query<{ office: string; visit: string }>(
    `select office_id as office, visit_id as visit from visits.visitor_log where visitor ->> 'family' = $1`,
    [family],
  );
  if (!definition || !rows[0]) throw new Error(`${family} did not visit`);
  const kernel = createKernel({
    store: createPostgresStore({ pool }),
    now: () => instantOf(Date.now()),
    definitions: [definition],
    ports: {},
  });
  const actor = { kind: 'system', id: 'test', capabilities: new Set<string>() } as const;
  const { office, visit } = rows[0];
  await kernel.erase(definition, { office, case: visit, actor, request: crypto.randomUUID() });
  await pool.end();
}
