import { KeyObject } from 'node:crypto';

/** What all keys here are, and how they sign: small, quick on a tablet, and taken by every browser. */
export const ECDSA_P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A key of Web Crypto, as Node and browsers declare it. */
type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A private key as PKCS #8 in PEM. */
export const privateKeyPem = (key: WebKey): string =>
  // KeyObject.export answers a string for PEM, which its declaration does not tell apart.
  KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }) as string;

/** A private key that can only sign certificates. Node's declaration knows uses of keys that browsers' does not. */
export const signingKey = (key: KeyObject): WebKey => key.toCryptoKey(ECDSA_P256, false, ['sign']) as WebKey;
