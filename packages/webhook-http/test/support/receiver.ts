import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { cert, key } from './certificate.ts';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
  readonly body: string;
}

interface Receiver {
  readonly port: number;
  readonly received: readonly Received[];
}

/** A real server on this machine that answers what the scene wants, 204 unless given. It ends with the test. */
export async function receiver({
  secure = false,
  answer = (_request, response) => response.writeHead(204).end(),
}: {
  readonly secure?: boolean;
  readonly answer?: RequestListener;
} = {}): Promise<Receiver> {
  const received: Received[] = [];
  const listener: RequestListener = async (request, response) => {
    received.push({ headers: request.headers, path: request.url ?? '', body: await text(request) });
    answer(request, response);
  };
  const server: Server = secure ? createSecureServer({ cert, key }, listener) : createServer(listener);
  server.on('tlsClientError', () => {}); // a sender that does not trust it hangs up
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, received }; // it listens on a port
}
