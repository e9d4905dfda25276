import type { Door, KernelRefusalCode, Route } from '@front-office/kernel';

/** What this package itself refuses, before a route's own rules are asked. The README has a table of them. */
export type HttpCode = keyof typeof httpStatus;

const httpStatus = {
  request_malformed: 400,
  header_too_large: 431,
  too_slow: 408,
  url_malformed: 400,
  host_not_allowed: 421,
  origin_not_allowed: 403,
  route_unknown: 404,
  method_not_allowed: 405,
  not_signed_in: 401,
  session_locked: 401,
  second_proof_owed: 401,
  no_office_chosen: 401,
  two_sign_ins: 400,
  too_many_requests: 429,
  idempotency_key_missing: 400,
  idempotency_key_invalid: 400,
  content_type_unsupported: 415,
  body_too_large: 413,
  body_malformed: 400,
  body_too_deep: 400,
  store_away: 503,
  store_has_no_sql: 501,
  internal: 500,
} as const;

const kernelStatus: Readonly<Record<KernelRefusalCode, number>> = {
  not_permitted: 403,
  not_found: 404,
  not_now: 409,
  input_invalid: 400,
  // As draft-ietf-httpapi-idempotency-key-header (section 2.7) has it for a key with another payload.
  request_reused: 422,
  busy: 503,
};

const statusByCode: ReadonlyMap<string, number> = new Map(Object.entries({ ...httpStatus, ...kernelStatus }));

/** A package's own rule said no: the request was understood and could not be carried out. */
const RULE_STATUS = 422;

export const statusOf = (code: string): number => statusByCode.get(code) ?? RULE_STATUS;

export const isHttpCode = (code: string): code is HttpCode => Object.hasOwn(httpStatus, code);

/** After how many seconds sending the same request again may help: a clash passes at once, a database restarts. */
export const retryAfterSeconds: Readonly<Partial<Record<string, number>>> = {
  busy: 1,
  store_away: 2,
  too_many_requests: 60,
};

const everywhere = [
  'url_malformed',
  'host_not_allowed',
  'origin_not_allowed',
  'not_signed_in',
  'two_sign_ins',
  'too_many_requests',
  'input_invalid',
  'not_found',
  'store_away',
  'internal',
] as const satisfies readonly (HttpCode | KernelRefusalCode)[];

/** A route acts for somebody with capabilities; a door does not ask for any. */
const ofRoutes = ['session_locked', 'second_proof_owed', 'no_office_chosen', 'not_permitted'] as const;

const byMethod = {
  GET: ['store_has_no_sql'],
  POST: [
    'idempotency_key_missing',
    'idempotency_key_invalid',
    'content_type_unsupported',
    'body_too_large',
    'body_malformed',
    'body_too_deep',
    'not_now',
    'request_reused',
    'busy',
  ],
} as const satisfies Record<Route['method'], readonly (HttpCode | KernelRefusalCode)[]>;

/**
 * Every code that a request to this route can be answered with. The rest belongs to no route: what fits none
 * (`route_unknown`, `method_not_allowed`), and what never became a request (`request_malformed`, `header_too_large`,
 * `too_slow`).
 */
export const codesOf = (route: Pick<Route, 'method' | 'refusals'> & Partial<Pick<Door, 'kind'>>): readonly string[] => [
  ...new Set([...everywhere, ...('kind' in route ? [] : ofRoutes), ...byMethod[route.method], ...route.refusals]),
];
