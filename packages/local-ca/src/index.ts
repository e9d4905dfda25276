export { type LocalAuthority, type LocalAuthorityOptions, localAuthority } from './authority.ts';
export { type LanAddresses, lanAddresses, serverNames } from './lan-addresses.ts';
export { type AuthorityRefusalCode, AuthorityRefused, type Sentences } from './refusal.ts';
export { type RenewalOptions, renewal } from './renewal.ts';
export type { ServerCertificate, ServerNames } from './server-certificate.ts';
export { type TrustQr, trustQr } from './trust-qr.ts';
export type { AuthorityWarning } from './warning.ts';
