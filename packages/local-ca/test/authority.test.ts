import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuthorityRefused } from '../src/index.ts';
import { aFolder, atHome, authorityIn, later } from './house.ts';

const refusalOf = async (work: Promise<unknown>): Promise<AuthorityRefused> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AuthorityRefused) return error;
  throw new Error(`This should have been refused, and was ${error}`);
};

describe('the authority of a house', () => {
  it('is made once, lasts ten years, and is the same to whoever opens the folder again', async () => {
    const folder = await aFolder();
    const first = await authorityIn(folder);
    expect(first.name).toBe('Front Office praxis-pc');
    expect(first.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(first.until.getUTCFullYear()).toBe(2036);
    expect((await authorityIn(folder, later(400))).fingerprint).toBe(first.fingerprint);
    expect((await authorityIn(await aFolder())).fingerprint).not.toBe(first.fingerprint);
  });

  it('is one, when several servers make it at the same moment', async () => {
    const folder = await aFolder();
    const made = await Promise.all(Array.from({ length: 5 }, () => authorityIn(folder)));
    expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['authority.pem']);
  });

  it('lets nobody else read its key, and says when somebody could', async () => {
    const folder = await aFolder();
    expect((await authorityIn(folder)).warnings).toEqual([]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'authority.pem'))).mode & 0o777).toBe(0o600);
    await chmod(join(folder, 'authority.pem'), 0o644);
    const { warnings } = await authorityIn(folder);
    expect(warnings.map(({ code }) => code)).toEqual(['key_was_open']);
    expect((await stat(join(folder, 'authority.pem'))).mode & 0o777).toBe(0o600);
  });

  it('warns in its last ninety days', async () => {
    const folder = await aFolder();
    const { until } = await authorityIn(folder);
    const codes = async (daysBefore: number) => {
      const authority = await authorityIn(folder, new Date(until.getTime() - daysBefore * 86_400_000));
      return authority.warnings.map(({ code }) => code);
    };
    expect(await codes(91)).toEqual([]);
    expect(await codes(89)).toEqual(['authority_ends_soon']);
  });

  it('vouches for names and addresses of the house, and for none of the Internet', async () => {
    const authority = await authorityIn(await aFolder());
    for (const host of ['praxis-pc.local', 'localhost', 'praxis-pc', '192.168.1.20', '10.0.0.1', '::1', 'fd00::2'])
      expect([host, authority.permits(host)]).toEqual([host, true]);
    for (const host of ['example.com', 'local.example.com', '8.8.8.8', '2001:db8::1', 'evillocal', '172.32.0.1'])
      expect([host, authority.permits(host)]).toEqual([host, false]);
  });
});

describe('refused, and nothing is overwritten', () => {
  it.each([
    ['not even PEM', 'authority_damaged'],
    ['', 'authority_damaged'],
  ])('%j in the file', async (text, code) => {
    const folder = await aFolder();
    await authorityIn(folder);
    await writeFile(join(folder, 'authority.pem'), text);
    const refused = await refusalOf(authorityIn(folder));
    expect(refused.code).toBe(code);
    for (const sentence of Object.values(refused.sentences)) expect(sentence).toContain('authority.pem');
    expect(await readFile(join(folder, 'authority.pem'), 'utf8')).toBe(text);
  });

  it('the key of one authority with the certificate of another', async () => {
    const [one, other] = [await aFolder(), await aFolder()];
    await Promise.all([authorityIn(one), authorityIn(other)]);
    const parts = async (folder: string) =>
      (await readFile(join(folder, 'authority.pem'), 'utf8')).split(/(?=-----BEGIN)/);
    const [key] = await parts(one);
    const [, certificate] = await parts(other);
    await writeFile(join(one, 'authority.pem'), `${key}${certificate}`);
    expect((await refusalOf(authorityIn(one))).code).toBe('authority_damaged');
  });

  it('one that is over, and a clock that is behind it', async () => {
    const folder = await aFolder();
    const { until } = await authorityIn(folder);
    expect((await refusalOf(authorityIn(folder, until))).code).toBe('authority_expired');
    const behind = await refusalOf(authorityIn(folder, later(-2)));
    expect(behind.code).toBe('clock_behind');
    expect(behind.sentences.de).toContain('Uhr');
  });

  it('a folder that is a file', async () => {
    const folder = await aFolder();
    await authorityIn(folder);
    const refused = await refusalOf(authorityIn(join(folder, 'authority.pem')));
    expect(refused.code).toBe('folder_unusable');
    expect(refused.cause).toBeInstanceOf(Error);
  });

  it('a certificate for a name or address that is not of the house', async () => {
    const authority = await authorityIn(await aFolder());
    for (const wanted of [
      { ...atHome, names: ['example.com'] },
      { ...atHome, addresses: ['8.8.8.8'] },
    ])
      expect((await refusalOf(authority.serverCertificate(wanted))).code).toBe('name_not_permitted');
  });
});
