import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpApp, type HttpAppOptions, startServer } from '@front-office/http-express';
import { type Actor, type Commit, defineRoute, type Kernel, type Store } from '@front-office/kernel';
import { accessOf, createOffice, fillDemoDay, kindOf, modules } from '@front-office/office';
import { startPostgres } from '@front-office/postgres-embedded';
import { createSignIn } from '@front-office/sign-in';
import { createPostgresDirectory, signInMigrations } from '@front-office/sign-in-postgres';
import { createPool, createPostgresStore, migrate, migrationsOf } from '@front-office/store-postgres';
import { instantOf, newId } from '@front-office/values';
import { medical } from '@front-office/verticals';
import { visits } from '@front-office/visits';
import { pino } from 'pino';
import * as z from 'zod';
import { median } from './statistics.ts';

const VISITS = 200;
const ROUNDS = 7;
const SECONDS = 3;
const WARM_UP_SECONDS = 6;

/**
 * What a command costs through HTTP, with a session, rights, validation and idempotency, beyond what none can do without:
 * the same app with the same middlewares around a handler that does nothing but hand the store the very same commit.
 * One browser, one request after the other; client, server and database share the machine.
 */
export async function benchHttpCommand(): Promise<string[]> {
  const house = await openHouse();
  try {
    const ours = oneAfterTheOther(house.ours);
    const bare = oneAfterTheOther(house.bare);
    await ours(WARM_UP_SECONDS);
    await bare(WARM_UP_SECONDS);
    const rounds: { a: number; b: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push({ a: await ours(SECONDS), b: await bare(SECONDS) });
    const more = median(rounds.map(({ a, b }) => (a - b) / b));
    const [a, b] = [median(rounds.map((round) => round.a)), median(rounds.map((round) => round.b))];
    return [`a command through HTTP, (ours − base) / base: ${more.toFixed(2)}  (${a.toFixed(2)} / ${b.toFixed(2)} ms)`];
  } finally {
    await house.end();
  }
}

/** One request; the turn tells it from those before. */
type Ask = (turn: number) => Promise<void>;

/** Milliseconds a request, over so many seconds. */
function oneAfterTheOther(ask: Ask): (seconds: number) => Promise<number> {
  let turn = 0;
  return async (seconds) => {
    const begun = performance.now();
    const first = turn;
    while (performance.now() - begun < seconds * 1_000) await ask(turn++);
    return (performance.now() - begun) / (turn - first);
  };
}

async function openHouse() {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-office-bench-'));
  const server = await startPostgres({ dataDir });
  const pool = createPool({ connection: server.connection });
  await migrate({ pool, modules: [...migrationsOf(modules), signInMigrations] });
  const now = () => instantOf(Date.now());
  const signIn = createSignIn({
    directory: createPostgresDirectory({ pool }),
    now,
    sealKey: new Uint8Array(32),
    relyingParty: { id: 'localhost', name: 'Bench', origins: [] },
    demo: true,
  });
  let last: Commit | undefined;
  const real = createPostgresStore({ pool });
  const store: Store = {
    ...real,
    commit: (commit) => {
      last = commit;
      return real.commit(commit);
    },
  };
  const office = createOffice({ store, vertical: medical, now, signIn });
  const id = newId();
  const { staff } = await fillDemoDay({ store, vertical: medical, office: id, now });
  const reception = staff[medical.demo.receptionist] ?? '';
  const hosts = [staff.anna ?? '', staff.joerg ?? ''];
  await signIn.demoAccount({ office: id, staff: reception, shownAs: 'Empfang', language: 'de' });
  const entered = await signIn.demoSignIn({ address: '127.0.0.1', agent: null }, { office: id, staff: reception });
  if (entered.refused) throw new Error(entered.refused.code);
  const cookie = `__Host-front-office-session=${entered.session.text}`;

  const cases = await expectedVisits(office, id, hosts[0] ?? '');
  const own = cases.slice(0, VISITS);
  const others = cases.slice(VISITS);
  const access = accessOf({ kernel: office, signIn, kind: kindOf(medical) });
  const whole = await listen({
    kernel: office,
    routes: office.routes,
    authenticate: ({ headers }) => access({ session: /front-office-session=([^;]+)/.exec(headers.cookie ?? '')?.[1] }),
  });
  // A commit as our own command makes it, with another case, version and request each time.
  await whole.post(`/visits/${others[0]}/change-host`, { host: hosts[1] }, cookie);
  const sample = last as Commit | undefined;
  if (sample === undefined) throw new Error('Nothing was committed.');
  const versions = new Map(others.map((visit, index) => [visit, index === 0 ? 2 : 1]));
  const actor: Actor = { kind: 'staff', id: reception, capabilities: new Set(['visits.receive']) };
  const empty = defineRoute({
    method: 'POST',
    path: '/visits/{visit}/change-host',
    summary: 'The commit alone',
    needs: 'visits.receive',
    input: z.strictObject({ visit: z.uuid(), host: z.uuid() }),
    output: z.object({ version: z.int() }),
    async run({ request }, { visit }) {
      const version = (versions.get(visit) ?? 0) + 1;
      versions.set(visit, version);
      const outcome = await real.commit({
        ...sample,
        case: { ...sample.case, id: visit, version },
        log: { ...sample.log, case: visit, version, request },
      });
      if (!('done' in outcome)) throw new Error(JSON.stringify(outcome));
      return { version };
    },
  });
  const base = await listen({ kernel: office, routes: [empty], authenticate: () => ({ office: id, actor }) });

  return {
    ours: (turn: number) => whole.post(`/visits/${own[turn % VISITS]}/change-host`, { host: hosts[turn % 2] }, cookie),
    bare: (turn: number) =>
      base.post(`/visits/${others[turn % VISITS]}/change-host`, { host: hosts[turn % 2] }, cookie),
    async end() {
      await Promise.all([whole.close(), base.close()]);
      await pool.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };

  async function listen(options: Pick<HttpAppOptions, 'kernel' | 'routes' | 'authenticate'>) {
    const app = createHttpApp({
      ...options,
      say: office.say,
      basePath: '/api/v1',
      title: 'Bench',
      version: '1',
      logger: pino({ enabled: false }),
      ready: async () => true,
    });
    const listening = await startServer({ app, port: 0, times: { keepAliveMs: 60_000 } });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    return {
      post: (path: string, body: object, as: string) => post(`${listening.url}/api/v1${path}`, body, as, agent),
      async close() {
        agent.destroy();
        await listening.close();
      },
    };
  }
}

/** Announced visits, twice as many as one side asks about. */
async function expectedVisits(kernel: Kernel, office: string, host: string): Promise<string[]> {
  const actor: Actor = { kind: 'system', id: 'bench', capabilities: new Set(['visits.preregister']) };
  const expectedAt = instantOf(Date.now() + 60 * 60_000);
  const ids: string[] = [];
  for (let n = 0; n < 2 * VISITS; n++) {
    const asked = { office, actor, request: newId() };
    const answer = await kernel.dispatch(visits, 'expect', { visitor: { family: 'Probe' }, host, expectedAt }, asked);
    if (answer.refused) throw new Error(answer.refused.code);
    ids.push(answer.case);
  }
  return ids;
}

/** By Node's own client: `fetch` costs more than all that is measured here. */
function post(url: string, body: object, cookie: string, agent: Agent): Promise<void> {
  const text = JSON.stringify(body);
  const headers = {
    cookie,
    origin: new URL(url).origin,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'idempotency-key': newId(),
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${response.statusCode} ${Buffer.concat(chunks)}`));
      });
    });
    request.on('error', reject);
    request.end(text);
  });
}
