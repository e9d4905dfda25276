import { X509Certificate as Certificate, createPrivateKey, type KeyObject } from 'node:crypto';
import type { ClosedFolder } from './closed-folder.ts';
import { type Constraints, constraintsExtension, constraintsFor, constraintsIn } from './constraints.ts';
import { ECDSA_P256, privateKeyPem } from './keys.ts';
import { AuthorityRefused } from './refusal.ts';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from './x509.ts';

/** Key and certificate lie in one file, so nobody ever finds one without the other. */
const FILE = 'authority.pem';
const YEARS = 10;
const DAY_MS = 86_400_000;
/** The longest common name that a certificate may have (RFC 5280, appendix A.1: ub-common-name). */
const NAME_LENGTH = 64;

/** An authority as it lies in its folder. */
export interface AuthorityFile {
  readonly path: string;
  readonly key: KeyObject;
  readonly certificate: Certificate;
  readonly constraints: Constraints;
}

/** Reads the authority of a folder, or makes one. Two that make one at once both take the one that was there first. */
export async function authorityIn(
  folder: ClosedFolder,
  wanted: { readonly name: string; readonly hostNames: readonly string[]; readonly now: Date },
): Promise<AuthorityFile> {
  if ((await folder.read(FILE)) === undefined) await folder.writeFirst(FILE, await newAuthority(wanted));
  return checked(folder.path(FILE), (await folder.read(FILE)) ?? '', wanted.now);
}

async function newAuthority({ name, hostNames, now }: { name: string; hostNames: readonly string[]; now: Date }) {
  const keys = await crypto.subtle.generateKey(ECDSA_P256, true, ['sign', 'verify']);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(now.getUTCFullYear() + YEARS);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [[...name].slice(0, NAME_LENGTH).join('')] }],
    notBefore: new Date(now.getTime() - DAY_MS), // the clocks of tablets may be behind
    notAfter,
    signingAlgorithm: ECDSA_P256,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]), // no mail and no programs can be signed with it
      constraintsExtension(constraintsFor(hostNames)),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return `${privateKeyPem(keys.privateKey)}${certificate.toString('pem')}\n`;
}

function checked(path: string, text: string, now: Date): AuthorityFile {
  const authority = parsed(path, text);
  const { validFromDate, validToDate } = authority.certificate;
  if (now < validFromDate) throw new AuthorityRefused('clock_behind', { file: path, about: dayOf(validFromDate) });
  if (now >= validToDate) throw new AuthorityRefused('authority_expired', { file: path, about: dayOf(validToDate) });
  return authority;
}

function parsed(path: string, text: string): AuthorityFile {
  const damaged = (about: string, cause?: unknown) =>
    new AuthorityRefused('authority_damaged', { file: path, about }, cause);
  try {
    const key = createPrivateKey(text);
    const certificate = new Certificate(text);
    const constraints = constraintsIn(new X509Certificate(certificate.raw));
    if (!certificate.checkPrivateKey(key)) throw damaged('key ≠ certificate');
    if (!certificate.ca || !constraints || !certificate.verify(certificate.publicKey)) throw damaged('no authority');
    return { path, key, certificate, constraints };
  } catch (error) {
    if (error instanceof AuthorityRefused) throw error;
    throw damaged(error instanceof Error ? error.message : String(error), error);
  }
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
