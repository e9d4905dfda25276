import { useSyncExternalStore } from 'react';

/** The pages that a link with a secret opens. */
const pages: readonly string[] = ['invitation', 'recovery', 'set-up'].map((page) => import.meta.env.BASE_URL + page);

const listeners = new Set<() => void>();
let secret: string | undefined;

/**
 * Takes the secret out of the address. It comes in the fragment, which no browser sends and no server logs; here it goes
 * from the history too, before anything else is done, so that it is in nobody's list of pages.
 */
function takeFromAddress(): void {
  const found = location.hash.slice(1);
  if (!pages.includes(location.pathname) || !/^[\w-]{16,100}$/.test(found)) return;
  history.replaceState(null, '', location.pathname);
  secret = found;
  for (const listener of listeners) listener();
}

/** It is good once: whoever has come in by it needs it no more. */
export function forgetLinkSecret(): void {
  secret = undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The secret of the link that opened this page; nothing once the page was loaded anew. */
export const useLinkSecret = (): string | undefined => useSyncExternalStore(subscribe, () => secret);

takeFromAddress();
// Another link in the same tab changes the fragment only.
addEventListener('hashchange', takeFromAddress);
