import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { base64Of, bytesOf } from '../base64.ts';
import { sha256 } from '../merkle/hash.ts';

/** The signature type of Ed25519 in a signed note. */
const ED25519 = 1;
const KEY_BYTES = 32;

/** A fresh Ed25519 key to sign checkpoints with. Who holds it can sign any log: keep it where no backup takes it along. */
export const newSigningKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** The key that auditors get. */
export const publicKeyOf = (privateKey: KeyObject): KeyObject => createPublicKey(privateKey);

/** PKCS #8, unencrypted. */
export const privateKeyToPem = (privateKey: KeyObject): string =>
  privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

/** Throws when the text is no PEM of an Ed25519 private key. */
export const privateKeyFromPem = (pem: string): KeyObject => ed25519(createPrivateKey(pem));

/** SPKI, as `openssl pkey -pubin` reads it. */
export const publicKeyToPem = (publicKey: KeyObject): string =>
  publicKey.export({ format: 'pem', type: 'spki' }).toString();

/** Throws when the text is no PEM of an Ed25519 public key; a private one is refused too, since an auditor must not hold it. */
export function publicKeyFromPem(pem: string): KeyObject {
  if (pem.includes('PRIVATE KEY')) throw new TypeError('This is a private key. A verifier takes the public one.');
  return ed25519(createPublicKey(pem));
}

/** The key as witnesses and Go's `sumdb/note` take it: `<name>+<key id in hex>+<base64 of type and key>`. */
export const verifierKey = (name: string, publicKey: KeyObject): string =>
  `${name}+${keyId(name, publicKey).toString('hex')}+${base64Of(typed(publicKey))}`;

/** The name and the key of a verifier key; nothing when the text is none, or its key id is of another key. */
export function readVerifierKey(text: string): { readonly name: string; readonly publicKey: KeyObject } | undefined {
  const [, name = '', , encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const bytes = bytesOf(encoded, 1 + KEY_BYTES);
  if (bytes?.[0] !== ED25519) return undefined;
  const x = bytes.subarray(1).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verifierKey(name, publicKey) === text ? { name, publicKey } : undefined;
}

/** The first four bytes of SHA-256(name ‖ newline ‖ signature type ‖ public key): tells keys apart, proves nothing. */
export const keyId = (name: string, publicKey: KeyObject): Buffer =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), typed(publicKey)])).subarray(0, 4);

function typed(publicKey: KeyObject): Buffer {
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(ED25519), Buffer.from(x, 'base64url')]);
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('The log is signed with Ed25519 keys only.');
  return key;
}
