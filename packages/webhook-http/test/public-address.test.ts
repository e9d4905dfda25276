import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublic } from '../src/index.ts';

describe('an address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4001:80b::200e'])(
    '%s is public',
    (address) => expect(isPublic(address)).toBe(true),
  );

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['this machine', '::1'],
    ['no address', '0.0.0.0'],
    ['no address', '::'],
    ['the house', '10.1.2.3'],
    ['the house', '172.16.0.1'],
    ['the house', '172.31.255.255'],
    ['the house', '192.168.1.1'],
    ['the house', 'fd12:3456:789a::1'],
    ['the house, as it was once', 'fec0::1'],
    ['the link', '169.254.1.1'],
    ['the link', 'fe80::1'],
    ['the link, with a zone', 'fe80::1%eth0'],
    ['a provider’s settings', '169.254.169.254'],
    ['a provider’s settings', 'fd00:ec2::254'],
    ['a provider’s settings', '100.100.100.200'],
    ['a provider’s settings', '192.0.0.192'],
    ['a provider’s settings, by a public number', '168.63.129.16'],
    ['a provider’s inside', '100.64.0.1'],
    ['many', '224.0.0.1'],
    ['many', 'ff02::1'],
    ['all', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['for measuring', '198.18.0.1'],
    ['for books', '192.0.2.1'],
    ['for books', '198.51.100.7'],
    ['for books', '203.0.113.9'],
    ['for books', '2001:db8::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, public or not', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6, the old way', '::127.0.0.1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64 of one’s own', '64:ff9b:1::7f00:1'],
    ['nobody’s yet', '4000::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('of %s is not: %s', (_whose, address) => expect(isPublic(address)).toBe(false));

  it('that is IPv4 in the form of IPv6 is never public, whichever it is', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => !isPublic(`::ffff:${address}`) && !isPublic(`::${address}`)));
  });
});
