import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Committed, followEvents } from '@front-office/http-express/client';
import type pg from 'pg';
import { letIn } from '../../../../test/support/demo-sign-in.ts';
import { ServerEnded, type ServerUnderTest, startServer } from '../../../../test/support/server.ts';
import type { MailSink } from './mail-sink.ts';

const DOORS = 4;
const REST_MS = 60;
const UP_MS = 900;
/** Whoever follows comes again after four seconds at most. */
const LONGEST_AWAY_MS = 5_000;

/** What people outside of the office know at the end. */
export interface Outside {
  /** By request id: the visit that was confirmed. */
  readonly confirmed: ReadonlyMap<string, string>;
  /** Every request that was ever sent. */
  readonly asked: ReadonlySet<string>;
  /**
   * What a follower heard, in order, over all lost connections. A new list begins where it was told to load anew: it had
   * missed more than is told again.
   */
  readonly heard: readonly (readonly Committed[])[];
}

/**
 * An office that takes visitors in while its server is killed again and again, every third time together with its
 * database. Visitors who got no answer ask again under the same request id. At the end it is left alone until `atRest`
 * has seen that there is nothing left to do.
 */
export async function officeUnderFire(
  { dataDir, mail, cycles }: { readonly dataDir: string; readonly mail: MailSink; readonly cycles: number },
  atRest: (database: pg.ClientConfig) => Promise<void>,
): Promise<Outside> {
  const env = { DATA_DIR: dataDir, SMTP_URL: mail.url, CLOCK_BEGAN_MS: String(Date.now()) };
  let server: ServerUnderTest = await start(env);
  const { body } = await server.as('kiosk').get('/hosts?search=bei');
  const host: string = body.hosts[0].id;
  const confirmed = new Map<string, string>();
  const asked = new Set<string>();
  let open = true;

  const heard: Committed[][] = [];
  const leaving = new AbortController();
  const following = follow(() => server.url, heard, leaving.signal);

  const door = async () => {
    while (open) {
      const request = crypto.randomUUID();
      asked.add(request);
      const visit = await until200(() => server.as('kiosk').post('/visits/walk-in', visitor(host, request), request));
      confirmed.set(request, visit);
      // Every second visitor is received; the others wait until somebody is reminded of them.
      if (confirmed.size % 2 === 0) {
        const next = crypto.randomUUID();
        asked.add(next);
        await until200(() => server.as('desk').post(`/visits/${visit}/receive`, { badge: '7' }, next));
        confirmed.set(next, visit);
      }
      await wait(REST_MS);
    }
  };
  const doors = Promise.all(Array.from({ length: DOORS }, door));
  doors.catch(() => {}); // told below

  for (let cycle = 1; cycle <= cycles; cycle++) {
    await wait(UP_MS * (0.5 + Math.random()));
    if (cycle % 3 === 0) await killDatabase(dataDir);
    await server.end('SIGKILL');
    server = await start(env);
  }
  await wait(UP_MS);
  open = false;
  await doors;
  await atRest(await databaseOf(dataDir));
  await wait(LONGEST_AWAY_MS);
  leaving.abort();
  await following;
  await server.end('SIGTERM');
  return { confirmed, asked, heard };
}

const visitor = (host: string, request: string) => ({ visitor: { family: 'Probe' }, company: request, host });

/** A killed database may be recovering when the next server starts: then it is started once more. */
async function start(env: Record<string, string>): Promise<ServerUnderTest> {
  try {
    return await startServer(env, { main: join(import.meta.dirname, 'main.ts') });
  } catch (error) {
    if (!(error instanceof ServerEnded)) throw error;
    return startServer(env, { main: join(import.meta.dirname, 'main.ts') });
  }
}

/** PostgreSQL's own note on itself: process, data folder, start, port, socket folder. */
const noteOf = async (dataDir: string) =>
  (await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');

async function killDatabase(dataDir: string): Promise<void> {
  const [pid] = await noteOf(dataDir);
  process.kill(Number(pid), 'SIGKILL');
}

async function databaseOf(dataDir: string): Promise<pg.ClientConfig> {
  const [, , , port, host] = await noteOf(dataDir);
  return { host: host ?? '', port: Number(port), user: 'postgres', database: 'front_office' };
}

/** Asks again until it is confirmed. Only a refusal ends it, and nobody should be refused. */
async function until200(ask: () => Promise<{ status: number; body: { case: string } }>): Promise<string> {
  for (;;) {
    const answer = await ask().catch(() => undefined); // killed in the middle, or not up yet
    if (answer?.status === 200) return answer.body.case;
    if (answer && answer.status < 500) throw new Error(`Nobody should be told ${JSON.stringify(answer)}`);
    await wait(REST_MS);
  }
}

/** One follower for the whole time. Each new server has another port, so the address is asked for at each connection. */
async function follow(url: () => string, heard: Committed[][], signal: AbortSignal): Promise<void> {
  const atPresentAddress: typeof fetch = async (_url, init) => {
    const here = url();
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), ...(await letIn(here, 'desk')) };
    return fetch(`${here}/api/v1/events`, { ...init, headers });
  };
  for await (const event of followEvents({ baseUrl: '', signal, fetch: atPresentAddress })) {
    if (event.event === 'reset') heard.push([]);
    if (event.event === 'committed') heard.at(-1)?.push(event.data);
  }
}
