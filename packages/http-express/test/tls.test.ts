import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { type LocalAuthority, localAuthority } from '@front-office/local-ca';
import { expect, it, onTestFinished } from 'vitest';
import { type RunningServer, startServer } from '../src/index.ts';
import { reception } from './reception.ts';

async function house(): Promise<LocalAuthority> {
  const parent = await mkdtemp(join(tmpdir(), 'front-office-tls-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  return localAuthority({ folder: join(parent, 'authority'), name: 'Test', now: () => new Date() });
}

const here = { names: ['localhost'], addresses: ['127.0.0.1'] };

async function asked({ port }: RunningServer, authority: LocalAuthority) {
  const asking = secureRequest({
    host: '127.0.0.1',
    port,
    servername: 'localhost',
    ca: authority.certificatePem,
    agent: false,
  });
  asking.end();
  const [answer] = await once(asking, 'response');
  let text = '';
  for await (const chunk of answer) text += chunk;
  return { text, serial: (answer.socket as TLSSocket).getPeerX509Certificate()?.serialNumber };
}

it('HTTPS is spoken by a certificate, which is changed while it runs, and plain HTTP is not answered there', async () => {
  const authority = await house();
  const server = await startServer({
    app: (_request, response) => response.end('open'),
    port: 0,
    tls: await authority.serverCertificate(here),
  });
  onTestFinished(() => server.close());
  expect(server.url).toMatch(/^https:/);
  const before = await asked(server, authority);
  expect(before.text).toBe('open');
  server.setSecureContext(await authority.serverCertificate({ ...here, names: ['localhost', 'other.local'] }));
  expect((await asked(server, authority)).serial).not.toBe(before.serial);
  const plain = get({ host: '127.0.0.1', port: server.port });
  await expect(once(plain, 'response')).rejects.toThrow();
});

it('it closes although a connection is open that asks nothing, and lets a running request finish', async () => {
  const authority = await house();
  let answer: (() => void) | undefined;
  const server = await startServer({
    app: (_request, response) => {
      answer = () => response.end('done');
    },
    port: 0,
    tls: await authority.serverCertificate(here),
  });
  const running = asked(server, authority);
  await expect.poll(() => answer !== undefined).toBe(true);
  const closed = server.close();
  answer?.();
  expect((await running).text).toBe('done');
  await closed;
});

it('browsers are told to stay with HTTPS only where people come by HTTPS, and what pages may ask them for', async () => {
  const headersOf = async (isSecure: boolean) => {
    const { url } = await reception({ app: { isSecure } });
    const asking = request(`${url}/health`);
    asking.end();
    const [response] = await once(asking, 'response');
    response.resume();
    return response.headers;
  };
  const [plain, secure] = [await headersOf(false), await headersOf(true)];
  expect(plain['strict-transport-security']).toBeUndefined();
  expect(secure['strict-transport-security']).toBe('max-age=31536000');
  expect(plain['permissions-policy']).toContain('camera=(self)');
  expect(plain['permissions-policy']).toContain('geolocation=()');
  expect(plain['cross-origin-opener-policy']).toBe('same-origin');
});
