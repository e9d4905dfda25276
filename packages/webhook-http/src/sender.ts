import type { WebhookAnswer, WebhookRequest, WebhookSender } from '@front-office/integrations';
import { EffectFailed } from '@front-office/kernel';
import { Places } from './places.ts';
import { post } from './post.ts';
import { answerTo, failed, failureOf } from './what-came-of-it.ts';
import { type Resolve, resolveByMachine, targetOf } from './where-to.ts';

export interface WebhookSenderOptions {
  /** Most time for one request, from the name to the head of the answer; 10 seconds unless given, and never more. */
  readonly timeoutMs?: number;
  /** Most requests on their way at once; 8 unless given. A receiver that hangs must not take the place of what else is to be done. */
  readonly mostAtOnce?: number;
  /** Lets addresses through that are not public, also by plain `http`. For tests, and for trying it out on this machine. */
  readonly allowAddress?: (address: string) => boolean;
  /** Answers every address of a name; the machine's own way unless given. */
  readonly resolve?: Resolve;
  /** Certificate (PEM) of an authority of one's own, instead of those that everybody trusts. */
  readonly ca?: string;
}

const LONGEST_MS = 10_000;
const MOST_AT_ONCE = 8;
/** So long a request waits for its turn before the kernel puts it off. */
const LONGEST_WAIT_MS = 1_000;

/** Sends webhooks by HTTPS to public addresses. Certificates are always verified, redirects never followed. */
export function webhookSender({
  timeoutMs = LONGEST_MS,
  mostAtOnce = MOST_AT_ONCE,
  allowAddress = () => false,
  resolve = resolveByMachine,
  ca,
}: WebhookSenderOptions = {}): WebhookSender {
  const places = new Places(mostAtOnce);
  const longestMs = Math.min(timeoutMs, LONGEST_MS);

  async function send({ url, body, headers, signal }: WebhookRequest): Promise<WebhookAnswer> {
    const timedOut = AbortSignal.timeout(longestMs);
    const ended = AbortSignal.any([signal, timedOut]);
    try {
      // A resolver hears no signal, so it is left behind.
      const target = await unlessAborted(ended, targetOf(url, resolve, allowAddress));
      if (typeof target === 'string') return failed(target);
      const { status, retryAfter } = await post(target, { body, headers, signal: ended, ca });
      return answerTo(status, retryAfter, Date.now());
    } catch (error) {
      if (signal.aborted) throw new EffectFailed('webhook_interrupted');
      return timedOut.aborted ? failed('timed_out') : failureOf(error);
    }
  }

  return {
    async post(request) {
      if (!(await places.take(LONGEST_WAIT_MS))) throw new EffectFailed('webhook_busy');
      try {
        return await send(request);
      } finally {
        places.give();
      }
    },
  };
}

async function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
