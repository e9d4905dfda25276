import { KeyObject, type webcrypto } from 'node:crypto';

/** What all keys here are, and how they sign: small, quick on a tablet, and taken by every browser. */
export const ECDSA_P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A private key as PKCS #8 in PEM. */
export const privateKeyPem = (key: webcrypto.CryptoKey): string =>
  // KeyObject.export answers a string for PEM, which its declaration does not tell apart.
  KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }) as string;

/** A private key that can only sign certificates. */
export const signingKey = (key: KeyObject): webcrypto.CryptoKey => key.toCryptoKey(ECDSA_P256, false, ['sign']);
