import type { WebhookAnswer } from '@front-office/integrations';

/** What a status means: 2xx is taken, 410 wants nothing more, and everything else, 3xx too, is tried again. */
export function answerTo(status: number, retryAfter: string | undefined, nowMs: number): WebhookAnswer {
  if (status >= 200 && status < 300) return { outcome: 'delivered', status };
  if (status === 410) return { outcome: 'gone', status };
  const code = status >= 300 && status < 400 ? 'redirect_refused' : status >= 500 ? 'receiver_failed' : 'not_taken';
  const retryAfterMs = WAITS.has(status) ? waitMs(retryAfter, nowMs) : null;
  return { outcome: 'failed', code, status, retryAfterMs };
}

/** Statuses whose Retry-After counts (RFC 9110, section 10.2.3; RFC 6585, section 4). */
const WAITS: ReadonlySet<number> = new Set([429, 503]);

/** Retry-After: seconds, or a date. */
function waitMs(retryAfter: string | undefined, nowMs: number): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Why there was no answer. Messages of errors quote addresses, so only a code goes on. */
export function failureOf(error: unknown): WebhookAnswer {
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (TLS_ERROR.test(system)) return failed('tls_failed');
  return failed(system.startsWith('HPE_') ? 'not_http' : 'receiver_away');
}

export const failed = (code: string): WebhookAnswer => ({ outcome: 'failed', code, status: null, retryAfterMs: null });

/** Codes of Node and OpenSSL for a certificate or a handshake that failed. */
const TLS_ERROR = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|ERR_TLS_|ERR_SSL_|EPROTO)/;
