import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  readonly url: string;
  /** How often each Message-ID has come in. */
  readonly counts: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** A mail server outside of the office: it outlives every crash, and counts what it is given. */
export async function mailSink(): Promise<MailSink> {
  const counts = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      text(stream).then((mail) => {
        const id = /^Message-ID: (\S+)\r$/im.exec(mail)?.[1] ?? 'none';
        counts.set(id, (counts.get(id) ?? 0) + 1);
        done();
      }, done);
    },
  });
  server.on('error', () => {}); // a client that was killed in the middle of a mail
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo; // a server on a port has one
  return {
    url: `smtp://127.0.0.1:${port}`,
    counts,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
