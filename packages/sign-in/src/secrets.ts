import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 random bits in base64url, 43 characters. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * What is kept of a secret with full entropy. A plain SHA-256 is enough here, since 2^256 tries are out of reach and a
 * salt or a slow hash protects guessable secrets only. Looking a hash up in an index tells nothing by its time, for
 * nobody can choose a secret whose hash begins as another does.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

type Purpose = 'seal' | 'recovery code' | 'pairing code' | 'browser' | 'limit';

/** What the server's one key is used for, each use under a key of its own (HKDF, RFC 5869). */
export interface Keys {
  /**
   * HMAC-SHA-256 in base64url. Kept of secrets that are short enough to be tried out: 40 or 50 bits are found from a
   * stolen SHA-256 within hours, but not without the key.
   */
  mac(purpose: Exclude<Purpose, 'seal'>, text: string): string;
  /** AES-256-GCM. Opens only as whatever it was sealed for: one account's seed cannot be put in another's place. */
  seal(text: string, sealedFor: string): string;
  /** Nothing when the key is another one, or the text was changed or sealed for something else. */
  unseal(sealed: string, sealedFor: string): string | undefined;
}

const NONCE_BYTES = 12; // NIST SP 800-38D, 8.2.2: random nonces of 96 bits
const TAG_BYTES = 16;

/** Throws a RangeError when `sealKey` has not 32 bytes: a server without its key must not start. */
export function keysFrom(sealKey: Uint8Array): Keys {
  if (sealKey.length !== 32) throw new RangeError(`sealKey has ${sealKey.length} bytes, and needs 32`);
  const derived = (purpose: Purpose) => Buffer.from(hkdfSync('sha256', sealKey, '', `front-office ${purpose}`, 32));
  const own: Record<Purpose, Buffer> = {
    seal: derived('seal'),
    'recovery code': derived('recovery code'),
    'pairing code': derived('pairing code'),
    browser: derived('browser'),
    limit: derived('limit'),
  };
  return {
    mac: (purpose, text) => createHmac('sha256', own[purpose]).update(text).digest('base64url'),
    seal(text, sealedFor) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', own.seal, nonce).setAAD(Buffer.from(sealedFor));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    unseal(sealed, sealedFor) {
      const bytes = Buffer.from(sealed, 'base64url');
      const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
      try {
        const cipher = createDecipheriv('aes-256-gcm', own.seal, nonce).setAAD(Buffer.from(sealedFor)).setAuthTag(tag);
        return cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
