import { checkInput, type Door, type Refused, type Route } from '@front-office/kernel';
import type { Request } from 'express';
import { type BodyLimits, readBody } from './body.ts';
import { requestIdOf } from './guards.ts';
import { repeatedField } from './input.ts';
import { digestOf, type Trace } from './trace.ts';

/** What a caller sent, read and checked. */
type Sent =
  | Refused
  | { readonly refused?: undefined; readonly request: string; readonly input: Readonly<Record<string, unknown>> };

type Read =
  | Refused
  | { readonly refused?: undefined; readonly request: string; readonly fields: Readonly<Record<string, unknown>> };

/** Reads what was sent to a route or a door: names in the path, the query or the body, as its schema has them. */
export async function sentTo(
  { method, input }: Pick<Route | Door, 'method' | 'input'>,
  request: Request,
  { limits, trace }: { readonly limits: BodyLimits; readonly trace: Trace },
): Promise<Sent> {
  const read = method === 'GET' ? readQuery(request) : await readCommand(request, limits);
  if (read.refused) return read;
  if (read.request !== '') trace.request = digestOf(read.request);
  const twice = Object.keys(request.params).find((name) => Object.hasOwn(read.fields, name));
  if (twice !== undefined) return repeatedField(twice);
  const checked = checkInput(input, { ...read.fields, ...request.params });
  return checked.refused ? checked : { request: read.request, input: checked.input };
}

async function readCommand(request: Request, limits: BodyLimits): Promise<Read> {
  const key = requestIdOf(request);
  if (key.refused) return key;
  const body = await readBody(request, limits);
  return body.refused ? body : { request: key.request, fields: body.fields };
}

function readQuery({ url }: Request): Read {
  const query = new URLSearchParams(url.split('?', 2)[1]);
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? { request: '', fields: Object.fromEntries(query) } : repeatedField(repeated);
}
