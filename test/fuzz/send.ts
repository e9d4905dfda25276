import { type Agent, request as httpRequest } from 'node:http';
import type { WrittenRequest } from './draft.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface SendOptions {
  /** With the base path: `http://127.0.0.1:4000/api/v1`. */
  readonly base: string;
  /** What says who asks. */
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
  /** An answer that begins later than this is none. */
  readonly mostWaitMs: number;
}

/** The status of what was never answered. */
export const NO_ANSWER = 0;

/**
 * Sends a request as it is written: `fetch` would tidy up the path and refuse the odd methods. An answer that never ends
 * (events) is read as far as its first bytes.
 */
export function send({ method, path, headers, body }: WrittenRequest, to: SendOptions): Promise<Answer> {
  const { hostname, port, pathname } = new URL(to.base);
  const all = new Map<string, string[]>();
  for (const [name, value] of [...Object.entries(to.headers), ...headers])
    all.set(name, [...(all.get(name) ?? []), sendable(value)]);
  // Without a length Node would send GET and DELETE bodies unframed.
  if (body !== undefined) all.set('Content-Length', [String(Buffer.byteLength(body))]);
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      // A name that stands once is no list: Node takes a list of hosts for none.
      {
        method,
        hostname,
        port,
        path: pathname.replace(/\/$/, '') + asciiOnly(path),
        agent: to.agent,
        headers: Object.fromEntries([...all].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
      },
      (response) => {
        let text = '';
        const { statusCode: status = 0, headers: answered } = response;
        const done = () => resolve({ status, headers: answered, text });
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          if (!answered['content-type']?.startsWith('text/event-stream')) return;
          done();
          asked.destroy();
        });
        response.on('end', done);
      },
    );
    asked.setTimeout(to.mostWaitMs, () => {
      resolve({ status: NO_ANSWER, headers: {}, text: '' });
      asked.destroy();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** What a header can hold: Node itself refuses the rest. */
const sendable = (value: string) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');

const asciiOnly = (path: string) => path.replace(/[^\x21-\x7e]/g, encodeURIComponent);
