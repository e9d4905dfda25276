import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublic } from './public-address.ts';

/** Answers every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** As the machine itself would find it: the hosts file, then DNS. */
export const resolveByMachine: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/** A url, taken apart, and the very addresses that may be spoken to. */
export interface Target {
  readonly url: URL;
  /** Without brackets: for SNI and the certificate. */
  readonly hostname: string;
  readonly addresses: readonly string[];
}

/** Why nothing is sent there. */
export type TargetFault = 'url_refused' | 'name_not_found' | 'address_not_public';

/**
 * Finds out once where a url leads. One address that is not public refuses them all: who answers with both wants the one
 * to be looked at and the other to be used.
 *
 * @param allowAddress lets addresses through that are not public; for tests, and for trying it out on this machine. Plain
 * `http` goes to such addresses only.
 */
export async function targetOf(
  text: string,
  resolve: Resolve,
  allowAddress: (address: string) => boolean,
): Promise<Target | TargetFault> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.port === '0') return 'url_refused';
  if (url.username !== '' || url.password !== '') return 'url_refused';
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  // Whoever writes an address has said where to: no resolver is asked, here or when it is called.
  const addresses = isIP(hostname) ? [hostname] : await resolve(hostname).catch(() => []);
  if (addresses.length === 0) return 'name_not_found';
  if (addresses.every((address) => allowAddress(address))) return { url, hostname, addresses };
  if (!addresses.every(isPublic)) return 'address_not_public';
  return url.protocol === 'https:' ? { url, hostname, addresses } : 'url_refused';
}
