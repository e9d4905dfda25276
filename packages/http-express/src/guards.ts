import { type Refusal, refuse } from '@front-office/kernel';
import type { Request } from 'express';
import type { HttpCode } from './codes.ts';

/** Looks at a request before any route does. */
export type Guard = (request: Request) => Refusal<HttpCode> | undefined;

/** An address is a path in ASCII whose percent signs spell UTF-8. */
export const urlIsWellFormed: Guard = ({ url }) => {
  if (!/^\/[\x21-\x7e]*$/.test(url)) return refuse('url_malformed');
  try {
    decodeURIComponent(url);
    return undefined;
  } catch {
    return refuse('url_malformed');
  }
};

/**
 * Answers only under the host names it knows. A page of a stranger may let its own name point to 127.0.0.1 and then
 * read this server as its own ("DNS rebinding"); the name in `Host` gives it away.
 */
export function hostIsKnown(hosts: readonly string[]): Guard {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  return ({ headers }) => {
    const name = /^(\[[^\]]+\]|[^:[\]]+)(?::\d{1,5})?$/.exec(headers.host ?? '')?.[1];
    return name !== undefined && known.has(name.toLowerCase()) ? undefined : refuse('host_not_allowed');
  };
}

/** A browser says which page asks; only pages of this server may. Programs that are no browser send no `Origin`. */
export const originIsOurs: Guard = ({ headers: { origin, host } }) => {
  if (origin === undefined) return undefined;
  const ours = URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
  return ours ? undefined : refuse('origin_not_allowed');
};

/**
 * Who shows a cookie is a browser, and says which page asks when it changes something; who shows a key is a program and
 * has no cookie. A page of a stranger cannot send ours (SameSite), and this holds where a browser does not know that.
 */
export const signInIsOne: Guard = ({ method, headers: { authorization, cookie, origin, 'sec-fetch-site': site } }) => {
  const ours = cookie?.includes('__Host-front-office-') === true;
  if (ours && authorization !== undefined) return refuse('two_sign_ins');
  const changes = method !== 'GET' && method !== 'HEAD';
  return ours && changes && origin === undefined && site !== 'same-origin' ? refuse('origin_not_allowed') : undefined;
};

type Key =
  | { readonly refused?: undefined; readonly request: string }
  | { readonly refused: Refusal<'idempotency_key_missing' | 'idempotency_key_invalid'> };

/** The request id of a command. A colon marks the ids that the kernel makes itself (`timer:…`), so no caller has one. */
export function requestIdOf({ headersDistinct }: Pick<Request, 'headersDistinct'>): Key {
  const [key, ...others] = headersDistinct['idempotency-key'] ?? [];
  if (key === undefined) return { refused: refuse('idempotency_key_missing') };
  if (others.length > 0 || !/^(?!.*:)[\x20-\x7e]{1,100}$/.test(key))
    return { refused: refuse('idempotency_key_invalid') };
  return { request: key };
}
