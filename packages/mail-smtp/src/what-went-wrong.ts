import { EffectFailed } from '@front-office/kernel';
import type { Delivery } from '@front-office/messages';
import type { NodemailerError } from 'nodemailer';

/**
 * What the answer of a mail server means for a message, by the command that it answered and its reply code (RFC 5321,
 * section 4.2.1: 4yz may pass, 5yz stays). A refused recipient bounces; a refused text is refused; what concerns the
 * office's own account waits for a person; everything else is tried again.
 *
 * Nothing of the error goes on but figures: servers quote addresses in their replies.
 *
 * @throws {EffectFailed} `mail_deferred` (the server asks for patience), `mail_timeout`, `mail_server_away`, `tls_failed`,
 * `mail_failed`; for good: `auth_refused`, `auth_required`, `sender_refused`.
 */
export function deliveryAfter(error: NodemailerError): Delivery {
  const { responseCode, command = '', code = '' } = error;
  if (command.startsWith('AUTH') || code === 'EAUTH') throw authFailure(responseCode);
  // A connection that drops may still carry the last reply, which was no refusal.
  if (responseCode === undefined || responseCode < 400 || responseCode > 599) return withoutReply(error);
  if (responseCode < 500) throw new EffectFailed('mail_deferred');
  if (NEEDS_SIGN_IN.has(responseCode)) throw new EffectFailed('auth_required', { permanent: true });
  if (responseCode === OUT_OF_SEQUENCE) throw new EffectFailed('mail_failed');
  const reply = figuresOf(error.response);
  if (command === 'RCPT TO') return { outcome: 'bounced', reply };
  if (command === 'DATA') return { outcome: 'refused', reply };
  if (command === 'MAIL FROM') throw new EffectFailed('sender_refused', { permanent: true });
  // A server that greets with 554 has no service now (RFC 5321, section 3.1); it says nothing of this mail.
  throw new EffectFailed(code === 'ETLS' ? 'tls_failed' : 'mail_server_away');
}

/** RFC 4954, section 6: authentication required, credentials invalid, encryption required. */
const NEEDS_SIGN_IN: ReadonlySet<number> = new Set([530, 534, 535, 538]);
/** A confused session; the same mail may pass in a new one. */
const OUT_OF_SEQUENCE = 503;

/** A wrong password stays wrong, so it waits for a person. A server that is too busy to look it up (454) is asked again. */
const authFailure = (responseCode: number | undefined) =>
  responseCode !== undefined && responseCode < 500
    ? new EffectFailed('mail_deferred')
    : new EffectFailed('auth_refused', { permanent: true });

function withoutReply({ code = '', originalCode, message }: NodemailerError): Delivery {
  if (code === 'EENVELOPE' && message.startsWith('Invalid sender'))
    throw new EffectFailed('sender_refused', { permanent: true });
  // An address that cannot even be said to a server.
  if (code === 'EENVELOPE') return { outcome: 'bounced', reply: null };
  if (TLS_ERROR.test(String(originalCode ?? ''))) throw new EffectFailed('tls_failed');
  throw new EffectFailed(codes[code] ?? 'mail_failed');
}

/** Codes of Node and OpenSSL for a certificate or a handshake that failed; nodemailer calls them all ESOCKET. */
const TLS_ERROR = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|ERR_TLS_|ERR_SSL_|EPROTO)/;

const codes: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'mail_timeout',
  EABORT: 'mail_timeout',
  ECONNECTION: 'mail_server_away',
  ESOCKET: 'mail_server_away',
  EDNS: 'mail_server_away',
  ETLS: 'tls_failed',
};

/** `550 5.1.1` of `550 5.1.1 <anna@example.com> unknown`. */
function figuresOf(response: string | undefined): string | null {
  const [, code, detail] = /^(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?!\d))?/.exec(response ?? '') ?? [];
  if (code === undefined) return null;
  return detail === undefined ? code : `${code} ${detail}`;
}
