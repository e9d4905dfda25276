import { X509Certificate as Certificate, createPrivateKey } from 'node:crypto';
import type { AuthorityFile } from './authority-file.ts';
import { ECDSA_P256, privateKeyPem, signingKey } from './keys.ts';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from './x509.ts';

/**
 * Apple refuses server certificates of more than 825 days even under an authority that a person added
 * (https://support.apple.com/103769). For those of the preinstalled ones it is 398, and Apple advises 397
 * (https://support.apple.com/102028); we keep to the stricter one, should it come to hold for all.
 */
const LONGEST_DAYS = 397;
const RENEW_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a server is called in the house. */
export interface ServerNames {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** What a TLS server needs: `cert` is the chain, leaf first; both are PEM. `until` is its last moment. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  readonly until: Date;
}

/** A new key, and a certificate for it that ends with its authority at the latest. */
export async function newServerCertificate(
  authority: AuthorityFile,
  { names, addresses }: ServerNames,
  now: Date,
): Promise<ServerCertificate> {
  const issuer = new X509Certificate(authority.certificate.raw);
  const keys = await crypto.subtle.generateKey(ECDSA_P256, true, ['sign', 'verify']);
  const notBefore = new Date(now.getTime() - DAY_MS); // the clocks of tablets may be behind
  const notAfter = new Date(Math.min(notBefore.getTime() + LONGEST_DAYS * DAY_MS, issuer.notAfter.getTime()));
  const certificate = await X509CertificateGenerator.create({
    subject: [{ O: issuer.subjectName.getField('CN') }], // who is meant stands in the alternative names alone
    issuer: issuer.subjectName,
    notBefore,
    notAfter,
    signingAlgorithm: ECDSA_P256,
    publicKey: keys.publicKey,
    signingKey: signingKey(authority.key),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: 'dns' as const, value })),
        ...addresses.map((value) => ({ type: 'ip' as const, value })),
      ]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  const cert = `${certificate.toString('pem')}\n${issuer.toString('pem')}\n`;
  return { cert, key: privateKeyPem(keys.privateKey), until: certificate.notAfter };
}

/** How one is kept: key and chain in one text, so that they always belong together. */
export const serverCertificateText = ({ cert, key }: ServerCertificate): string => `${key}${cert}`;

/**
 * The kept one, if it still serves: by this authority, for just these names, and with more than 30 days to go (fewer only
 * when the authority itself ends then). Whatever is wrong with it answers `undefined`: it is made anew without harm.
 */
export function stillServing(
  text: string | undefined,
  authority: AuthorityFile,
  wanted: ServerNames,
  now: Date,
): ServerCertificate | undefined {
  if (text === undefined) return undefined;
  try {
    const certificate = new Certificate(text);
    const key = createPrivateKey(text);
    const until = certificate.validToDate;
    const lastsLong = until.getTime() - now.getTime() > RENEW_DAYS * DAY_MS;
    const serves =
      certificate.checkPrivateKey(key) &&
      certificate.verify(authority.certificate.publicKey) &&
      isFor(certificate, wanted) &&
      certificate.validFromDate <= now &&
      (lastsLong || until.getTime() === authority.certificate.validToDate.getTime());
    const [keyText, certText] = halves(text);
    return serves ? { key: keyText, cert: certText, until } : undefined;
  } catch {
    return undefined;
  }
}

function isFor(certificate: Certificate, { names, addresses }: ServerNames): boolean {
  return (
    certificate.subjectAltName?.split(', ').length === names.length + addresses.length &&
    names.every((name) => certificate.checkHost(name) !== undefined) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}

function halves(text: string): [key: string, cert: string] {
  const start = text.indexOf('-----BEGIN CERTIFICATE-----');
  return [text.slice(0, start), text.slice(start)];
}
