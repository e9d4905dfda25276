import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { expect } from 'vitest';
import { type LetIn, letIn, pairedWith } from '../../../test/support/demo-sign-in.ts';

/** Kiosks, and how long each waits for its next visitor: no kiosk may send more than two commands a second. */
const AT_ONCE = 16;
const NEXT_MS = 600;
const PAUSE_MS = 50;

interface Coming {
  /** By request id: the visit that the server has confirmed. */
  readonly confirmed: ReadonlyMap<string, string>;
  /** How the server answered, other than by a confirmation: `503 store_away`. */
  readonly otherAnswers: ReadonlySet<string>;
  /** Resolves with the milliseconds until somebody is confirmed who asked after this call. */
  nextConfirmed(): Promise<number>;
  /** Lets nobody else come, waits until everybody who has come is confirmed, and closes. */
  close(): Promise<void>;
}

/**
 * Visitors who come in without a pause at many kiosks. Who gets no confirmation asks again under the same
 * `Idempotency-Key`, until it is given.
 */
export async function visitorsComing(url: string): Promise<Coming> {
  const kiosks = await kiosksOf(url);
  const found = await fetch(`${url}/api/v1/hosts?search=bei`, { headers: { ...kiosks[0] } });
  const { hosts } = (await found.json()) as { hosts: { id: string }[] }; // as its contract says
  const confirmed = new Map<string, string>();
  const otherAnswers = new Set<string>();
  let waiting: { since: number; tell: (ms: number) => void }[] = [];
  let open = true;

  const comeIn = async (kiosk: LetIn) => {
    const request = crypto.randomUUID();
    const body = JSON.stringify({ visitor: { family: 'Probe' }, company: request, host: hosts[0]?.id });
    for (;;) {
      const askedAt = performance.now();
      const headers = { ...headersOf(request), ...kiosk };
      const answer = await fetch(`${url}/api/v1/visits/walk-in`, { method: 'POST', headers, body });
      const told = (await answer.json()) as { case: string; code?: string }; // a case or a problem
      if (answer.status === 200) {
        confirmed.set(request, told.case);
        for (const { since, tell } of waiting) if (askedAt >= since) tell(performance.now() - since);
        waiting = waiting.filter(({ since }) => askedAt < since);
        return;
      }
      if (answer.status < 500) throw new Error(`nobody should be told ${JSON.stringify(told)}`);
      otherAnswers.add(`${answer.status} ${told.code}, again after ${answer.headers.get('retry-after')} s`);
      await sleep(PAUSE_MS);
    }
  };
  const doors = Promise.all(
    kiosks.map(async (kiosk, place) => {
      await sleep((place * NEXT_MS) / AT_ONCE);
      while (open) await Promise.all([comeIn(kiosk), sleep(NEXT_MS)]);
    }),
  );
  doors.catch(() => {}); // of a server that is ended by a failed test; `close` tells of any other
  return {
    confirmed,
    otherAnswers,
    nextConfirmed: () => {
      const next = new Promise<number>((tell) => waiting.push({ since: performance.now(), tell }));
      return Promise.race([next, doors.then(() => Number.POSITIVE_INFINITY)]);
    },
    close: async () => {
      open = false;
      await doors;
    },
  };
}

/** What each of the kiosks sends, which somebody at the desk has paired. */
async function kiosksOf(url: string): Promise<LetIn[]> {
  const desk = await letIn(url, 'desk');
  const atTheDesk = async (path: string, body?: object) => {
    const headers = { ...headersOf(crypto.randomUUID()), ...desk };
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    return (await fetch(`${url}/api/v1${path}`, { ...init, headers })).json() as Promise<never>; // as its contract says
  };
  const { sites }: { sites: { id: string }[] } = await atTheDesk('/sites?limit=1');
  const settings = { language: 'de', largePrint: false, highContrast: false, idleSeconds: 45, purposesShown: true };
  const kiosks: LetIn[] = [];
  for (let place = 1; place <= AT_ONCE; place += 1) {
    const placed = { kind: 'tablet', name: `Kiosk ${place}`, site: sites[0]?.id, settings };
    const device: { case: string } = await atTheDesk('/devices', placed);
    const { code }: { code: string } = await atTheDesk(`/devices/${device.case}/pairing-code`, {});
    kiosks.push(await pairedWith(url, code));
  }
  return kiosks;
}

const headersOf = (request: string) => ({ 'content-type': 'application/json', 'idempotency-key': request });

/** Every confirmed visit is in the log exactly once, under its own request, and nobody came in twice. */
export async function expectNothingLostOrDoubled(
  connection: pg.ClientConfig,
  confirmed: ReadonlyMap<string, string>,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const log = await client.query<{ request: string; case_id: string }>(
      `select request, case_id from kernel.log where command = 'walkIn' and request = any($1)`,
      [[...confirmed.keys()]],
    );
    const kept = log.rows.map(({ request, case_id }) => `${request} ${case_id}`).sort();
    expect(kept).toEqual([...confirmed].map(([request, visit]) => `${request} ${visit}`).sort());
    const seen = await client.query<{ request: string }>(
      `select company as request from visits.visitor_log where visitor ->> 'family' = 'Probe'`,
    );
    expect(seen.rows.map(({ request }) => request).sort()).toEqual([...confirmed.keys()].sort());
  } finally {
    await client.end();
  }
}

/** Waits until the database takes commands itself, whoever restarted it; the time from then on is the office's own. */
export async function databaseIsBack(connection: pg.ClientConfig): Promise<void> {
  for (;;) {
    const client = new pg.Client(connection);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      await sleep(10);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
