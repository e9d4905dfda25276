import { createHash } from 'node:crypto';
import { newId } from '@front-office/values';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** What may be told of a request: made by us or written in our source, never a text that the caller chose. */
export interface Trace {
  readonly id: string;
  /** The pattern of the route, `/api/v1/visits/{visit}`: the address itself may hold a name. */
  route: string | null;
  office: string | null;
  /** Who asked, as far as that was found out: `staff 01983b5e-…`. */
  by: string | null;
  /** Whether it was a door, where somebody proves who they are. */
  door: boolean;
  /** The code of a refusal. */
  refused: string | null;
  /** A digest of the `Idempotency-Key`: enough to see that two lines are one wish. */
  request: string | null;
}

export const traceOf = (response: Response): Trace => response.locals.trace as Trace; // `startTrace` has put it there

/** Follows every request and writes one line of log when it is over. */
export const startTrace =
  (logger: Logger): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    const startedAt = performance.now();
    const trace: Trace = {
      id: newId(),
      route: null,
      office: null,
      by: null,
      door: false,
      refused: null,
      request: null,
    };
    response.locals.trace = trace;
    response.once('close', () => {
      const { method } = request;
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      // A caller who hung up was answered nothing.
      const status = response.writableFinished ? response.statusCode : null;
      logger[isTelling(trace, status) ? 'warn' : 'info']({ ...trace, method, status, ms }, 'request');
    });
    next();
  };

/**
 * What an attack would leave behind: a refusal at a door, of a right, of a guard, for too many requests (ASVS 5.0 V16.3).
 * Not having signed in yet is none: every desk begins so.
 */
const isTelling = ({ door, refused }: Trace, status: number | null): boolean =>
  refused !== null && (status === 403 || status === 421 || status === 429 || (door && status === 422));

export const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);
