import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { defineRoute } from '@front-office/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { startServer } from '../src/index.ts';
import { reception } from './reception.ts';

/** A route that answers when the test lets it, and says when it has been asked. */
function patientRoute() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  const route = defineRoute({
    method: 'GET',
    path: '/patient',
    summary: 'Waits',
    needs: 'visits.receive',
    input: z.strictObject({}),
    output: z.string(),
    run: () => {
      asked.resolve();
      return answer.promise;
    },
  });
  return { route, asked: asked.promise, answer: answer.resolve };
}

describe('stopping', () => {
  it('lets a running request finish and takes no new one', async () => {
    const patient = patientRoute();
    const at = await reception({ routes: [patient.route] });
    const running = at.get('/patient');
    await patient.asked;
    const closed = at.close();
    await expect(at.get('/patient')).rejects.toThrow('fetch failed');
    patient.answer('done');
    expect(await running).toMatchObject({ status: 200, body: 'done' });
    const stoppedAt = performance.now();
    await closed;
    expect(performance.now() - stoppedAt).toBeLessThan(1_000);
  });

  it('closes at once what waits for nothing: a connection kept alive, and one that never spoke', async () => {
    const at = await reception();
    await at.get('/hosts?search=pro');
    const silent = connect(at.port, '127.0.0.1');
    await once(silent, 'connect');
    await after(20); // until the server has it, too
    const closingAt = performance.now();
    await at.close();
    expect(performance.now() - closingAt).toBeLessThan(1_000);
    silent.destroy();
  });

  it('cuts off who does not finish in time, and may be asked twice', async () => {
    const patient = patientRoute();
    const at = await reception({ routes: [patient.route], times: { graceMs: 50 } });
    const running = at.get('/patient').catch((error: Error) => error.message);
    await patient.asked;
    await Promise.all([at.close(), at.close()]);
    expect(await running).toBe('fetch failed');
  });
});

describe('who is too slow', () => {
  it('with the headers, is told so and let go', async () => {
    const at = await reception({ times: { headersMs: 100 } });
    expect(await at.raw('GET /health HTTP/1.1\r\nHost: local')).toMatch(/^HTTP\/1\.1 408 .*"code":"too_slow"/s);
  });

  it('with the body, is told so and let go', async () => {
    const at = await reception({ times: { headersMs: 100, requestMs: 100 } });
    const head = [
      'POST /api/v1/visits/walk-in HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Idempotency-Key: a',
      'Content-Length: 5',
    ];
    expect(await at.raw(`${head.join('\r\n')}\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 408 .*"code":"too_slow"/s);
  });
});

describe('a port that cannot be had', () => {
  const app = () => {};

  it('is named with what to do, when another program has it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number }; // it listens on a port
    await expect(startServer({ app, port })).rejects.toMatchObject({
      name: 'CannotListen',
      code: 'port_taken',
      sentences: { de: expect.stringContaining(`Port ${port}`), en: expect.stringContaining(`port ${port}`) },
    });
  });

  it('is told apart from a host that is none', async () => {
    await expect(startServer({ app, port: 0, host: '192.0.2.1' })).rejects.toMatchObject({ code: 'address_unknown' });
  });
});
