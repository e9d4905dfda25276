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
  /** A digest of the `Idempotency-Key`: enough to see that two lines are one wish. */
  request: string | null;
}

export const traceOf = (response: Response): Trace => response.locals.trace as Trace; // `startTrace` has put it there

/** Follows every request and writes one line of log when it is over. */
export const startTrace =
  (logger: Logger): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    const startedAt = performance.now();
    const trace: Trace = { id: newId(), route: null, office: null, request: null };
    response.locals.trace = trace;
    response.once('close', () => {
      const { method } = request;
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      // A caller who hung up was answered nothing.
      const status = response.writableFinished ? response.statusCode : null;
      logger.info({ ...trace, method, status, ms }, 'request');
    });
    next();
  };

export const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);
