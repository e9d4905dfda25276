import type { Door, KernelRefusalCode, Route } from '@front-office/kernel';
import type * as z from 'zod';
import type { HttpCode } from './codes.ts';
import type { Problem as ProblemOf } from './problem.ts';

/** Whatever can be called: a route, or a door such as signing in. */
type Place = Route | Door;

/** `POST /visits/walk-in`: how a call names its route. */
export type RouteKey<R extends Place> = R extends Place ? `${R['method']} ${R['path']}` : never;

type RouteAt<R extends Place, Key> = R extends Place ? (`${R['method']} ${R['path']}` extends Key ? R : never) : never;

/** What a call of this route takes: names in braces, query and body as one object. */
export type InputAt<R extends Place, Key> = NonNullable<RouteAt<R, Key>['takes']>;
/** What it answers when it is not refused. */
export type OutputAt<R extends Place, Key> = z.output<RouteAt<R, Key>['output']>;
/** Every code it can be refused with; `unreachable` means that no answer of the API came back. */
export type CodeAt<R extends Place, Key> =
  | RouteAt<R, Key>['refusals'][number]
  | KernelRefusalCode
  | HttpCode
  | 'unreachable';

export { type Committed, type FollowEvent, type FollowOptions, followEvents } from './follow.ts';

export type Problem<Code extends string = string> = ProblemOf<Code>;

export type Answer<Output, Code extends string> =
  | { readonly data: Output; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: Problem<Code> };

export interface ClientOptions {
  /** `/api/v1` in a page of the same server, else with its origin. */
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the sentences, asked at every call. */
  readonly language?: () => string;
  readonly fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  /**
   * Names this wish (`Idempotency-Key`), so that it is done once however often it is sent. A retry must reuse it, hence
   * choose one where a retry is possible; without it every call is a wish of its own.
   */
  readonly request?: string;
  readonly signal?: AbortSignal;
}

export interface Client<R extends Place> {
  /** Calls a route. Never throws because of the network: whatever is no answer of the API is the problem `unreachable`. */
  call<Key extends RouteKey<R>>(
    key: Key,
    input: InputAt<R, Key>,
    options?: CallOptions,
  ): Promise<Answer<OutputAt<R, Key>, CodeAt<R, Key>>>;
}

/** The typed client of an API: `createClient<VisitRoutes>({ baseUrl: '/api/v1' })`. Types from the routes, and one `fetch`. */
export function createClient<R extends Place>(options: ClientOptions): Client<R> {
  return {
    async call(key, input, { request, signal } = {}) {
      const language = options.language?.() ?? 'en';
      const [method = '', path = ''] = key.split(' ');
      const { address, rest } = addressOf(path, { ...(input as Fields) }); // an input is an object of fields
      const headers = { ...options.headers, 'Accept-Language': language };
      const init =
        method === 'GET'
          ? { headers }
          : {
              method,
              headers: {
                ...headers,
                'Content-Type': 'application/json',
                'Idempotency-Key': request ?? crypto.randomUUID(),
              },
              body: JSON.stringify(rest),
            };
      const url = options.baseUrl + address + (method === 'GET' ? queryOf(rest) : '');
      try {
        const response = await (options.fetch ?? fetch)(url, { ...init, signal: signal ?? null });
        const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
        const body: unknown = await response.json();
        // `never`, since what came over the wire is taken for what the same routes promise on the server.
        if (isProblem) return { problem: body as never };
        if (response.ok) return { data: body as never };
      } catch {
        // No connection, cut off, or no JSON: a proxy's own page.
      }
      return { problem: unreachable(language) };
    },
  };
}

type Fields = Record<string, unknown>;

function addressOf(path: string, rest: Fields) {
  const address = path.replace(/\{(\w+)\}/g, (_braces, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { address, rest };
}

function queryOf(fields: Fields): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

const unreachable = (language: string): Problem<'unreachable'> => ({
  type: 'urn:front-office:refusal:unreachable',
  title: 'unreachable',
  status: 0,
  code: 'unreachable',
  detail: language.startsWith('de')
    ? 'Der Server ist gerade nicht erreichbar. Nichts, was bestätigt wurde, ist verloren. Bitte versuchen Sie es gleich noch einmal.'
    : 'The server cannot be reached now. Nothing that was confirmed is lost. Please try again in a moment.',
  figures: {},
  instance: '',
});
