import { EffectFailed } from '@front-office/kernel';
import type { MailTransport } from '@front-office/messages';
import { createTransport } from 'nodemailer';
import { compose } from './compose.ts';
import { type Encryption, mailServerAt } from './mail-server.ts';
import { deliveryAfter } from './what-went-wrong.ts';

export interface SmtpOptions {
  /** `smtps://user:password@mail.example.com`, `smtp://mail.example.com:587`, `smtp://localhost:25`. */
  readonly url: string;
  /** Other than the address says; see the README. */
  readonly encryption?: Encryption;
  /** Certificate (PEM) of the house's own authority, where the mail server's is signed by that. */
  readonly ca?: string;
  /** Most time for one mail, from the first packet to the last reply; 30 seconds unless given, and never more. */
  readonly timeoutMs?: number;
}

const LONGEST_MS = 30_000;

/**
 * Hands mail to a mail server, one connection a mail. Certificates are always verified.
 *
 * @throws {TypeError} for an address that is none; see `mailServerAt`.
 */
export function smtpTransport({ url, encryption: wish, ca, timeoutMs = LONGEST_MS }: SmtpOptions): MailTransport {
  const { host, port, encryption, auth } = mailServerAt(url, wish);
  const wholeMs = Math.min(timeoutMs, LONGEST_MS);
  const mailer = createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    ...(ca && { tls: { ca } }),
    // Without `forceAuth` a server that offers no sign-in would get the mail without one.
    ...(auth && { auth, forceAuth: true }),
    dnsTimeout: wholeMs,
    connectionTimeout: wholeMs,
    greetingTimeout: wholeMs,
    socketTimeout: wholeMs,
    socketCloseTimeout: 0, // by then everything has been said
  });
  return {
    async send(mail, { signal }) {
      const whole = AbortSignal.any([signal, AbortSignal.timeout(wholeMs)]);
      try {
        await mailer.sendMail({ ...compose(mail), signal: whole });
        return { outcome: 'sent', via: 'smtp' };
      } catch (error) {
        if (signal.aborted) throw new EffectFailed('mail_interrupted');
        if (!(error instanceof Error)) throw error;
        return deliveryAfter(error); // nodemailer adds fields to errors, each of which may be missing
      }
    },
  };
}
