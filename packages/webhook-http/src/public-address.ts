import ipaddr from 'ipaddr.js';

/**
 * Addresses that are public by their number, and still answer to whoever rents the machine alone: Azure hands out settings
 * and credentials at this one. The others of this kind lie in ranges that are no unicast.
 */
const INSIDE: ReadonlySet<string> = new Set(['168.63.129.16']);

/** RFC 4291 and what IANA has handed out since: everything public of IPv6 begins with the bits 001. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');
const GLOBAL_UNICAST_BITS = 3;

/**
 * Whether an address belongs to the public Internet: not to this machine, not to the house's network, not to a provider's
 * inside (169.254.169.254, fd00:ec2::254, 100.64.0.0/10), and hides none of them (IPv4 in IPv6, 6to4, Teredo, NAT64).
 *
 * @param address as the resolver gives it.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || INSIDE.has(parsed.toString())) return false;
  // What is in no list of the library counts as unicast there; in IPv6 most of all addresses are in none.
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST, GLOBAL_UNICAST_BITS); // its kind says so
}
