import type { LocalAuthority } from './authority.ts';
import type { ServerCertificate, ServerNames } from './server-certificate.ts';

/** What a renewal needs. */
export interface RenewalOptions {
  readonly authority: Pick<LocalAuthority, 'serverCertificate'>;
  /** A `tls` or `https` server. Connections that are open go on; new ones get the new certificate. */
  readonly server: { setSecureContext(context: { readonly cert: string; readonly key: string }): void };
  /** The certificate that the server started with. */
  readonly current: ServerCertificate;
  /** Asked at each check: a router may have given this machine another address. */
  readonly names: () => ServerNames;
}

/**
 * A check to be called daily while the server runs; it answers whether the server got a new certificate. It rejects with
 * the `AuthorityRefused` of `serverCertificate`, and the server then keeps the one it has.
 */
export function renewal({ authority, server, current, names }: RenewalOptions): () => Promise<boolean> {
  let { cert } = current;
  return async () => {
    const next = await authority.serverCertificate(names());
    if (next.cert === cert) return false;
    server.setSecureContext({ cert: next.cert, key: next.key });
    cert = next.cert;
    return true;
  };
}
