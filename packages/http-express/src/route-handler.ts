import { type Actor, checkInput, type Kernel, may, type Refused, type Route, refuse } from '@front-office/kernel';
import type { Request, Response } from 'express';
import { type BodyLimits, readBody } from './body.ts';
import { requestIdOf } from './guards.ts';
import { repeatedField } from './input.ts';
import { rowsOf } from './no-sql.ts';
import { digestOf, traceOf } from './trace.ts';

/** Who asks, and in which office. */
export interface Caller {
  readonly office: string;
  readonly actor: Actor;
}

/** Finds out who sent a request; nobody when it carries no valid sign-in. */
export type Authenticate = (request: Request) => Promise<Caller | undefined> | Caller | undefined;

export interface HandlerOptions {
  readonly kernel: Kernel;
  readonly authenticate: Authenticate;
  readonly limits: BodyLimits;
}

export type RouteAnswer = Refused | { readonly refused?: undefined; readonly data: unknown };

/**
 * One request to one route: who asks, whether they may, what they send, and then the route's own `run`. Nothing of the
 * body is read before we know that its sender may use the route.
 */
export async function answerRoute(
  route: Route,
  { kernel, authenticate, limits }: HandlerOptions,
  request: Request,
  response: Response,
): Promise<RouteAnswer> {
  const caller = await authenticate(request);
  if (caller === undefined) return { refused: refuse('not_signed_in') };
  const { office, actor } = caller;
  const trace = traceOf(response);
  trace.office = office;
  if (!may(actor, route.needs)) return { refused: refuse('not_permitted', { needs: route.needs }) };

  const sent = route.method === 'GET' ? readQuery(request) : await readCommand(request, limits);
  if (sent.refused) return sent;
  if (sent.request !== '') trace.request = digestOf(sent.request);
  const twice = Object.keys(request.params).find((name) => Object.hasOwn(sent.fields, name));
  if (twice !== undefined) return repeatedField(twice);
  const checked = checkInput(route.input, { ...sent.fields, ...request.params });
  if (checked.refused) return checked;

  const asked = { kernel, office, actor, request: sent.request, query: rowsOf(kernel, office) };
  const answer = await route.run(asked, checked.input as never); // parsed by the schema of this very route
  return isRefused(answer) ? answer : { data: answer };
}

type Sent =
  | Refused
  | { readonly refused?: undefined; readonly request: string; readonly fields: Readonly<Record<string, unknown>> };

async function readCommand(request: Request, limits: BodyLimits): Promise<Sent> {
  const key = requestIdOf(request);
  if (key.refused) return key;
  const body = await readBody(request, limits);
  return body.refused ? body : { request: key.request, fields: body.fields };
}

function readQuery({ url }: Request): Sent {
  const query = new URLSearchParams(url.split('?', 2)[1]);
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? { request: '', fields: Object.fromEntries(query) } : repeatedField(repeated);
}

const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && answer.refused !== undefined;
