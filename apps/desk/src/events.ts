import type { FollowEvent } from '@front-office/http-express/client';
import { browser, type Surroundings } from './surroundings.ts';

/** What happens in the office, heard over one connection however many listen. */
export interface OfficeEvents {
  /** Whether everything that happens is heard now. */
  connected(): boolean;
  /** Hears what happens, and once whenever the connection is lost. Connected for as long as somebody listens. */
  listen(hear: (event: FollowEvent) => void): () => void;
}

/**
 * Follows the office while somebody listens and the page is seen. A hidden page is let go: a browser has few connections
 * for one server, and six forgotten tabs must not keep the seventh from loading. Seen again, it begins with a `reset`.
 */
export function hearOffice(
  follow: (signal: AbortSignal) => AsyncIterable<FollowEvent>,
  around: Pick<Surroundings, 'hidden' | 'onChange'> = browser,
): OfficeEvents {
  const listeners = new Set<(event: FollowEvent) => void>();
  let isConnected = false;
  let following: AbortController | undefined;
  let stopWatching = () => {};

  async function begin(): Promise<void> {
    const leaving = new AbortController();
    following = leaving;
    for await (const event of follow(leaving.signal)) {
      if (leaving.signal.aborted) return;
      const wasConnected = isConnected;
      isConnected = event.event !== 'away';
      // Every try that fails is told; that the connection is lost is news once.
      if (isConnected || wasConnected) for (const hear of listeners) hear(event);
    }
  }

  function end(): void {
    following?.abort();
    following = undefined;
    isConnected = false;
  }

  function look(): void {
    const wanted = listeners.size > 0 && !around.hidden();
    if (wanted && following === undefined) void begin();
    if (!wanted) end();
  }

  return {
    connected: () => isConnected,
    listen(hear) {
      listeners.add(hear);
      if (listeners.size === 1) stopWatching = around.onChange(look);
      look();
      return () => {
        listeners.delete(hear);
        if (listeners.size === 0) stopWatching();
        look();
      };
    },
  };
}
