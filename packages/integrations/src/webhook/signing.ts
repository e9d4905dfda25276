import { createHmac, hkdfSync } from 'node:crypto';
import { type Instant, isBefore, millisOf } from '@front-office/values';
import type { SecretName, SigningSecrets } from '../ports.ts';
import type { Webhook } from './schema.ts';

const KEY_BYTES = 32;

/**
 * Signing secrets derived (HKDF, RFC 5869) from one key of the server. None is stored, so none is in a log, a table or a
 * backup; a secret that has been rotated away is gone because nobody asks for its number any more.
 *
 * @param key at least 32 bytes that only this server knows. Another key means other secrets for every office.
 * @throws {RangeError} when it is shorter.
 */
export function derivedSecrets(key: Uint8Array): SigningSecrets {
  if (key.length < KEY_BYTES) throw new RangeError(`A key for webhook secrets has at least ${KEY_BYTES} bytes.`);
  return {
    of: ({ office, webhook, version }) =>
      new Uint8Array(
        hkdfSync('sha256', key, `${office}/${webhook}`, `front-office webhook secret ${version}`, KEY_BYTES),
      ),
  };
}

/** A secret as a person hands it to the receiver's program: `whsec_` and base64 (Standard Webhooks). */
export const shownSecret = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;

/** Every secret that signs now, the newest first: two while one takes over from the other. */
export function secretsInForce(
  secrets: SigningSecrets,
  about: Omit<SecretName, 'version'>,
  { secret, formerSecret }: Pick<Webhook, 'secret' | 'formerSecret'>,
  at: Instant,
): readonly Uint8Array[] {
  const former = formerSecret && isBefore(at, formerSecret.until) ? [formerSecret.secret] : [];
  return [secret, ...former].map((version) => secrets.of({ ...about, version }));
}

/**
 * The headers of a signed event (standardwebhooks.com, version 1.0.0): HMAC-SHA256 over `id.seconds.body`, one signature
 * for each secret.
 */
export function signedHeaders(
  event: string,
  body: string,
  secrets: readonly Uint8Array[],
  at: Instant,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(millisOf(at) / 1000);
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${event}.${seconds}.${body}`).digest('base64')}`,
  );
  return {
    'content-type': 'application/json',
    'webhook-id': event,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}
