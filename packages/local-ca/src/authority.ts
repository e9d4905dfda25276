import { hostname } from 'node:os';
import { type AuthorityFile, authorityIn } from './authority-file.ts';
import { type ClosedFolder, closedFolder } from './closed-folder.ts';
import { permits } from './constraints.ts';
import { machineName } from './private-use.ts';
import { AuthorityRefused } from './refusal.ts';
import {
  newServerCertificate,
  type ServerCertificate,
  type ServerNames,
  serverCertificateText,
  stillServing,
} from './server-certificate.ts';
import { type AuthorityWarning, authorityEndsSoon, keyWasOpen } from './warning.ts';

const SERVER_FILE = 'server.pem';
const WARN_DAYS = 90;
const DAY_MS = 86_400_000;

/** The certificate authority of one house. Its key never leaves the folder, and vouches for private names alone. */
export interface LocalAuthority {
  /** What devices call it. */
  readonly name: string;
  /** For devices to trust: DER (`application/x-x509-ca-cert`), and the same as PEM. */
  readonly certificate: Uint8Array;
  readonly certificatePem: string;
  /** SHA-256 of the DER, as `AB:CD:…`: compared by eye between this machine and a device. */
  readonly fingerprint: string;
  readonly until: Date;
  /** What a person should know; by the time it is read. */
  readonly warnings: readonly AuthorityWarning[];
  /** Whether it may vouch for this host name or address. */
  permits(host: string): boolean;
  /**
   * The certificate of a server, kept in the folder: made anew when it is asked for other names, or at most 30 days
   * are left. Throws `AuthorityRefused`: `name_not_permitted`, `authority_expired`, `folder_unusable`.
   */
  serverCertificate(wanted: ServerNames): Promise<ServerCertificate>;
}

/** How to open one. */
export interface LocalAuthorityOptions {
  /** A folder of its own, for nobody but this account; made when it is missing. No backup should take it along. */
  readonly folder: string;
  /** What devices are to call it, at most 64 characters. Only looked at when it is made. */
  readonly name: string;
  readonly now: () => Date;
  /** This machine's host names. Only looked at when it is made. */
  readonly hostNames?: readonly string[];
}

/**
 * Reads the authority of a folder, or makes one that lasts ten years. Throws `AuthorityRefused`, and overwrites nothing:
 * `authority_expired`, `clock_behind`, `authority_damaged`, `folder_unusable`.
 */
export function localAuthority({
  folder,
  name,
  now,
  hostNames = [hostname()],
}: LocalAuthorityOptions): Promise<LocalAuthority> {
  return inFolder(folder, async () => {
    const files = await closedFolder(folder);
    const ascii = hostNames.flatMap((host) => machineName(host) ?? []);
    const authority = await authorityIn(files, { name, hostNames: ascii, now: now() });
    return opened(files, authority, { folder, now });
  });
}

function opened(
  files: ClosedFolder,
  authority: AuthorityFile,
  { folder, now }: { readonly folder: string; readonly now: () => Date },
): LocalAuthority {
  const { certificate, constraints } = authority;
  return {
    name: /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '',
    certificate: certificate.raw,
    certificatePem: certificate.toString(),
    fingerprint: certificate.fingerprint256,
    until: certificate.validToDate,
    get warnings() {
      return warningsOf(files, certificate.validToDate, now());
    },
    permits: (host) => permits(constraints, host),
    serverCertificate: (wanted) => inFolder(folder, () => serverCertificateIn(files, authority, wanted, now())),
  };
}

async function serverCertificateIn(
  files: ClosedFolder,
  authority: AuthorityFile,
  wanted: ServerNames,
  now: Date,
): Promise<ServerCertificate> {
  const names = [...new Set(wanted.names.map((name) => name.toLowerCase()))];
  const addresses = [...new Set(wanted.addresses.map((address) => address.toLowerCase()))];
  const until = authority.certificate.validToDate;
  if (now >= until)
    throw new AuthorityRefused('authority_expired', { file: authority.path, about: until.toISOString().slice(0, 10) });
  for (const host of [...names, ...addresses])
    if (!permits(authority.constraints, host))
      throw new AuthorityRefused('name_not_permitted', { file: authority.path, about: host });
  const kept = stillServing(await files.read(SERVER_FILE), authority, { names, addresses }, now);
  if (kept) return kept;
  const made = await newServerCertificate(authority, { names, addresses }, now);
  await files.replace(SERVER_FILE, serverCertificateText(made));
  return made;
}

function warningsOf(files: ClosedFolder, until: Date, now: Date): AuthorityWarning[] {
  const endsSoon = until.getTime() - now.getTime() < WARN_DAYS * DAY_MS;
  return [
    ...files.wereOpen.map(keyWasOpen),
    ...(endsSoon ? [authorityEndsSoon(until.toISOString().slice(0, 10))] : []),
  ];
}

/** A failing file system becomes a refusal with sentences. */
async function inFolder<Answer>(folder: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AuthorityRefused || !isOfTheSystem(error)) throw error;
    throw new AuthorityRefused('folder_unusable', { file: error.path ?? folder, about: error.message }, error);
  }
}

const isOfTheSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
