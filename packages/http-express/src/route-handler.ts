import { type Actor, type Kernel, may, type Refusal, type Refused, type Route, refuse } from '@front-office/kernel';
import type { Request, Response } from 'express';
import type { BodyLimits } from './body.ts';
import type { HttpCode } from './codes.ts';
import { rowsOf } from './no-sql.ts';
import { type CountRequest, limitReached } from './request-limit.ts';
import { sentTo } from './sent.ts';
import { traceOf } from './trace.ts';

/** Who asks, and in which office. */
export interface Caller {
  readonly refused?: undefined;
  readonly office: string;
  readonly actor: Actor;
}

/** Why somebody who is known in principle is not let in now: the place is locked, a second proof is owed. */
export interface NotLetIn {
  readonly refused: Refusal<HttpCode>;
}

/** Finds out who sent a request; nobody when it carries no valid sign-in. */
export type Authenticate = (request: Request) => Promise<Caller | NotLetIn | undefined> | Caller | NotLetIn | undefined;

export interface HandlerOptions {
  readonly kernel: Kernel;
  readonly authenticate: Authenticate;
  readonly countRequest?: CountRequest | undefined;
  readonly limits: BodyLimits;
}

export type RouteAnswer = Refused | { readonly refused?: undefined; readonly data: unknown };

/**
 * One request to one route: who asks, whether they may, what they send, and then the route's own `run`. Nothing of the
 * body is read before we know that its sender may use the route.
 */
export async function answerRoute(
  route: Route,
  { kernel, authenticate, countRequest, limits }: HandlerOptions,
  request: Request,
  response: Response,
): Promise<RouteAnswer> {
  const caller = (await authenticate(request)) ?? nobody;
  if (caller.refused) return caller;
  const { office, actor } = caller;
  const trace = traceOf(response);
  trace.office = office;
  trace.by = `${actor.kind} ${actor.id}`;
  const tooMany = await limitReached(countRequest, { caller, method: route.method }, response);
  if (tooMany) return { refused: tooMany };
  if (!may(actor, route.needs)) return { refused: refuse('not_permitted', { needs: route.needs }) };

  const sent = await sentTo(route, request, { limits, trace });
  if (sent.refused) return sent;
  const asked = { kernel, office, actor, request: sent.request, query: rowsOf(kernel, office, actor) };
  const answer = await route.run(asked, sent.input as never); // parsed by the schema of this very route
  return isRefused(answer) ? answer : { data: answer };
}

export const nobody: NotLetIn = { refused: refuse('not_signed_in') };

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && answer.refused !== undefined;
