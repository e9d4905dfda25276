import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalAuthority, renewal, type ServerCertificate } from '../src/index.ts';
import { aFolder, atHome, authorityIn, DAY_MS, later, tuesday } from './house.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serving({ cert, key }: ServerCertificate): Promise<Server> {
  const server = createServer({ cert, key }, (_asked, answer) => answer.end('open'));
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** Asks as a device that trusts this authority alone. Answers the serial number of the certificate that it was shown. */
async function asked(server: Server, authority: LocalAuthority, host: string): Promise<string> {
  const { port } = server.address() as AddressInfo; // a server on a port has one
  const asking = request({
    host: '127.0.0.1',
    port,
    ca: authority.certificatePem,
    servername: isIP(host) ? '' : host,
    headers: { host },
    agent: false,
  });
  asking.end();
  const [answer] = await once(asking, 'response');
  answer.resume();
  return (answer.socket as TLSSocket).getPeerX509Certificate()?.serialNumber ?? '';
}

// Real clocks: a TLS client judges a certificate by its own.
const now = new Date();

describe('a server', () => {
  it('is believed by whoever trusts the house, by name and by address', async () => {
    const authority = await authorityIn(await aFolder(), now);
    const server = await serving(await authority.serverCertificate(atHome));
    for (const host of ['praxis-pc.local', 'localhost', '127.0.0.1'])
      expect(await asked(server, authority, host)).toMatch(/^[0-9A-F]+$/);
  });

  it('is not believed by another name, nor by whoever trusts another house', async () => {
    const [authority, stranger] = await Promise.all([
      authorityIn(await aFolder(), now),
      authorityIn(await aFolder(), now),
    ]);
    const server = await serving(await authority.serverCertificate(atHome));
    await expect(asked(server, authority, 'other.local')).rejects.toThrow(/altnames|Hostname/);
    await expect(asked(server, stranger, 'localhost')).rejects.toThrow();
  });

  it('gets a new certificate while it runs', async () => {
    const folder = await aFolder();
    const authority = await authorityIn(folder, now);
    const current = await authority.serverCertificate(atHome);
    const server = await serving(current);
    const before = await asked(server, authority, 'localhost');
    let names = atHome;
    const renew = renewal({ authority, server, current, names: () => names });
    expect(await renew()).toBe(false);
    names = { ...atHome, addresses: [...atHome.addresses, '192.168.1.77'] };
    expect(await renew()).toBe(true);
    expect(await asked(server, authority, 'localhost')).not.toBe(before);
  });
});

describe('its certificate', () => {
  it('is kept for the same names, and made anew for others or when thirty days are left', async () => {
    const folder = await aFolder();
    const first = await (await authorityIn(folder)).serverCertificate(atHome);
    const at = async (date: Date, names = atHome) => (await authorityIn(folder, date)).serverCertificate(names);
    expect((await at(later(100))).cert).toBe(first.cert);
    expect((await at(new Date(first.until.getTime() - 31 * DAY_MS))).cert).toBe(first.cert);
    const anew = await at(new Date(first.until.getTime() - 30 * DAY_MS));
    expect(anew.cert).not.toBe(first.cert);
    expect((await at(later(370), { ...atHome, names: ['localhost'] })).cert).not.toBe(anew.cert);
  });

  it('lasts 397 days at most, is for servers alone, and says whom it is for', async () => {
    const authority = await authorityIn(await aFolder());
    const { cert, until } = await authority.serverCertificate(atHome);
    const leaf = new X509Certificate(cert);
    expect((until.getTime() - leaf.validFromDate.getTime()) / DAY_MS).toBeLessThanOrEqual(397);
    expect(leaf.validFromDate.getTime()).toBeLessThan(tuesday.getTime());
    expect(leaf.ca).toBe(false);
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(leaf.subjectAltName).toContain('DNS:praxis-pc.local');
    expect(leaf.subjectAltName).toContain('IP Address:192.168.1.20');
  });
});
