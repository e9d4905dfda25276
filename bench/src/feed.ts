import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { followEvents } from '@front-office/http-express/client';
import { type LetIn, letIn } from '../../test/support/demo-sign-in.ts';

const CLIENTS = 8;
const WARM_UP_SECONDS = 5;
const PEAK_SECONDS = 8;
const OPEN_SECONDS = 20;

/**
 * From a fact to whoever follows the office, and to the reaction that queues a message, on the real server. First the
 * peak is measured (eight visitors at once, each as soon as the one before is confirmed); then visitors come at half of
 * that rate whether or not the ones before are done, as they do in life.
 */
export async function benchFeed(): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-office-bench-'));
  const main = join(import.meta.dirname, '../../apps/api/src/main.ts');
  const server = spawn(process.execPath, ['--conditions=@front-office/source', main], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server.stdout);
    const kiosk: Door = { url, headers: await letIn(url, 'kiosk') };
    const host = await hostAt(kiosk);
    await comeFor(kiosk, host, WARM_UP_SECONDS);
    const peak = await comeFor(kiosk, host, PEAK_SECONDS);
    await wait(5_000); // what the peak has left to do
    const { toClient, toReaction, late } = await comeAtRate(kiosk, host, peak / 2, OPEN_SECONDS);
    return [
      `peak, ${CLIENTS} at once, with reactions, messages and seals: ${peak.toFixed(0)} visitors/s`,
      `fact to SSE client at half of it: p50 ${at(toClient, 0.5)}, p95 ${at(toClient, 0.95)} ms (${toClient.length} facts, ${late} not heard)`,
      `fact to reaction: p50 ${at(toReaction, 0.5)}, p95 ${at(toReaction, 0.95)} ms (${toReaction.length})`,
    ];
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    await rm(dataDir, { recursive: true, force: true });
  }
}

const at = (values: readonly number[], share: number) =>
  ([...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN).toFixed(0);

/** A kiosk that has been let in. */
interface Door {
  readonly url: string;
  readonly headers: LetIn;
}

async function comeFor(kiosk: Door, host: string, seconds: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  const door = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      await comeIn(kiosk, host);
      count++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, door));
  return count / ((performance.now() - begun) / 1_000);
}

async function comeAtRate(kiosk: Door, host: string, rate: number, seconds: number) {
  const { url } = kiosk;
  const desk = await letIn(url, 'desk');
  const leaving = new AbortController();
  const toClient: number[] = [];
  const toReaction: number[] = [];
  const arrivedAt = new Map<string, number>();
  const reactions: { id: string; decidedAt: number }[] = [];
  const following = (async () => {
    const options = { baseUrl: `${url}/api/v1`, headers: desk, signal: leaving.signal };
    for await (const event of followEvents(options)) {
      if (event.event !== 'committed') continue;
      const { workflow, version, case: id } = event.data;
      const decidedAt = Date.parse(event.data.at);
      if (workflow === 'visit' && version === 1) {
        toClient.push(Date.now() - decidedAt);
        arrivedAt.set(id, decidedAt);
      }
      if (workflow === 'message' && version === 1) reactions.push({ id, decidedAt });
    }
  })();
  await wait(500);
  const begun = performance.now();
  const asked: Promise<string>[] = [];
  for (let n = 0; n < rate * seconds; n++) {
    await wait(Math.max(0, begun + (n / rate) * 1_000 - performance.now()));
    asked.push(comeIn(kiosk, host));
  }
  const visits = await Promise.all(asked);
  await wait(3_000);
  leaving.abort();
  await following;
  // Each message says in its context which visit it is about: asked for afterwards, of some of them.
  for (const { id, decidedAt } of reactions.slice(0, 400)) {
    const response = await fetch(`${url}/api/v1/messages/${id}`, { headers: desk });
    const { context } = (await response.json()) as { context: { about: { id: string } } }; // as its contract says
    const arrived = arrivedAt.get(context.about.id);
    if (arrived !== undefined) toReaction.push(decidedAt - arrived);
  }
  return { toClient, toReaction, late: visits.filter((visit) => !arrivedAt.has(visit)).length };
}

async function comeIn({ url, headers }: Door, host: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/visits/walk-in`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ visitor: { family: 'Probe' }, host }),
  });
  const answer = (await response.json()) as { case: string }; // as its contract says
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.case;
}

async function hostAt({ url, headers }: Door): Promise<string> {
  const response = await fetch(`${url}/api/v1/hosts?search=bei`, { headers });
  const { hosts } = (await response.json()) as { hosts: { id: string }[] }; // as its contract says
  const [first] = hosts;
  if (first === undefined) throw new Error('The demo office has nobody to visit.');
  return first.id;
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += chunk;
    const found = /Desk\s+(http:\S+)\/desk/.exec(text)?.[1];
    if (found) return found;
  }
  throw new Error(`The server has not come up:\n${text}`);
}
