import type { Place } from './paths.ts';
import { cookieNames } from './secrets.ts';

/** A person's session, a device's own secret, or the key of a program. */
export type SignInKind = 'session' | 'device' | 'key';

const cookie = (name: string, description: string) => ({ type: 'apiKey', in: 'cookie', name, description }) as const;

const schemes = {
  session: cookie(cookieNames.session, 'A person who has signed in. The browser keeps the cookie; no script reads it.'),
  browser: cookie(cookieNames.browser, 'A browser that has been signed in from before, at a desk that several share.'),
  device: cookie(
    cookieNames.device,
    'A paired kiosk or desk. A kiosk also sends the header `Front-Office-Surface: kiosk`.',
  ),
  key: { type: 'http', scheme: 'bearer', description: 'The key of a service account; it never goes with a cookie.' },
} as const;

type Scheme = keyof typeof schemes;

/** Asked of by whoever may use a route at all. */
export const anyRoute = {};

/** What must be shown: any one of the ways for a route, the one secret that a door opens to, or nothing at all. */
export function securityOf(place: Place | typeof anyRoute, signIns: readonly SignInKind[]) {
  const opensTo = 'opensTo' in place ? place.opensTo : undefined;
  const needs: readonly Scheme[] = opensTo === undefined ? signIns : opensTo === 'anyone' ? [] : [opensTo];
  return needs.map((need) => ({ [need]: [] }));
}

/** Those that some route or door of the document asks for. */
export function signInSchemes(places: readonly Place[], signIns: readonly SignInKind[]) {
  const asked = places.flatMap((place) => ('kind' in place && place.opensTo !== 'anyone' ? [place.opensTo] : []));
  const named = new Set<string>([...signIns, ...asked]);
  return Object.fromEntries(Object.entries(schemes).filter(([name]) => named.has(name)));
}
