import { BlockList, isIP } from 'node:net';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import { isOfOneMachine, PRIVATE_NAMES, PRIVATE_RANGES } from './private-use.ts';
import { Extension, type X509Certificate } from './x509.ts';

/** What an authority is good for: names (each with all that end in it) and ranges of addresses. */
export interface Constraints {
  readonly names: readonly string[];
  readonly ranges: readonly string[];
}

/** Private names and addresses, and the names of this machine that open nothing beyond it. */
export const constraintsFor = (hostNames: readonly string[]): Constraints => ({
  names: [...new Set([...PRIVATE_NAMES, ...hostNames.filter(isOfOneMachine)])],
  ranges: PRIVATE_RANGES,
});

/** The critical extension that holds them (RFC 5280, 4.2.1.10). What it does not permit, a stolen key cannot sign. */
export function constraintsExtension({ names, ranges }: Constraints): Extension {
  const permitted = [
    ...names.map((dNSName) => new GeneralName({ dNSName })),
    ...ranges.map((iPAddress) => new GeneralName({ iPAddress })),
  ].map((base) => new GeneralSubtree({ base }));
  const value = new NameConstraints({ permittedSubtrees: new GeneralSubtrees(permitted) });
  return new Extension(id_ce_nameConstraints, true, AsnConvert.serialize(value));
}

/** What an authority's certificate says that it is good for; `undefined` where it says nothing. */
export function constraintsIn(certificate: X509Certificate): Constraints | undefined {
  const extension = certificate.getExtension(id_ce_nameConstraints);
  if (!extension) return undefined;
  const { permittedSubtrees } = AsnConvert.parse(extension.value, NameConstraints);
  const bases = [...(permittedSubtrees ?? [])].map(({ base }) => base);
  return {
    names: bases.flatMap(({ dNSName }) => dNSName ?? []),
    ranges: bases.flatMap(({ iPAddress }) => iPAddress ?? []),
  };
}

/** Whether a host name or an address lies within them. */
export function permits({ names, ranges }: Constraints, host: string): boolean {
  const version = isIP(host);
  if (version !== 0) return blockListOf(ranges).check(host, version === 4 ? 'ipv4' : 'ipv6');
  const name = host.toLowerCase();
  return names.some((permitted) => name === permitted || name.endsWith(`.${permitted}`));
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
