import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { expect } from 'vitest';
import { letIn } from '../../../test/support/demo-sign-in.ts';

const AT_ONCE = 8;
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
 * Visitors who come in without a pause, eight at once. Who gets no confirmation asks again under the same
 * `Idempotency-Key`, until it is given.
 */
export async function visitorsComing(url: string): Promise<Coming> {
  const admitted = await letIn(url, 'kiosk');
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/api/v1${path}`, { ...init, headers: { ...init.headers, ...admitted } });
  const { hosts } = (await (await ask('/hosts?search=bei')).json()) as { hosts: { id: string }[] }; // as its contract says
  const confirmed = new Map<string, string>();
  const otherAnswers = new Set<string>();
  let waiting: { since: number; tell: (ms: number) => void }[] = [];
  let open = true;

  const comeIn = async () => {
    const request = crypto.randomUUID();
    const body = JSON.stringify({ visitor: { family: 'Probe' }, company: request, host: hosts[0]?.id });
    for (;;) {
      const askedAt = performance.now();
      const answer = await ask('/visits/walk-in', { method: 'POST', headers: headersOf(request), body });
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
    Array.from({ length: AT_ONCE }, async () => {
      while (open) await comeIn();
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
