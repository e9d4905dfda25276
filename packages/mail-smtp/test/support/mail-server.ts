import { createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail as the server got it. */
interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text, as they came over the wire. */
  readonly source: string;
}

/** A real SMTP server on this machine that takes every mail, but where `wishes` say otherwise. It ends with the test. */
export async function mailServer(wishes: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...wishes,
    async onData(stream, session, done) {
      const source = await text(stream);
      const { mailFrom, rcptTo } = session.envelope;
      received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), source });
      if (wishes.onData) wishes.onData(stream, session, done);
      else done();
    },
  });
  server.on('error', () => {}); // a client that hangs up is part of some scenes
  const listening = server.listen(0, '127.0.0.1');
  const port = await portOf(listening as Server); // types of smtp-server call it net.Server or tls.Server
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port, url: `smtp://127.0.0.1:${port}`, received };
}

/** A server that does what `behave` says with each connection, and no more. */
export async function bareServer(behave: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    behave(socket);
  }).listen(0, '127.0.0.1');
  const port = await portOf(server);
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    drop();
    server.close();
  });
  return { url: `smtp://127.0.0.1:${port}`, sockets, drop };
}

/** Refuses with this reply: `refusal(550, '5.1.1 <anna@example.com> unknown')`. */
export const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

async function portOf(server: Server): Promise<number> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
