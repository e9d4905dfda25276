/** One command that was accepted, by whomever: as its own answer tells it. */
export interface Committed {
  readonly workflow: string;
  readonly case: string;
  readonly version: number;
  readonly at: string;
  readonly state: string;
  readonly tags: readonly string[];
  readonly facts: readonly { readonly type: string }[];
}

/**
 * What a follower hears. `reset`: load what you show anew, then follow. `away`: the connection is lost, and is sought
 * again. `resumed`: it is back, and what was missed follows.
 */
export type FollowEvent =
  | { readonly event: 'committed'; readonly data: Committed }
  | { readonly event: 'reset' | 'resumed' | 'away' };

export interface FollowOptions {
  /** As of `createClient`. */
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /** Ends the following. */
  readonly signal: AbortSignal;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;
/** The server pings every 10 s: what is silent for longer is dead, although nobody has said so. */
const SILENT_MS = 25_000;

/**
 * Follows the events of an office until `signal`: comes again by itself with the last id it heard, so nothing is missed.
 * `EventSource` would do the same, but sends no headers of ours.
 */
export async function* followEvents(options: FollowOptions): AsyncGenerator<FollowEvent> {
  const { signal } = options;
  let lastId: string | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    try {
      for await (const { id, event, data } of connection(options, lastId)) {
        lastId = id ?? lastId;
        pauseMs = FIRST_PAUSE_MS;
        if (event === 'committed') yield { event, data: JSON.parse(data) as Committed }; // the server wrote it as one
        if (event === 'reset' || event === 'resumed') yield { event };
      }
    } catch {
      // No connection, cut off, or silent for too long.
    }
    if (signal.aborted) return;
    yield { event: 'away' };
    await pause(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

async function* connection({ baseUrl, headers, fetch = globalThis.fetch, signal }: FollowOptions, lastId?: string) {
  const silence = new AbortController();
  const response = await fetch(`${baseUrl}/events`, {
    headers: { ...headers, Accept: 'text/event-stream', ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) },
    signal: AbortSignal.any([signal, silence.signal]),
  });
  if (!response.ok || response.body === null) throw new Error(`The events are not told now (${response.status}).`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const timer = setTimeout(() => silence.abort(), SILENT_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield fieldsOf(block);
  }
}

/** The fields of one event, as our server writes them: one line each. */
function fieldsOf(block: string): { readonly id?: string; readonly event?: string; readonly data: string } {
  const fields = block.split('\n').map((line): [string, string] => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), line.slice(at + 2)];
  });
  return { data: '', ...Object.fromEntries(fields) };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const early = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', early, { once: true, signal: over.signal });
  });
  over.abort(); // takes the listener away
}
