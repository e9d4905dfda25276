import type { NetworkInterfaceInfo } from 'node:os';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { lanAddresses, serverNames, trustQr } from '../src/index.ts';

const at = (address: string, internal = false): NetworkInterfaceInfo => {
  const common = { address, netmask: '', mac: '', internal, cidr: null };
  return address.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' };
};

it('a machine is found by its .local name and its private addresses, the likeliest first', () => {
  const interfaces = {
    lo: [at('127.0.0.1', true), at('::1', true)],
    docker0: [at('172.17.0.1')],
    eth0: [at('203.0.113.9'), at('192.168.1.20'), at('fe80::1'), at('fd00::2')],
  };
  const found = lanAddresses({ hostname: 'Praxis-PC.fritz.box', interfaces });
  expect(found.name).toBe('praxis-pc.local');
  expect(found.addresses.map(({ address }) => address)).toEqual(['192.168.1.20', '172.17.0.1', 'fd00::2']);
  const all = { permits: () => true };
  expect(serverNames(all, found, 'Praxis-PC').names).toEqual(['praxis-pc.local', 'praxis-pc', 'localhost']);
  expect(serverNames({ permits: (host) => host !== 'praxis-pc' }, found, 'Praxis-PC').names).toEqual([
    'praxis-pc.local',
    'localhost',
  ]);
});

it('a host name that no certificate can hold is no name', () => {
  expect(lanAddresses({ hostname: '10.0.0.1', interfaces: {} }).name).toBeUndefined();
  expect(lanAddresses({ hostname: '', interfaces: {} })).toEqual({ name: undefined, addresses: [] });
});

it('the code of an address has its modules, and no script', () => {
  const { svg, text } = trustQr('http://192.168.1.20:3001');
  expect(svg).toMatch(/^<svg /);
  expect(svg).not.toContain('script');
  const { size } = encode('http://192.168.1.20:3001', { border: 4, ecc: 'M' });
  expect(text.split('\n')).toHaveLength(Math.ceil(size / 2));
});
