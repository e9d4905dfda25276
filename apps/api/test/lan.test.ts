import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type RequestOptions, request as secureRequest } from 'node:https';
import { expect, it } from 'vitest';
import { dataFolder, refusedStart, startServer } from '../../../test/support/server.ts';

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function answered(asking: ReturnType<typeof request>): Promise<Answered> {
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

it('--lan speaks HTTPS by an authority of this house, which a device is told to trust by a page', {
  timeout: 60_000,
}, async () => {
  const folder = await dataFolder();
  const server = await startServer({ DATA_DIR: folder.path }, { args: ['--lan'] });
  try {
    const [, trustPort] = /Trust +http:\S+:(\d+)/.exec(server.output()) ?? [];
    const [, fingerprint] = /SHA-256 +([0-9A-F:]{95})/.exec(server.output()) ?? [];
    const plain = (path: string, host = 'localhost') =>
      answered(request({ host: '127.0.0.1', port: trustPort, path, headers: { host, 'accept-language': 'de' } }));

    const page = await plain('/');
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain('Diesem Haus vertrauen');
    expect(page.body.toString()).toContain(fingerprint);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await plain('/', 'stranger.example')).status).toBe(404);
    expect((await plain('/api/v1/office')).status).toBe(404);

    const certificate = await plain('/front-office.crt');
    expect(certificate.headers['content-type']).toBe('application/x-x509-ca-cert');
    const authority = new X509Certificate(certificate.body);
    expect(authority.fingerprint256).toBe(fingerprint);

    const trusting = { host: '127.0.0.1', port: new URL(server.url).port, ca: authority.toString(), agent: false };
    const secure = (options: RequestOptions) =>
      answered(secureRequest({ ...trusting, servername: 'localhost', headers: { host: 'localhost' }, ...options }));
    const health = await secure({ path: '/health' });
    expect([health.status, health.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    expect((await secure({ path: '/health', headers: { host: 'stranger.example' } })).status).toBe(421);
    await expect(answered(secureRequest({ ...trusting, ca: [], path: '/health' }))).rejects.toThrow();
  } finally {
    expect(await server.end('SIGTERM')).toBe(0);
    await folder.remove();
  }
});

it.each([
  [{ HOST: '0.0.0.0' }, [], 'without encryption'],
  [{ PUBLIC_URL: 'http://office.example.com' }, ['--office=own'], 'https://office.example.com'],
  [{ PUBLIC_URL: 'https://office.example.com/desk' }, ['--office=own'], 'https://office.example.com'],
  [{ PUBLIC_URL: 'https://office.example.com' }, [], 'lets anybody in'],
  [{ PUBLIC_URL: 'https://office.example.com' }, ['--office=own', '--lan'], 'choose one of them'],
])('%j with %j is refused in words, before anything is opened', async (env, args, said) => {
  const { how, output } = await refusedStart(env, ...args);
  expect(how).toBe(1);
  expect(output).toContain(said);
});
