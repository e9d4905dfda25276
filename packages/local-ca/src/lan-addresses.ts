import { type NetworkInterfaceInfo, networkInterfaces, hostname as nodeHostname } from 'node:os';
import type { LocalAuthority } from './authority.ts';
import { permits } from './constraints.ts';
import { machineName, mdnsName } from './private-use.ts';
import type { ServerNames } from './server-certificate.ts';

/**
 * Where devices in the house may find this machine, likeliest first: small networks have 192.168, bigger ones 10;
 * 172.16 is also where containers live, and 169.254 is what a machine gives itself when nobody else does.
 * Link-local IPv6 (fe80) is left out: each interface has one, and no browser takes it without its zone.
 */
const LIKELIEST_FIRST = ['192.168.0.0/16', '10.0.0.0/8', '172.16.0.0/12', 'fc00::/7', '169.254.0.0/16'];

/** This machine in its local network. */
export interface LanAddresses {
  /** `<host name>.local`, for devices that know multicast DNS; `undefined` where the host name cannot be one. */
  readonly name: string | undefined;
  readonly addresses: readonly { readonly address: string; readonly family: 'IPv4' | 'IPv6' }[];
}

/** What this machine is called and where it is reached in private networks. Nothing of it is reached from the Internet. */
export function lanAddresses(
  machine: {
    readonly hostname?: string;
    readonly interfaces?: Readonly<Partial<Record<string, readonly NetworkInterfaceInfo[]>>>;
  } = {},
): LanAddresses {
  const { hostname = nodeHostname(), interfaces = networkInterfaces() } = machine;
  const outside = Object.values(interfaces).flatMap((its) => its?.filter(({ internal }) => !internal) ?? []);
  const addresses = LIKELIEST_FIRST.flatMap((range) =>
    outside.filter(({ address }) => permits({ names: [], ranges: [range] }, address)),
  ).map(({ address, family }) => ({ address, family }));
  return { name: mdnsName(hostname), addresses };
}

/**
 * All that a server on this machine is called, of what the authority may vouch for: its `.local` name, its host name,
 * `localhost`, and its addresses. Look again now and then: routers hand out others.
 */
export function serverNames(
  authority: Pick<LocalAuthority, 'permits'>,
  { name, addresses }: LanAddresses = lanAddresses(),
  hostname: string = nodeHostname(),
): ServerNames {
  const names = [name, machineName(hostname), 'localhost'].filter((host) => host !== undefined);
  return {
    names: [...new Set(names)].filter((host) => authority.permits(host)),
    addresses: [...addresses.map(({ address }) => address), '127.0.0.1', '::1'],
  };
}
