import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Target } from './where-to.ts';

/** A receiver says what it has to say in its status; so much of its text is read before the line is dropped. */
const MOST_READ_BYTES = 4_096;

export interface Sending {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Certificate (PEM) of an authority of one's own, beside those that everybody trusts. */
  readonly ca?: string | undefined;
}

/** Sends one request to the addresses that were looked at, and to no other. Follows nothing. Answers with the head of what came back. */
export async function post(
  { url, hostname, addresses }: Target,
  { body, headers, signal, ca }: Sending,
): Promise<{ readonly status: number; readonly retryAfter: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const secure = url.protocol === 'https:';
  const common = {
    method: 'POST',
    hostname,
    port: url.port,
    path: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      host: url.host,
      'content-length': Buffer.byteLength(body),
      'user-agent': 'front-office-webhooks',
      connection: 'close',
    },
    lookup: answering(addresses),
    signal,
  };
  // Agents of its own: neither a kept connection, nor a proxy that the environment names, which would look the name up anew.
  const sent: ClientRequest = secure
    ? requestHttps({
        ...common,
        agent: new HttpsAgent({ keepAlive: false }),
        servername: isIP(hostname) ? '' : hostname.replace(/\.$/, ''),
        ...(ca && { ca }),
      })
    : requestHttp({ ...common, agent: new HttpAgent({ keepAlive: false }) });
  sent.on('response', resolve);
  sent.on('error', reject);
  sent.on('information', () => {}); // 1xx, of which the real answer follows
  sent.end(body);
  const response = await promise;
  readAndThrowAway(response);
  return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
}

/** A resolver that knows one answer. What the name leads to meanwhile is of no interest: that is what rebinding changes. */
const answering = (addresses: readonly string[]): LookupFunction =>
  function answer(_hostname, options, done) {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first = { address: '', family: 0 }] = found;
    if (options.all) done(null, found);
    else done(null, first.address, first.family);
  };

/** The request's signal ends it too, if the receiver goes on for ever. */
function readAndThrowAway(response: IncomingMessage): void {
  let read = 0;
  response.on('error', () => {}); // the status has been told
  response.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > MOST_READ_BYTES) response.destroy();
  });
}
