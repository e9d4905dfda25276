import type { AtTheDoor, SecretKind } from '@front-office/kernel';
import { type Instant, msBetween } from '@front-office/values';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

/**
 * `__Host-`: only this very host sets and gets it, over HTTPS; browsers take `http://localhost` for as good. Strict is
 * enough for links in mails too, since the page that opens asks for its data itself.
 */
export const cookieNames: Readonly<Record<SecretKind, string>> = {
  session: '__Host-front-office-session',
  browser: '__Host-front-office-browser',
  device: '__Host-front-office-device',
};

/** Longer than any secret that we hand out; what is longer is none of ours and is not looked up. */
const LONGEST = 200;

/** The secrets that a browser sent along. A name that comes twice is not ours to choose from, so the first counts. */
export function secretsOf({ headers }: Pick<Request, 'headers'>): AtTheDoor['secrets'] {
  const cookies = parseCookie(headers.cookie ?? '');
  const found = Object.entries(cookieNames).flatMap(([kind, name]) => {
    const text = cookies[name];
    return text === undefined || text === '' || text.length > LONGEST ? [] : [[kind, text] as const];
  });
  return Object.fromEntries(found);
}

/** Hands the browser a secret that no script can read, or takes one away. */
export const keepIn =
  (response: Response, now: () => Instant): AtTheDoor['keep'] =>
  (kind, secret) => {
    const cookie = stringifySetCookie({
      name: cookieNames[kind],
      value: secret?.text ?? '',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      maxAge: secret ? Math.max(0, Math.floor(msBetween(now(), secret.until) / 1_000)) : 0,
    });
    response.append('Set-Cookie', cookie);
  };
