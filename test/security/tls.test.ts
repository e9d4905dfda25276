import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../packages/http-express/src/index.ts';
import { type LocalAuthority, localAuthority } from '../../packages/local-ca/src/index.ts';

let folder: string;
let authority: LocalAuthority;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-office-tls-'));
  authority = await localAuthority({ folder: join(folder, 'authority'), name: 'Test', now: () => new Date() });
  const tls = await authority.serverCertificate({ names: ['localhost'], addresses: ['127.0.0.1'] });
  server = await startServer({ app: (_request, response) => response.end(), port: 0, tls });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What a client and the server agree on, or why they do not. */
async function agreed(wish: ConnectionOptions): Promise<string> {
  const socket = connect({
    host: '127.0.0.1',
    port: server.port,
    servername: 'localhost',
    ca: authority.certificatePem,
    ...wish,
  });
  try {
    await once(socket, 'secureConnect');
    return `${socket.getProtocol()} ${socket.getCipher().name}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  } finally {
    socket.destroy();
  }
}

/** OpenSSL's own level 0, so that the client is willing and it is the server that refuses. */
const willing = 'ALL:@SECLEVEL=0';

it('TLS 1.3 is preferred, 1.2 is spoken, and nothing older', async () => {
  expect(await agreed({})).toMatch(/^TLSv1\.3 TLS_AES_256_GCM_SHA384$/);
  expect(await agreed({ maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-ECDSA-.*(?:GCM|CHACHA20)/);
  for (const version of ['TLSv1.1', 'TLSv1'] as const)
    expect(await agreed({ minVersion: version, maxVersion: version, ciphers: willing })).toMatch(/PROTOCOL_VERSION/);
});

it.each([
  ['without encryption', 'ECDHE-ECDSA-NULL-SHA'],
  ['without a certificate', 'AECDH-AES256-SHA'],
  ['that authenticates after it has decrypted', 'ECDHE-ECDSA-AES256-SHA384'],
  ['with SHA-1', 'ECDHE-ECDSA-AES256-SHA'],
])('a suite %s is not agreed on', async (_what, suite) => {
  const wish = { maxVersion: 'TLSv1.2', ciphers: `${suite}:@SECLEVEL=0`, rejectUnauthorized: false } as const;
  expect(await agreed(wish)).toMatch(/HANDSHAKE_FAILURE/);
});
