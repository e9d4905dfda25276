import { hostname } from 'node:os';
import { domainToASCII } from 'node:url';

/**
 * Names that no registry ever gives to anybody: `.local` (RFC 6762), `localhost` (RFC 6761), `home.arpa` (RFC 8375) and
 * `internal` (reserved by ICANN's board in July 2024). Each stands for itself and whatever ends in it.
 */
export const PRIVATE_NAMES: readonly string[] = ['local', 'localhost', 'home.arpa', 'internal'];

/** Addresses that the Internet does not route: RFC 1918, 3927, 1122 for IPv4, RFC 4193, 4291 for IPv6. */
export const PRIVATE_RANGES: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];

/** The name of this machine in lower case and ASCII, or `undefined` where it has none that a certificate can hold. */
export function machineName(name: string = hostname()): string | undefined {
  const ascii = domainToASCII(name.toLowerCase().replace(/\.$/, ''));
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(ascii) && !/^[\d.]+$/.test(ascii) ? ascii : undefined;
}

/** The machine's name in the local network by multicast DNS (RFC 6762): `praxis-pc.local`. */
export function mdnsName(name: string = hostname()): string | undefined {
  const [first] = machineName(name)?.split('.') ?? [];
  return first === undefined ? undefined : `${first}.local`;
}

/**
 * Whether an authority may be good for this name of its machine. A constraint holds for everything that ends in the name,
 * so a machine called `office` or `dev` would open all of `.office` or `.dev`. Top-level domains have letters only, or
 * begin with `xn--` (gTLD Applicant Guidebook 2012, 2.2.1.3.2): a single word with a digit or a hyphen can be none.
 * Others go by their `.local` name.
 */
export function isOfOneMachine(name: string): boolean {
  return name.includes('.') || (/[\d-]/.test(name) && !name.startsWith('xn--'));
}
