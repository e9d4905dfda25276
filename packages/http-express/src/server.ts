import { createServer, type RequestListener, STATUS_CODES } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { newId } from '@front-office/values';
import { CannotListen } from './cannot-listen.ts';
import type { HttpCode } from './codes.ts';
import { Connections } from './connections.ts';
import { problemOf } from './problem.ts';
import { httpWords } from './words/index.ts';

export interface ServerOptions {
  readonly app: RequestListener;
  /** 0 takes any that is free. */
  readonly port: number;
  /** This machine only, unless said otherwise. */
  readonly host?: string;
  /** Speaks HTTPS by this certificate, and nothing else. */
  readonly tls?: TlsCertificate;
  readonly times?: Partial<TimeLimits>;
}

/** A certificate with those that vouch for it, and its key; both PEM. */
export interface TlsCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface TimeLimits {
  /** Until the headers of a request are there; else it is `too_slow`. */
  readonly headersMs: number;
  /** Until all of a request is there; else it is `too_slow`. */
  readonly requestMs: number;
  /** How long a connection stays open for the next request. */
  readonly keepAliveMs: number;
  /** How long `close` waits for requests that are running. */
  readonly graceMs: number;
}

const timeLimits: TimeLimits = { headersMs: 10_000, requestMs: 15_000, keepAliveMs: 5_000, graceMs: 10_000 };
/**
 * Suites of TLS 1.3, and of 1.2 those with authenticated encryption and forward secrecy (RFC 9325, section 4.2; Mozilla's
 * "intermediate").
 */
const tlsRules = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    ...['ECDHE-ECDSA', 'ECDHE-RSA'].flatMap((exchange) =>
      ['AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-GCM-SHA256'].map((cipher) => `${exchange}-${cipher}`),
    ),
  ].join(':'),
} as const;
const MOST_CONNECTIONS = 1_000;
/** How often Node looks for connections that are over their time. */
const LOOK_MS = 1_000;

export interface RunningServer {
  /** `http://127.0.0.1:3000`, or `https://…` with `tls` */
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, closes those that wait for nothing, and lets running requests finish, for at most `graceMs`. */
  close(): Promise<void>;
  /** New connections get this certificate, open ones go on. Nothing happens where there is no HTTPS. */
  setSecureContext(certificate: TlsCertificate): void;
}

/** Serves an app over HTTP, or HTTPS with `tls`. @throws {CannotListen} when the port is taken or cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, port, host = '127.0.0.1', tls } = options;
  const { headersMs, requestMs, keepAliveMs, graceMs } = { ...timeLimits, ...options.times };
  const limits = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: LOOK_MS,
  };
  const secure = tls && createSecureServer({ ...limits, ...tls, ...tlsRules, handshakeTimeout: headersMs });
  const server = secure ?? createServer(limits);
  server.maxConnections = MOST_CONNECTIONS;
  const connections = new Connections(server);
  server.on('request', app);
  server.on('clientError', (error, socket) => answerUnreadable(error, socket as Socket, connections)); // plain HTTP runs over sockets
  await new Promise<void>((resolve, reject) => {
    // Stays for good: once it listens, what goes wrong with one connection must not take the process down.
    server.on('error', (error) => reject(new CannotListen(error, { host, port })));
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo; // a server on a port has one
  return {
    url: `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${given}`,
    port: given,
    close: () => connections.close(graceMs),
    setSecureContext: (certificate) => secure?.setSecureContext({ ...certificate, ...tlsRules }),
  };
}

/** Answers what never became a request. Nobody has read its language, so it is English. */
function answerUnreadable({ code }: NodeJS.ErrnoException, socket: Socket, connections: Connections): void {
  if (!socket.writable || code === 'ECONNRESET' || connections.isAnswering(socket)) {
    socket.destroy();
    return;
  }
  const refusal = { code: codeByParserError[code ?? ''] ?? 'request_malformed', figures: {} } as const;
  const problem = problemOf(refusal, httpWords.en[refusal.code](refusal.figures), newId());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    'Content-Language: en',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const codeByParserError: Readonly<Partial<Record<string, HttpCode>>> = {
  HPE_HEADER_OVERFLOW: 'header_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too_slow',
};
