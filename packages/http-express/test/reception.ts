import { connect } from 'node:net';
import { createKernel, MemoryStore, type Route, type Store, sayRefusals } from '@front-office/kernel';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import { barredPersons, visits, visitsModule } from '@front-office/visits';
import { hostId, quietPolicy, visitPorts } from '@front-office/visits/testing';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createHttpApp, type HttpAppOptions, startServer, type TimeLimits } from '../src/index.ts';

export const office = '01983b5e-0000-7000-8000-000000000001';
export const host = hostId('Probeßmann');
export const anna = { given: 'Anna', family: 'Beispielmüller' };
export const walkIn = { visitor: anna, host };

const everything = [
  'visits.read',
  'visits.receive',
  'visits.preregister',
  'visits.turnAway',
  'visits.bar',
  'visits.keepBack',
];
const actors = {
  desk: actor('desk', ...everything, 'visits.checkInSelf', 'hosts.search'),
  kiosk: actor('kiosk-1', 'visits.checkInSelf', 'hosts.search'),
};

export interface ReceptionOptions {
  readonly store?: Store;
  readonly routes?: readonly Route[];
  readonly logger?: Logger;
  readonly times?: Partial<TimeLimits>;
  readonly app?: Partial<HttpAppOptions>;
}

/** The API of visits on a real port of this machine. `X-Actor` says who asks: the desk, the kiosk, or somebody unknown. */
export async function reception({ store = new MemoryStore(), routes, logger, times = {}, app }: ReceptionOptions = {}) {
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const kernel = createKernel({
    store,
    now: clock.now,
    definitions: [visits, barredPersons],
    ports: visitPorts({
      hosts: [{ given: 'Jörg', family: 'Probeßmann' }],
      closesAt: Instant.parse('2026-06-30T18:00:00+02:00'),
      policy: { ...quietPolicy, labels: [{ id: 'vip', label: { de: 'Bekannte Person', en: 'Well-known person' } }] },
    }),
  });
  const server = await startServer({
    app: createHttpApp({
      kernel,
      routes: routes ?? visitsModule.routes,
      say: sayRefusals([visitsModule]),
      basePath: '/api/v1',
      title: 'Front Office',
      version: '0.0.0',
      authenticate({ headers }) {
        const known = actors[(headers['x-actor'] ?? 'desk') as keyof typeof actors]; // a name of nobody finds nobody
        return known && { office, actor: known };
      },
      logger: logger ?? pino({ enabled: false }),
      ready: async () => true,
      ...app,
    }),
    port: 0,
    times,
  });
  const background = kernel.afterCommit.start();
  onTestFinished(async () => {
    await server.close();
    await background.stop();
  });
  const api = `${server.url}/api/v1`;
  let wishes = 0;
  return {
    ...server,
    api,
    kernel,
    clock,
    get: (path: string, headers: Record<string, string> = {}) => ask(api + path, { headers }),
    /** `body` is sent as it is when it is text or bytes, else as JSON. */
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(api + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `wish-${++wishes}`, ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    raw: (text: string) => raw(server.port, text),
  };
}

export type Reception = Awaited<ReturnType<typeof reception>>;

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: scenes look into answers of every shape
  readonly body: any;
}

export async function ask(url: string, init: RequestInit = {}): Promise<Told> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** Sends exactly these bytes (as Latin-1) and answers everything that comes back until the server closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
