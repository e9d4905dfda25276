import { useEffect } from 'react';
import { doorApi } from '../api.ts';
import { offersPasskeysUnasked, takePasskey } from './passkeys.ts';
import { cameIn } from './standing.ts';

/** The server's challenge is good for five minutes. */
const RENEW_MS = 4 * 60_000;

/** Lets the browser offer passkeys in the list under the name, for as long as the screen is there and `isWanted`. */
export function useUnaskedPasskey(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    void offerUntil(leaving.signal);
    return () => leaving.abort();
  }, [isWanted]);
}

async function offerUntil(gone: AbortSignal): Promise<void> {
  if (!(await offersPasskeysUnasked())) return;
  for (;;) {
    const { data: options } = await doorApi.call('POST /sign-in/passkey/options', {});
    if (!options || gone.aborted) return;
    const tooOld = AbortSignal.timeout(RENEW_MS);
    const passkey = await takePasskey(options, { signal: AbortSignal.any([gone, tooOld]), unasked: true });
    if (gone.aborted || (!passkey && !tooOld.aborted)) return;
    if (!passkey) continue;
    const { data: who } = await doorApi.call('POST /sign-in/passkey', passkey);
    if (who) return cameIn(who);
  }
}
