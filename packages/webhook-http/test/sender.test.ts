import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { EffectFailed } from '@front-office/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { webhookSender } from '../src/index.ts';
import { cert } from './support/certificate.ts';
import { receiver } from './support/receiver.ts';
import { onThisMachine, to } from './support/sending.ts';

const trying = webhookSender({ allowAddress: onThisMachine });

describe('a webhook', () => {
  it('arrives as it was signed: body, headers and path, under the name of the host', async () => {
    const there = await receiver();
    const answer = await trying.post(to(`http://127.0.0.1:${there.port}/hooks?of=office`));
    expect(answer).toEqual({ outcome: 'delivered', status: 204 });
    expect(there.received).toMatchObject([
      {
        path: '/hooks?of=office',
        body: '{"type":"visit.visitorArrived"}',
        headers: {
          host: `127.0.0.1:${there.port}`,
          'webhook-id': 'evt_1',
          'content-type': 'application/json',
          'content-length': '31',
        },
      },
    ]);
  });

  it.each([
    [200, { outcome: 'delivered', status: 200 }],
    [301, { outcome: 'failed', code: 'redirect_refused', status: 301, retryAfterMs: null }],
    [307, { outcome: 'failed', code: 'redirect_refused', status: 307, retryAfterMs: null }],
    [400, { outcome: 'failed', code: 'not_taken', status: 400, retryAfterMs: null }],
    [410, { outcome: 'gone', status: 410 }],
    [500, { outcome: 'failed', code: 'receiver_failed', status: 500, retryAfterMs: null }],
  ])('that is answered %i has come to this', async (status, expected) => {
    const there = await receiver({
      answer: (_request, response) => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('no'),
    });
    expect(await trying.post(to(`http://127.0.0.1:${there.port}/`))).toEqual(expected);
    expect(there.received).toHaveLength(1); // no redirect was followed
  });

  it.each([
    [429, '120', 120_000],
    [503, '7', 7_000],
    [503, 'soon', null],
    [500, '7', null],
  ])('that is answered %i with Retry-After %s waits %s ms', async (status, retryAfter, retryAfterMs) => {
    const answer = (_request: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(status, { 'retry-after': retryAfter }).end();
    const there = await receiver({ answer });
    expect(await trying.post(to(`http://127.0.0.1:${there.port}/`))).toMatchObject({ status, retryAfterMs });
  });

  it('waits until the date that the receiver names', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const there = await receiver({
      answer: (_request, response) => response.writeHead(503, { 'retry-after': date }).end(),
    });
    const answer = await trying.post(to(`http://127.0.0.1:${there.port}/`));
    if (answer.outcome !== 'failed') throw new Error('It arrived.');
    expect(answer.retryAfterMs).toBeGreaterThan(50_000);
    expect(answer.retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});

describe('a receiver that does not behave', () => {
  it('that answers with a text without end is heard for 4 kB', async () => {
    const closed = Promise.withResolvers<void>();
    const there = await receiver({
      answer(_request, response) {
        response.writeHead(200);
        const pour = setInterval(() => response.write('x'.repeat(1_000)), 1);
        response.on('close', () => {
          clearInterval(pour);
          closed.resolve();
        });
      },
    });
    expect(await trying.post(to(`http://127.0.0.1:${there.port}/`))).toEqual({ outcome: 'delivered', status: 200 });
    await closed.promise; // the line was dropped
  });

  it('that says nothing is left after the time that there is', async () => {
    const there = await receiver({ answer: () => {} });
    const hurried = webhookSender({ allowAddress: onThisMachine, timeoutMs: 100 });
    const answer = await hurried.post(to(`http://127.0.0.1:${there.port}/`));
    expect(answer).toMatchObject({ outcome: 'failed', code: 'timed_out' });
  });

  it('whose name is never answered is left as well', async () => {
    const hurried = webhookSender({ timeoutMs: 50, resolve: () => new Promise(() => {}) });
    expect(await hurried.post(to('https://silent.example.com/'))).toMatchObject({ code: 'timed_out' });
  });

  it('where nobody listens is away', async () => {
    expect(await trying.post(to('http://127.0.0.1:1/'))).toMatchObject({ outcome: 'failed', code: 'receiver_away' });
  });

  it('that speaks no HTTP is told apart', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).end('220 mail.example.com ESMTP\r\n'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // it listens on a port
    expect(await trying.post(to(`http://127.0.0.1:${port}/`))).toMatchObject({ code: 'not_http' });
  });
});

describe('over TLS', () => {
  it('a receiver with a good certificate is told', async () => {
    const there = await receiver({ secure: true });
    const trusting = webhookSender({ allowAddress: onThisMachine, ca: cert, resolve: async () => ['127.0.0.1'] });
    const answer = await trusting.post(to(`https://localhost:${there.port}/`));
    expect(answer).toEqual({ outcome: 'delivered', status: 204 });
  });

  it.each([
    ['that nobody vouches for', 'localhost', undefined],
    ['of another name', 'other.example.com', cert],
  ])('a certificate %s is refused, and nothing is said', async (_whose, host, ca) => {
    const there = await receiver({ secure: true });
    const options = { allowAddress: onThisMachine, resolve: async () => ['127.0.0.1'], ...(ca && { ca }) };
    const answer = await webhookSender(options).post(to(`https://${host}:${there.port}/`));
    expect(answer).toMatchObject({ outcome: 'failed', code: 'tls_failed' });
    expect(there.received).toEqual([]);
  });
});

describe('the server itself', () => {
  it('that stops has tried nothing', async () => {
    const there = await receiver({ answer: () => {} });
    const stopping = new AbortController();
    const sent = trying.post(to(`http://127.0.0.1:${there.port}/`, stopping.signal));
    setTimeout(() => stopping.abort(), 20);
    await expect(sent).rejects.toMatchObject({ code: 'webhook_interrupted', permanent: false });
  });

  it('has so many on their way and no more: the next one waits a little, and is put off', async () => {
    const held: (() => void)[] = [];
    const there = await receiver({
      answer: (_request, response) => void held.push(() => response.writeHead(204).end()),
    });
    const url = `http://127.0.0.1:${there.port}/`;
    const narrow = webhookSender({ allowAddress: onThisMachine, mostAtOnce: 1 });
    const first = narrow.post(to(url));
    await expect(narrow.post(to(url))).rejects.toBeInstanceOf(EffectFailed);
    const second = narrow.post(to(url));
    await expect.poll(() => held.length).toBe(1);
    held[0]?.();
    await expect.poll(() => held.length).toBe(2); // it has got the place of the first
    held[1]?.();
    expect(await Promise.all([first, second])).toEqual(Array(2).fill({ outcome: 'delivered', status: 204 }));
  });
});
