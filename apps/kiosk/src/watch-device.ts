import type { Api } from './api.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

/**
 * Between two questions. A revoked device must be out of use within 60 s: so it is even when the answer between is lost,
 * for which the API waits 10 s.
 */
const ASKED_EVERY_MS = 25_000;

/** Whether the desk is asked on this page, touched or not. Before and between documents the welcome asks. */
export const isWatched = ({ page }: State): boolean => page !== 'opening' && page !== 'leaving';

/** Asks again and again what this device is to be. An answer that does not come changes nothing. Answers how to stop. */
export function watchDevice(api: Pick<Api, 'device'>, send: (event: Event) => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  let timer: ReturnType<typeof setTimeout>;
  const later = () => {
    timer = setTimeout(ask, ASKED_EVERY_MS);
  };
  const ask = async () => {
    const event = await api.device(signal);
    if (signal.aborted) return;
    later();
    if (event) send(event);
  };
  later();
  return () => {
    clearTimeout(timer);
    stopped.abort();
  };
}
