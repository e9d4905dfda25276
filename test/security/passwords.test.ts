import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../packages/kernel/src/testing/index.ts';
import { createSignIn } from '../../packages/sign-in/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { newId } from '../../packages/values/src/index.ts';

const browser = { address: '192.0.2.1', agent: 'Firefox' };
const NAME = 'anna@example.com';
const cheap = { memoryKib: 64, passes: 1 };

/** Somebody who signs in by this password. */
async function somebody(password: string, hashing: { readonly memoryKib?: number; readonly passes?: number } = cheap) {
  const [clock, directory] = [new ManualClock('2026-06-30T09:00:00+02:00'), new MemoryDirectory()];
  const relyingParty = { id: 'localhost', name: 'Front Office', origins: ['http://localhost'] };
  const signIn = createSignIn({ directory, now: clock.now, sealKey: new Uint8Array(32), relyingParty, hashing });
  const link = await signIn.invite({ office: newId(), staff: newId(), name: NAME });
  if (link.refused) throw new Error(link.refused.code);
  const made = await signIn.acceptInvitation(browser, {
    secret: link.secret,
    password,
    shownAs: 'Anna Beispielmüller',
    language: 'de',
  });
  if (made.refused) throw new Error(made.refused.code);
  const codeFor = async (typed: string) =>
    (await signIn.signIn(browser, { name: NAME, password: typed })).refused?.code;
  return { clock, directory, codeFor, made };
}

describe('a password', () => {
  it('is stored as argon2id of 64 MiB and 3 passes, unless a house says otherwise', async () => {
    const { directory } = await somebody('Regen am Dienstag', {});
    expect((await directory.accountByName(NAME))?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it.each([64, 128])('may have %i characters, and each of them counts', async (length) => {
    const password = 'Regen am Dienstag, '.repeat(7).slice(0, length);
    const { codeFor } = await somebody(password);
    expect(await codeFor(password)).toBeUndefined();
    expect(await codeFor(`${password.slice(0, -1)}#`)).toBe('sign_in_failed');
    expect(await codeFor(password.slice(0, -1))).toBe('sign_in_failed');
  });

  it('is looked at as it was typed: its case and its spaces count', async () => {
    const { codeFor } = await somebody(' Regen am Dienstag ');
    expect(await codeFor(' Regen am Dienstag ')).toBeUndefined();
    expect(await codeFor('Regen am Dienstag')).toBe('sign_in_failed');
    expect(await codeFor(' regen am dienstag ')).toBe('sign_in_failed');
  });

  it('does not grow old', async () => {
    const { clock, codeFor } = await somebody('Regen am Dienstag');
    clock.set('2036-06-30T09:00:00+02:00');
    expect(await codeFor('Regen am Dienstag')).toBeUndefined();
  });
});

it('the secret of a session is 256 bits of chance, and of a hundred no two are the same', async () => {
  const { made } = await somebody('Regen am Dienstag');
  const secrets = [made.session.text];
  for (let one = 1; one < 100; one += 1) secrets.push((await somebody('Regen am Dienstag')).made.session.text);
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(new Set(secrets).size).toBe(100);
});
