import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  type LocalAuthority,
  lanAddresses,
  localAuthority,
  type ServerCertificate,
  serverNames,
} from '@front-office/local-ca';
import type { RelyingParty } from '@front-office/sign-in';
import { type Instant, millisOf } from '@front-office/values';
import type { Settings } from './settings.ts';

/** HTTPS in the local network: the authority of this house, and what it vouches for now. */
export interface Lan {
  readonly authority: LocalAuthority;
  readonly certificate: ServerCertificate;
  /** Where other machines find this one, the likeliest first. */
  readonly reachedBy: readonly string[];
}

/** What a telephone shows when it asks for a passkey; no password may contain it. */
const NAME = 'Front Office';
const HERE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Under which addresses the server is reached, as pages, cookies and passkeys have to know them. The port is known only
 * once it listens, so what follows from it is asked for late.
 */
export class House {
  readonly lan: Lan | undefined;
  readonly #publicUrl: URL | undefined;
  #port = 0;

  constructor(publicUrl: URL | undefined, lan: Lan | undefined) {
    this.#publicUrl = publicUrl;
    this.lan = lan;
  }

  /** @throws {AuthorityRefused} when there can be no HTTPS in the local network. */
  static async open({ lan, publicUrl, dataDir }: Settings, now: () => Instant): Promise<House> {
    return new House(publicUrl, lan ? await openLan(join(dataDir, 'authority'), now) : undefined);
  }

  listensAt(port: number): void {
    this.#port = port;
  }

  /** Where a person opens it. */
  get url(): string {
    if (this.#publicUrl) return this.#publicUrl.origin;
    const protocol = this.lan ? 'https' : 'http';
    return `${protocol}://${this.lan?.reachedBy[0] ?? 'localhost'}:${this.#port}`;
  }

  /** Whether people reach it by HTTPS alone. */
  get isSecure(): boolean {
    return this.lan !== undefined || this.#publicUrl !== undefined;
  }

  /** Host names that it answers under, without port. */
  get hosts(): readonly string[] {
    return [...(this.#publicUrl ? [this.#publicUrl.hostname] : []), ...(this.lan?.reachedBy ?? []), ...HERE];
  }

  /** What passkeys are bound to: a name and never a number. Other addresses of the same machine open the pages, but no passkey. */
  get relyingParty(): RelyingParty {
    const named = this.lan?.reachedBy.find((host) => host.endsWith('.local')) ?? 'localhost';
    const id = this.#publicUrl?.hostname ?? named;
    const origin = () => this.#publicUrl?.origin ?? `${this.lan ? 'https' : 'http'}://${named}:${this.#port}`;
    return {
      id,
      name: NAME,
      get origins() {
        return [origin()];
      },
    };
  }
}

async function openLan(folder: string, now: () => Instant): Promise<Lan> {
  const date = () => new Date(millisOf(now()));
  const authority = await localAuthority({ folder, name: `${NAME} ${hostname()}`.slice(0, 64), now: date });
  const found = lanAddresses();
  const certificate = await authority.serverCertificate(serverNames(authority, found));
  const numbers = found.addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  return { authority, certificate, reachedBy: [...(found.name ? [found.name] : []), ...numbers] };
}
