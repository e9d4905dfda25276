import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { OpenApi } from '../openapi/document.ts';
import { fuzzRole } from './fuzz-role.ts';
import { requests } from './requests.ts';
import { valuesOf } from './schema-values.ts';

/** A server of one route that behaves, or misbehaves in one way. */
const document: OpenApi = {
  openapi: '3.1.0',
  servers: [{ url: '/' }],
  paths: {
    '/notes/{note}': {
      post: {
        parameters: [{ name: 'note', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z]{1,9}$' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { text: { type: 'string', maxLength: 20 } },
                required: ['text'],
                additionalProperties: false,
              },
            },
          },
        },
        responses: {
          200: { content: { 'application/json': { schema: { type: 'object', required: ['id'] } } } },
          400: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
    },
  },
  components: { schemas: { Problem: { type: 'object', required: ['code', 'status'] } } },
};

const servers: (() => void)[] = [];
afterAll(() => {
  for (const close of servers) close();
});

type Say = (status: number, body: unknown, headers?: Record<string, string | undefined>) => void;

async function serve(behave: (body: unknown, say: Say, path: string) => void): Promise<string> {
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const say: Say = (status, body, headers = {}) => {
      const type = status === 200 ? 'application/json' : 'application/problem+json';
      const all = {
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        ...headers,
      };
      response.writeHead(status, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
      response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
    };
    const path = decoded(request.url ?? '').split('?')[0] ?? '';
    if (!/^\/notes\/[^/]+$/.test(path)) return say(404, { code: 'route_unknown', status: 404 });
    if (request.method !== 'POST') return say(405, { code: 'method_not_allowed', status: 405 });
    behave(parsed(Buffer.concat(chunks).toString()), say, path);
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  servers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('%2f', '%252f').replaceAll('%2F', '%252F'));
  } catch {
    return path;
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const malformed = { code: 'body_malformed', status: 400 };

/** As a good server would. */
const properly = (body: unknown, say: Say) => {
  const { text, ...others } = (body ?? {}) as Record<string, unknown>;
  const fits = typeof text === 'string' && [...text].length <= 20 && Object.keys(others).length === 0;
  return fits ? say(200, { id: 'a' }) : say(400, malformed);
};

const fuzz = (base: string) =>
  fuzzRole({ document, base, headers: () => ({}), ids: {}, canaries: ['canary'], runs: 400, seed: 1, mostWaitMs: 50 });

describe('the fuzzer', () => {
  it('finds nothing where there is nothing', async () => {
    const report = await fuzz(await serve(properly));
    expect(report.findings).toEqual([]);
    expect(report.neverDone).toEqual([]);
    expect(report.requests).toBe(400);
  });

  it.each<[string, string, (body: unknown, say: Say) => void]>([
    ['a crash', 'answers 500', (body, say) => (body === undefined ? say(500, {}) : properly(body, say))],
    [
      'a status that is not in the document',
      'answers 409, which is not in the document',
      (_body, say) => say(409, malformed),
    ],
    ['a body outside of its schema', 'answers 200 outside of its schema', (_body, say) => say(200, { name: 'a' })],
    [
      'a wrong media type',
      'answers 200 as text/html',
      (_body, say) => say(200, { id: 'a' }, { 'content-type': 'text/html' }),
    ],
    [
      'what belongs to another office',
      'tells what belongs to another office',
      (_body, say) => say(200, { id: 'canary' }),
    ],
    [
      'input that the document forbids',
      'accepts a body outside of its schema',
      (body, say) => (body === undefined ? say(400, malformed) : say(200, { id: 'a' })),
    ],
    [
      'an answer that may be cached',
      'lets the answer be cached',
      (_body, say) => say(200, { id: 'a' }, { 'cache-control': undefined }),
    ],
    [
      'an answer that may be sniffed',
      'lets a browser guess the type',
      (_body, say) => say(200, { id: 'a' }, { 'x-content-type-options': undefined }),
    ],
  ])('finds %s, and shows the smallest request', async (_, kind, misbehave) => {
    const { findings } = await fuzz(await serve(misbehave));
    expect(findings.map((finding) => finding.kind)).toContain(`POST /notes/{note}: ${kind}`);
    expect(findings[0]?.request).toMatch(/^POST \/notes\//);
  });

  it('finds a request that is never answered', async () => {
    const base = await serve((body, say) => (body === undefined ? undefined : properly(body, say)));
    const { findings } = await fuzz(base);
    expect(findings.map((finding) => finding.kind)).toEqual(['POST /notes/{note}: is not answered']);
  });

  it('sends the same requests for the same seed', () => {
    const every = requests({ document, ids: {}, foreignIds: [] });
    const sample = (seed: number) => fc.sample(every, { numRuns: 50, seed }).map(({ path, body }) => [path, body]);
    expect(sample(7)).toEqual(sample(7));
    expect(sample(7)).not.toEqual(sample(8));
  });

  it('says which pattern it has no value for', () => {
    const unknown = { type: 'string', pattern: '^(?=x)\\p{Lu}{99}$' };
    expect(() => valuesOf(unknown, { document, ids: {} })).toThrow('add a sample');
  });
});
