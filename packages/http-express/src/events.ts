import { once } from 'node:events';
import { type Kernel, type Refusal, refuse, type Said, type Told } from '@front-office/kernel';
import type { Request, Response } from 'express';
import { type Authenticate, type Caller, nobody } from './route-handler.ts';
import { traceOf } from './trace.ts';

/** Where the events of an office are told. */
export const eventsPath = '/events';

/** So that a proxy, and we, notice a connection that is dead; and how long a stream may outlive the rights it began with. */
const PING_MS = 10_000;
/** How soon a browser comes again. */
const RETRY_MS = 1_000;

interface Telling {
  readonly kernel: Kernel;
  readonly authenticate: Authenticate;
  readonly closing: AbortSignal | undefined;
  readonly pingMs: number | undefined;
}

/**
 * Server-sent events: what is committed in the caller's office, as far as the caller may read it, in order and without
 * gaps. `Last-Event-ID` goes on where a connection was lost. Answers a refusal when nothing was told yet.
 */
export async function tellEvents(
  { kernel, authenticate, closing, pingMs = PING_MS }: Telling,
  request: Request,
  response: Response,
): Promise<Refusal | undefined> {
  const caller = (await authenticate(request)) ?? nobody;
  if (caller.refused) return caller.refused;
  traceOf(response).office = caller.office;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const signal = closing ? AbortSignal.any([gone.signal, closing]) : gone.signal;
  const after = request.headersDistinct['last-event-id']?.[0];
  const following = kernel
    .follow({ office: caller.office, actor: caller.actor, after, signal })
    [Symbol.asyncIterator]();

  const first = await following.next(); // a store that is away throws here, and is answered as any refusal
  if (first.done) return refuse('store_away');

  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // Some proxies would else keep back what is not full.
    'X-Accel-Buffering': 'no',
  });
  if (request.method === 'HEAD') {
    // Node keeps the head of an answer without a body until its end.
    gone.abort();
    response.end();
    return undefined;
  }
  response.write(`retry: ${RETRY_MS}\n\n`);
  const ping = setInterval(() => {
    response.write(': ping\n\n');
    // Who was signed out, has left or may do less meanwhile hears no more, and is judged anew when they come again.
    void isStill(caller, authenticate, request).then((still) => still || gone.abort());
  }, pingMs);
  try {
    await write(response, first.value, signal);
    for (let next = await following.next(); !next.done; next = await following.next())
      await write(response, next.value, signal);
  } catch {
    // The store went away, or the caller did: the stream ends, and who comes again with the last id misses nothing.
  } finally {
    clearInterval(ping);
    response.end();
  }
  return undefined;
}

/** Whether somebody is let in as they were when the stream began. While the store is away nobody can tell, and nothing is told. */
async function isStill(before: Caller, authenticate: Authenticate, request: Request): Promise<boolean> {
  try {
    const now = (await authenticate(request)) ?? nobody;
    return !now.refused && asOne(now) === asOne(before);
  } catch {
    return true;
  }
}

const asOne = ({ office, actor: { kind, id, capabilities, labels } }: Caller): string =>
  JSON.stringify([office, kind, id, [...capabilities].sort(), [...(labels ?? [])].sort()]);

/** One event, and no next one before it is out: a slow caller is not to fill our memory. */
async function write(response: Response, told: Told, signal: AbortSignal): Promise<void> {
  const data = JSON.stringify(told.kind === 'row' ? dataOf(told.row) : {});
  const isOut = response.write(`id: ${told.id}\nevent: ${eventOf[told.kind]}\ndata: ${data}\n\n`);
  if (!isOut) await once(response, 'drain', { signal });
}

const eventOf = { row: 'committed', reset: 'reset', resumed: 'resumed' } as const;

/** As much of a log row as the answer to its command tells. */
const dataOf = ({ workflow, case: id, version, at, state, tags, facts }: Said) => ({
  workflow,
  case: id,
  version,
  at,
  state,
  tags,
  facts,
});
