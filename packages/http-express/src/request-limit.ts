import { type Refusal, refuse } from '@front-office/kernel';
import type { Response } from 'express';
import type { HttpCode } from './codes.ts';
import type { Caller } from './route-handler.ts';

/** What somebody has left of their requests. */
export interface RequestsLeft {
  /** Of so many in a window. */
  readonly limit: number;
  /** Below zero: this one was too many. */
  readonly remaining: number;
  /** Seconds until a new window begins. */
  readonly resetSeconds: number;
}

/** Counts one request of a caller, wherever all servers can see it; nothing for those who are not limited. */
export type CountRequest = (caller: Caller, method: 'GET' | 'POST') => Promise<RequestsLeft | undefined>;

interface Asking {
  readonly caller: Caller;
  readonly method: 'GET' | 'POST';
}

/**
 * Counts a request, and tells the caller what is left in the headers of draft-ietf-httpapi-ratelimit-headers. A refusal when
 * nothing was left for this one.
 */
export async function limitReached(
  count: CountRequest | undefined,
  { caller, method }: Asking,
  response: Response,
): Promise<Refusal<HttpCode> | undefined> {
  const left = await count?.(caller, method);
  if (left === undefined) return undefined;
  const { limit, remaining, resetSeconds } = left;
  response.setHeader('RateLimit-Policy', `"requests";q=${limit}`);
  response.setHeader('RateLimit', `"requests";r=${Math.max(0, remaining)};t=${resetSeconds}`);
  if (remaining >= 0) return undefined;
  response.setHeader('Retry-After', String(resetSeconds));
  return refuse('too_many_requests');
}
