import { isIPv6 } from 'node:net';
import type { Door } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type { Request, Response } from 'express';
import type { BodyLimits } from './body.ts';
import { isRefused, nobody, type RouteAnswer } from './route-handler.ts';
import { keepIn, secretsOf } from './secrets.ts';
import { sentTo } from './sent.ts';
import { traceOf } from './trace.ts';

export interface DoorOptions {
  readonly now: () => Instant;
  /** What the doors' `run` works with. */
  readonly services: unknown;
  readonly limits: BodyLimits;
}

const LONGEST_BROWSER = 200;

/** One request to one door. What it asks of its caller beyond a secret is for its own `run` to find out. */
export async function answerDoor(
  door: Door,
  { now, services, limits }: DoorOptions,
  request: Request,
  response: Response,
): Promise<RouteAnswer> {
  const secrets = secretsOf(request);
  if (door.opensTo !== 'anyone' && secrets[door.opensTo] === undefined) return nobody;
  const sent = await sentTo(door, request, { limits, trace: traceOf(response) });
  if (sent.refused) return sent;
  const at = {
    now,
    services,
    address: networkOf(request.ip ?? ''),
    browser: request.headers['user-agent']?.slice(0, LONGEST_BROWSER) ?? null,
    request: sent.request,
    secrets,
    keep: keepIn(response, now),
  };
  const answer = await door.run(at, sent.input as never); // parsed by the schema of this very door
  return isRefused(answer) ? answer : { data: answer };
}

/** Whoever has one address of an IPv6 network of 64 bits has all of them, so they count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::', 2);
  const groups = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const all = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
