import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalAuthority, trustQr } from '@front-office/local-ca';
import { trustPage, trustStyle } from './trust-page.ts';

interface Serving {
  readonly authority: LocalAuthority;
  /** Host names that it answers under: a page of a stranger does not read it by a name of its own. */
  readonly hosts: () => readonly string[];
  readonly port: number;
  readonly host: string;
  /** Where the office itself is. */
  readonly office: () => string;
  /** The name or address that other devices find this page by. */
  readonly reachedBy: string;
}

export interface TrustServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the page that tells a device to trust this house, by plain HTTP: before it trusts us, HTTPS would only warn it.
 * There is nothing else here, nothing is taken in, and what it hands out is public; people compare the fingerprint.
 */
export async function serveTrust(serving: Serving): Promise<TrustServer> {
  const { authority, host, port, reachedBy } = serving;
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    const found = hostIsOurs(request, serving.hosts()) ? answerTo(request) : undefined;
    if (found === undefined) return send(response, 404, { type: 'text/plain; charset=utf-8', body: 'Not here.\n' });
    send(response, 200, found, request.method === 'HEAD');
  });
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.on('error', () => {}); // a connection of somebody else is no reason to end
  const given = (server.address() as AddressInfo).port; // a server on a port has one
  const url = `http://${reachedBy}:${given}`;
  const qr = trustQr(url);

  function answerTo({ method, url: asked = '/', headers }: IncomingMessage): Answer | undefined {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const { pathname, searchParams } = new URL(asked, 'http://here');
    if (pathname === '/front-office.crt') return { type: 'application/x-x509-ca-cert', body: authority.certificate };
    if (pathname === '/trust.css') return { type: 'text/css; charset=utf-8', body: trustStyle };
    if (pathname !== '/') return undefined;
    const language = searchParams.get('language') ?? headers['accept-language'] ?? '';
    const body = trustPage({ authority, office: serving.office(), qr }, language.startsWith('de') ? 'de' : 'en');
    return { type: 'text/html; charset=utf-8', body };
  }

  return {
    url,
    port: given,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const hostIsOurs = ({ headers: { host = '' } }: IncomingMessage, hosts: readonly string[]) =>
  hosts.includes(host.replace(/:\d{1,5}$/, '').toLowerCase());

function send(response: ServerResponse, status: number, { type, body }: Answer, headOnly = false): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; form-action 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  response.end(headOnly ? undefined : body);
}
